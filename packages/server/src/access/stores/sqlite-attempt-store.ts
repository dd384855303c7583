import type { DatabaseSync } from "node:sqlite";
import type { AttemptStore } from "../ports/attempt-store.ts";

export function createSqliteAttemptStore(db: DatabaseSync): AttemptStore {
  const get = db.prepare("SELECT failures, last_at FROM access_attempt WHERE key = ?");
  const put = db.prepare(
    `INSERT INTO access_attempt (key, failures, last_at) VALUES (?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at`,
  );
  const remove = db.prepare("DELETE FROM access_attempt WHERE key = ?");
  const removeBefore = db.prepare("DELETE FROM access_attempt WHERE last_at < ?");
  return {
    get: async (key) => {
      const row = get.get(key);
      return row === undefined ? null : { failures: Number(row["failures"]), lastAt: Number(row["last_at"]) };
    },
    put: async (key, { failures, lastAt }) => {
      put.run(key, failures, lastAt);
    },
    delete: async (key) => {
      remove.run(key);
    },
    deleteBefore: async (at) => Number(removeBefore.run(at).changes),
  };
}

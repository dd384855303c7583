import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { IdempotencyStore, StoredAnswer } from "./idempotency-store.ts";

export const idempotencyMigrations: readonly Migration[] = [
  {
    id: "idempotency-001",
    sql: `CREATE TABLE idempotency (
      key TEXT PRIMARY KEY, fingerprint TEXT NOT NULL, at INTEGER NOT NULL, answer TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX idempotency_at ON idempotency (at);`,
  },
];

export function createSqliteIdempotencyStore(db: DatabaseSync): IdempotencyStore {
  const find = db.prepare("SELECT fingerprint, at, answer FROM idempotency WHERE key = ?");
  const put = db.prepare(
    `INSERT INTO idempotency (key, fingerprint, at, answer) VALUES (?, ?, ?, ?)
     ON CONFLICT (key) DO UPDATE SET fingerprint = excluded.fingerprint, at = excluded.at, answer = excluded.answer`,
  );
  const remove = db.prepare("DELETE FROM idempotency WHERE key = ?");
  const removeBefore = db.prepare("DELETE FROM idempotency WHERE at < ?");
  return {
    find: async (key) => {
      const row = find.get(key);
      if (row === undefined) return null;
      const answer = row["answer"] === null ? null : (JSON.parse(String(row["answer"])) as StoredAnswer);
      return { fingerprint: String(row["fingerprint"]), at: Number(row["at"]), answer };
    },
    put: async (key, { fingerprint, at, answer }) => {
      put.run(key, fingerprint, at, answer === null ? null : JSON.stringify(answer));
    },
    delete: async (key) => {
      remove.run(key);
    },
    deleteBefore: async (at) => Number(removeBefore.run(at).changes),
  };
}

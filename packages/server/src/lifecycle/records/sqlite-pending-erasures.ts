import type { DatabaseSync } from "node:sqlite";
import type { PendingErasure, PendingErasures } from "./pending-erasures.ts";

export function createSqlitePendingErasures(db: DatabaseSync): PendingErasures {
  const put = db.prepare(
    `INSERT INTO lifecycle_erasure (account, requested_at, due_at) VALUES (?, ?, ?)
     ON CONFLICT (account) DO UPDATE SET due_at = excluded.due_at`,
  );
  const find = db.prepare("SELECT * FROM lifecycle_erasure WHERE account = ?");
  const remove = db.prepare("DELETE FROM lifecycle_erasure WHERE account = ?");
  const due = db.prepare("SELECT * FROM lifecycle_erasure WHERE due_at <= ? ORDER BY due_at, account LIMIT ?");
  const count = db.prepare("SELECT count(*) AS count FROM lifecycle_erasure");
  return {
    put: async ({ account, requestedAt, dueAt }) => {
      put.run(account, requestedAt, dueAt);
    },
    find: async (account) => {
      const row = find.get(account);
      return row === undefined ? null : toErasure(row);
    },
    remove: async (account) => {
      remove.run(account);
    },
    listDue: async (at, limit) => due.all(at, limit).map(toErasure),
    count: async () => Number(count.get()?.["count"] ?? 0),
  };
}

function toErasure(row: Readonly<Record<string, unknown>>): PendingErasure {
  return {
    account: String(row["account"]),
    requestedAt: Number(row["requested_at"]),
    dueAt: Number(row["due_at"]),
  };
}

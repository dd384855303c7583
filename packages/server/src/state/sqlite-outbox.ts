import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "./migration.ts";
import type { Notice, Outbox } from "./outbox.ts";

export const outboxMigrations: readonly Migration[] = [
  {
    id: "outbox-001",
    sql: `CREATE TABLE outbox (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, kind TEXT NOT NULL, data TEXT NOT NULL
    ) STRICT;`,
  },
];

export function createSqliteOutbox(db: DatabaseSync): Outbox {
  const insert = db.prepare("INSERT INTO outbox (at, kind, data) VALUES (?, ?, ?)");
  const after = db.prepare("SELECT sequence, at, kind, data FROM outbox WHERE sequence > ? ORDER BY sequence LIMIT ?");
  const first = db.prepare("SELECT min(sequence) AS sequence FROM outbox");
  const latest = db.prepare("SELECT seq FROM sqlite_sequence WHERE name = 'outbox'");
  const remove = db.prepare("DELETE FROM outbox WHERE at < ?");
  const getLatest = (): number => Number(latest.get()?.["seq"] ?? 0);
  return {
    append: async (kind, data, at) => {
      const { lastInsertRowid } = insert.run(at, kind, JSON.stringify(data));
      return { sequence: Number(lastInsertRowid), at, kind, data };
    },
    readAfter: async (sequence, limit) => after.all(sequence, limit).map(toNotice),
    first: async () => Number(first.get()?.["sequence"] ?? getLatest() + 1),
    latest: async () => getLatest(),
    deleteBefore: async (at) => Number(remove.run(at).changes),
  };
}

function toNotice(row: Readonly<Record<string, unknown>>): Notice {
  return {
    sequence: Number(row["sequence"]),
    at: Number(row["at"]),
    kind: String(row["kind"]),
    data: JSON.parse(String(row["data"])) as unknown,
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";

/** How far the log's edits and deletions have been told of. Called inside a unit of work. */
export interface NoticeCursor {
  /** Offset of the last one; 0 for none. */
  read(): Promise<number>;
  write(offset: number): Promise<void>;
}

export const actionsMigrations: readonly Migration[] = [
  {
    id: "actions-001",
    sql: `CREATE TABLE actions_notice_cursor (
      id INTEGER PRIMARY KEY CHECK (id = 1), log_offset INTEGER NOT NULL
    ) STRICT;`,
  },
];

export function createSqliteNoticeCursor(db: DatabaseSync): NoticeCursor {
  const select = db.prepare("SELECT log_offset FROM actions_notice_cursor");
  const replace = db.prepare(
    "INSERT INTO actions_notice_cursor VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET log_offset = excluded.log_offset",
  );
  return {
    read: async () => Number(select.get()?.["log_offset"] ?? 0),
    write: async (offset) => {
      replace.run(offset);
    },
  };
}

export function createMemoryNoticeCursor(): NoticeCursor {
  let cursor = 0;
  return {
    read: async () => cursor,
    write: async (offset) => {
      cursor = offset;
    },
  };
}

import type { Migration } from "../state/migration.ts";

export const lifecycleMigrations: readonly Migration[] = [
  {
    id: "lifecycle-001",
    sql: `CREATE TABLE lifecycle_erasure (
      account TEXT PRIMARY KEY, requested_at INTEGER NOT NULL, due_at INTEGER NOT NULL
    ) STRICT;
    CREATE INDEX lifecycle_erasure_due ON lifecycle_erasure (due_at, account);
    CREATE TABLE lifecycle_rule (
      name TEXT PRIMARY KEY, ran_at INTEGER NOT NULL, deleted TEXT NOT NULL, failure TEXT
    ) STRICT;`,
  },
];

import type { Migration } from "../../state/migration.ts";

export const noticeMigrations: readonly Migration[] = [
  {
    id: "casework-010",
    sql: `
CREATE TABLE casework_notice (
  id TEXT PRIMARY KEY, kind TEXT NOT NULL, object TEXT NOT NULL, about TEXT NOT NULL, party TEXT NOT NULL, channel TEXT NOT NULL,
  report TEXT, event INTEGER NOT NULL, created_at INTEGER NOT NULL, status TEXT NOT NULL, attempts INTEGER NOT NULL,
  last_at INTEGER, next_at INTEGER, fault TEXT
) STRICT;
CREATE INDEX casework_notice_created ON casework_notice (created_at, id);
CREATE INDEX casework_notice_status ON casework_notice (status, created_at, id);
CREATE INDEX casework_notice_kind ON casework_notice (kind, created_at, id);
CREATE INDEX casework_notice_about ON casework_notice (about, created_at, id);
CREATE INDEX casework_notice_due ON casework_notice (next_at, id) WHERE next_at IS NOT NULL;
`,
  },
  {
    id: "casework-011",
    sql: "CREATE INDEX casework_notice_party ON casework_notice (party, created_at, id);",
  },
];

import type { Migration } from "../../state/migration.ts";

export const reportMigrations: readonly Migration[] = [
  {
    id: "casework-003",
    sql: `
CREATE TABLE casework_report (
  id TEXT PRIMARY KEY, version INTEGER NOT NULL, status TEXT NOT NULL, received_at INTEGER NOT NULL, lead TEXT NOT NULL UNIQUE,
  account TEXT NOT NULL, source TEXT NOT NULL, via TEXT, object_kind TEXT NOT NULL, object TEXT NOT NULL,
  category TEXT NOT NULL, key_hash TEXT NOT NULL, missing TEXT NOT NULL, outcome TEXT, decided_at INTEGER,
  retain_until INTEGER, manifestly_unfounded INTEGER NOT NULL,
  words_secret TEXT, words_commitment BLOB, words BLOB, identity_secret TEXT, identity_commitment BLOB, identity BLOB
) STRICT;
CREATE INDEX casework_report_received ON casework_report (received_at, id);
CREATE INDEX casework_report_status ON casework_report (status, received_at, id);
CREATE INDEX casework_report_object ON casework_report (object, received_at, id);
CREATE INDEX casework_report_account ON casework_report (account, received_at, id);
CREATE INDEX casework_report_retain ON casework_report (retain_until) WHERE retain_until IS NOT NULL;
CREATE INDEX casework_report_alike ON casework_report (object, object_kind, category, source, status, received_at);
CREATE TABLE casework_report_unappended (report TEXT PRIMARY KEY) STRICT;
CREATE TABLE casework_report_view (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, report TEXT NOT NULL, by TEXT NOT NULL, reason TEXT NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX casework_report_view_report ON casework_report_view (report, sequence);
`,
  },
];

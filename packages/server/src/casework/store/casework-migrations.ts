import type { Migration } from "../../state/migration.ts";

export const caseworkStoreMigrations: readonly Migration[] = [
  {
    id: "casework-001",
    sql: `
CREATE TABLE casework_event (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, object TEXT NOT NULL, id TEXT NOT NULL, version INTEGER NOT NULL,
  kind TEXT NOT NULL, at INTEGER NOT NULL, event TEXT NOT NULL, UNIQUE (object, id, version)
) STRICT;
CREATE INDEX casework_event_kind ON casework_event (kind, sequence);
CREATE TABLE casework_state (
  object TEXT NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL, version INTEGER NOT NULL, created INTEGER NOT NULL,
  created_at INTEGER NOT NULL, updated_at INTEGER NOT NULL, due_at INTEGER, state TEXT NOT NULL, PRIMARY KEY (object, id)
) STRICT;
CREATE INDEX casework_state_created ON casework_state (object, created);
CREATE INDEX casework_state_status ON casework_state (object, status, updated_at, id);
CREATE INDEX casework_state_due ON casework_state (object, due_at, created, id) WHERE due_at IS NOT NULL;
CREATE TABLE casework_link (
  relation TEXT NOT NULL, "key" TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, value TEXT NOT NULL,
  PRIMARY KEY (relation, "key", object, id, value)
) STRICT, WITHOUT ROWID;
CREATE TABLE casework_account (account TEXT PRIMARY KEY, record TEXT NOT NULL) STRICT;
CREATE TABLE casework_unnotarised (event INTEGER PRIMARY KEY) STRICT;
CREATE TABLE casework_notarised (event INTEGER PRIMARY KEY, entry INTEGER NOT NULL) STRICT;
CREATE INDEX casework_notarised_entry ON casework_notarised (entry);
CREATE TABLE casework_command (
  "key" TEXT PRIMARY KEY, digest TEXT NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL, at INTEGER NOT NULL
) STRICT;
CREATE INDEX casework_command_at ON casework_command (at);
`,
  },
  {
    id: "casework-forgetting-001",
    sql: `
CREATE TABLE casework_destroyed (object TEXT NOT NULL, id TEXT NOT NULL, PRIMARY KEY (object, id)) STRICT, WITHOUT ROWID;
CREATE TABLE casework_owed_erasure (entry INTEGER PRIMARY KEY) STRICT;
`,
  },
];

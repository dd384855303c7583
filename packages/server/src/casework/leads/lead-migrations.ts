import type { Migration } from "../../state/migration.ts";

export const leadMigrations: readonly Migration[] = [
  {
    id: "casework-002",
    sql: `
CREATE TABLE casework_lead (
  id TEXT PRIMARY KEY, status TEXT NOT NULL, source TEXT NOT NULL, learning INTEGER NOT NULL,
  opened_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
) STRICT;
CREATE INDEX casework_lead_newest ON casework_lead (opened_at, id);
CREATE INDEX casework_lead_expiry ON casework_lead (expires_at, id);
CREATE INDEX casework_lead_status_newest ON casework_lead (status, opened_at, id);
CREATE INDEX casework_lead_status_expiry ON casework_lead (status, expires_at, id);
CREATE TABLE casework_lead_origin (lead TEXT PRIMARY KEY, "key" TEXT NOT NULL UNIQUE, "group" TEXT NOT NULL) STRICT;
CREATE TABLE casework_lead_note (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, lead TEXT NOT NULL, kind TEXT NOT NULL, at INTEGER NOT NULL,
  accounts INTEGER, actions INTEGER
) STRICT;
CREATE INDEX casework_lead_note_lead ON casework_lead_note (lead, kind, sequence);
CREATE TABLE casework_lead_join (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, lead TEXT NOT NULL UNIQUE, "into" TEXT NOT NULL
) STRICT;
CREATE TABLE casework_lead_unsettled ("into" TEXT PRIMARY KEY, decided_by TEXT NOT NULL) STRICT;
CREATE INDEX casework_lead_join_into ON casework_lead_join ("into", sequence);
`,
  },
];

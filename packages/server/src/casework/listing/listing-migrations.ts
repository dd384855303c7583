import type { Migration } from "../../state/migration.ts";

export const listingMigrations: readonly Migration[] = [
  {
    id: "casework-020",
    sql: `
CREATE TABLE casework_listing (
  object TEXT NOT NULL, id TEXT NOT NULL, status TEXT NOT NULL, opened_at INTEGER NOT NULL, due_at INTEGER NOT NULL,
  case_type TEXT, priority TEXT, rank INTEGER NOT NULL, PRIMARY KEY (object, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_listing_newest ON casework_listing (object, opened_at, id);
CREATE INDEX casework_listing_due ON casework_listing (object, due_at, id);
CREATE INDEX casework_listing_status_newest ON casework_listing (object, status, opened_at, id);
CREATE INDEX casework_listing_status_due ON casework_listing (object, status, due_at, id);
CREATE INDEX casework_listing_rank ON casework_listing (object, rank, id);
CREATE INDEX casework_listing_status_rank ON casework_listing (object, status, rank, id);
CREATE TABLE casework_listing_key (
  object TEXT NOT NULL, kind TEXT NOT NULL, value TEXT NOT NULL, opened_at INTEGER NOT NULL, id TEXT NOT NULL,
  PRIMARY KEY (object, kind, value, opened_at, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX casework_listing_key_id ON casework_listing_key (object, id);
`,
  },
];

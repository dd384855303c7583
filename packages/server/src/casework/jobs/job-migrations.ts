import type { Migration } from "../../state/migration.ts";

export const jobMigrations: readonly Migration[] = [
  {
    id: "casework-021",
    sql: `
CREATE TABLE casework_job (
  name TEXT PRIMARY KEY, queue TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL, "rank" INTEGER NOT NULL,
  priority TEXT NOT NULL, case_type TEXT, case_id TEXT, since INTEGER NOT NULL, due_at INTEGER
) STRICT;
CREATE INDEX casework_job_rank ON casework_job (queue, "rank", name);
CREATE INDEX casework_job_due ON casework_job (queue, due_at) WHERE due_at IS NOT NULL;
CREATE INDEX casework_job_object ON casework_job (object, id);
CREATE INDEX casework_job_case ON casework_job (case_id) WHERE case_id IS NOT NULL;
CREATE TABLE casework_job_of_case (case_id TEXT PRIMARY KEY, priority TEXT NOT NULL, case_type TEXT NOT NULL) STRICT;
CREATE TABLE casework_claim (
  name TEXT PRIMARY KEY, queue TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, until INTEGER NOT NULL
) STRICT;
CREATE INDEX casework_claim_person ON casework_claim (person, until);
CREATE TABLE casework_skip (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL,
  reason TEXT NOT NULL, UNIQUE (name, person)
) STRICT;
CREATE TABLE casework_conflict (
  object TEXT NOT NULL, id TEXT NOT NULL, person TEXT NOT NULL, at INTEGER NOT NULL, reason TEXT NOT NULL,
  PRIMARY KEY (object, id, person)
) STRICT, WITHOUT ROWID;
`,
  },
];

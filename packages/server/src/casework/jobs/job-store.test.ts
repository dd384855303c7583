import { openState } from "../../state/open-state.ts";
import { jobMigrations } from "./job-migrations.ts";
import { jobStoreLaw } from "./job-store.law.ts";
import { createMemoryJobStore } from "./memory-job-store.ts";
import { createSqliteJobStore } from "./sqlite-job-store.ts";

const migrations = jobMigrations;

jobStoreLaw("memory", createMemoryJobStore);
jobStoreLaw("sqlite", () => createSqliteJobStore(openState(":memory:", { migrations, now: () => 0 })));

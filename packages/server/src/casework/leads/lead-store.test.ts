import { openState } from "../../state/open-state.ts";
import { leadMigrations } from "./lead-migrations.ts";
import { leadStoreLaw } from "./lead-store.law.ts";
import { createMemoryLeadStore } from "./memory-lead-store.ts";
import { createSqliteLeadStore } from "./sqlite-lead-store.ts";

leadStoreLaw("memory", createMemoryLeadStore);
leadStoreLaw("sqlite", () =>
  createSqliteLeadStore(openState(":memory:", { migrations: leadMigrations, now: () => 0 })),
);

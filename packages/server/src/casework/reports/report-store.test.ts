import { openState } from "../../state/open-state.ts";
import { createMemoryReportStore } from "./memory-report-store.ts";
import { reportMigrations } from "./report-migrations.ts";
import { reportStoreLaw } from "./report-store.law.ts";
import { createSqliteReportStore } from "./sqlite-report-store.ts";

reportStoreLaw("memory", createMemoryReportStore);
reportStoreLaw("sqlite", () =>
  createSqliteReportStore(openState(":memory:", { migrations: reportMigrations, now: () => 0 })),
);

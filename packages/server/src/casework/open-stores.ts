import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../state/migration.ts";
import type { CaseworkStores } from "./create-casework.ts";
import { leadMigrations } from "./leads/lead-migrations.ts";
import { createMemoryLeadStore } from "./leads/memory-lead-store.ts";
import { createSqliteLeadStore } from "./leads/sqlite-lead-store.ts";
import { createMemoryNoticeStore } from "./notices/memory-notice-store.ts";
import { noticeMigrations } from "./notices/notice-migrations.ts";
import { createSqliteNoticeStore } from "./notices/sqlite-notice-store.ts";
import { createMemoryReportStore } from "./reports/memory-report-store.ts";
import { reportMigrations } from "./reports/report-migrations.ts";
import { createSqliteReportStore } from "./reports/sqlite-report-store.ts";
import { caseworkStoreMigrations } from "./store/casework-migrations.ts";
import { createMemoryCaseworkStore } from "./store/memory-casework-store.ts";
import { createSqliteCaseworkStore } from "./store/sqlite-casework-store.ts";

/** All steps of casework's tables, in their order. */
export const caseworkMigrations: readonly Migration[] = [
  ...caseworkStoreMigrations,
  ...leadMigrations,
  ...reportMigrations,
  ...noticeMigrations,
];

export function createSqliteCaseworkStores(db: DatabaseSync): CaseworkStores {
  return {
    casework: createSqliteCaseworkStore(db),
    leads: createSqliteLeadStore(db),
    reports: createSqliteReportStore(db),
    notices: createSqliteNoticeStore(db),
  };
}

export function createMemoryCaseworkStores(): CaseworkStores {
  return {
    casework: createMemoryCaseworkStore(),
    leads: createMemoryLeadStore(),
    reports: createMemoryReportStore(),
    notices: createMemoryNoticeStore(),
  };
}

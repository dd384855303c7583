import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../state/migration.ts";
import type { CaseworkStores } from "./create-casework.ts";
import { createMemoryEffectStore } from "./effects/memory-effect-store.ts";
import { createSqliteEffectStore, effectMigrations } from "./effects/sqlite-effect-store.ts";
import { jobMigrations } from "./jobs/job-migrations.ts";
import { createMemoryJobStore } from "./jobs/memory-job-store.ts";
import { createSqliteJobStore } from "./jobs/sqlite-job-store.ts";
import { leadMigrations } from "./leads/lead-migrations.ts";
import { createMemoryLeadStore } from "./leads/memory-lead-store.ts";
import { createSqliteLeadStore } from "./leads/sqlite-lead-store.ts";
import { listingMigrations } from "./listing/listing-migrations.ts";
import { createMemoryListing } from "./listing/memory-listing.ts";
import { createSqliteListing } from "./listing/sqlite-listing.ts";
import { createMemoryOpinionStore } from "./opinions/memory-opinion-store.ts";
import { createSqliteOpinionStore, opinionMigrations } from "./opinions/sqlite-opinion-store.ts";
import { createMemoryNoticeStore } from "./notices/memory-notice-store.ts";
import { noticeMigrations } from "./notices/notice-migrations.ts";
import { createSqliteNoticeStore } from "./notices/sqlite-notice-store.ts";
import { createMemoryReportStore } from "./reports/memory-report-store.ts";
import { reportMigrations } from "./reports/report-migrations.ts";
import { createSqliteReportStore } from "./reports/sqlite-report-store.ts";
import { caseworkStoreMigrations } from "./store/casework-migrations.ts";
import { createMemoryCaseworkStore } from "./store/memory-casework-store.ts";
import { createSqliteCaseworkStore } from "./store/sqlite-casework-store.ts";
import { createMemoryViewLog } from "./viewing/memory-view-log.ts";
import { createSqliteViewLog, viewMigrations } from "./viewing/sqlite-view-log.ts";

/** All steps of casework's tables, in their order. */
export const caseworkMigrations: readonly Migration[] = [
  ...caseworkStoreMigrations,
  ...leadMigrations,
  ...reportMigrations,
  ...listingMigrations,
  ...jobMigrations,
  ...viewMigrations,
  ...effectMigrations,
  ...opinionMigrations,
  ...noticeMigrations,
];

export function createSqliteCaseworkStores(db: DatabaseSync): CaseworkStores {
  return {
    casework: createSqliteCaseworkStore(db),
    leads: createSqliteLeadStore(db),
    reports: createSqliteReportStore(db),
    listing: createSqliteListing(db),
    jobs: createSqliteJobStore(db),
    views: createSqliteViewLog(db),
    effects: createSqliteEffectStore(db),
    opinions: createSqliteOpinionStore(db),
    notices: createSqliteNoticeStore(db),
  };
}

export function createMemoryCaseworkStores(): CaseworkStores {
  return {
    casework: createMemoryCaseworkStore(),
    leads: createMemoryLeadStore(),
    reports: createMemoryReportStore(),
    listing: createMemoryListing(),
    jobs: createMemoryJobStore(),
    views: createMemoryViewLog(),
    effects: createMemoryEffectStore(),
    opinions: createMemoryOpinionStore(),
    notices: createMemoryNoticeStore(),
  };
}

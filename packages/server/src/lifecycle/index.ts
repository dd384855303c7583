export { createBackup, type BackupOptions } from "./backup/create-backup.ts";
export type { Manifest, ManifestFile } from "./backup/manifest.ts";
export { restoreBackup, type RestoreOptions } from "./backup/restore-backup.ts";
export { verifyBackup } from "./backup/verify-backup.ts";
export { askHealth, toOwnUrl, type Health } from "./doctor/ask-health.ts";
export { isHeld } from "./doctor/check-service.ts";
export { examine, type Examination } from "./doctor/examine.ts";
export {
  checkNames,
  findingLevels,
  type CheckName,
  type Finding,
  type FindingCode,
  type Level,
} from "./doctor/finding.ts";
export { readClockState } from "./doctor/read-clock-state.ts";
export { LifecycleFailure, type LifecycleFailureCode } from "./lifecycle-failure.ts";
export { openRecords, type OpenedRecords } from "./open-records.ts";
export { openTokens, type OpenedTokens } from "./open-tokens.ts";
export type { ErasureReport } from "./records/erase-account.ts";
export type { RecordsDesk } from "./records/records-desk.ts";
export type { AccessLine } from "./records/subject-access.ts";
export { readConfig, ConfigError, defaultConfig } from "../config/read-config.ts";
export type { Config } from "../config/schema.ts";
export { toLayout, type Layout } from "../main/layout.ts";
export { stateMigrations } from "../main/migrations.ts";
export { LockedError } from "../main/process-lock.ts";

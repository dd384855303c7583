import { accessMigrations } from "../access/stores/migrations.ts";
import { actionsMigrations } from "../actions/notices/notice-cursor.ts";
import { caseworkMigrations } from "../casework/index.ts";
import { claimsMigrations } from "../claims/store/claims-migrations.ts";
import { groupMigrations } from "../detection/groups/sqlite-group-store.ts";
import { idempotencyMigrations } from "../http/idempotency/sqlite-idempotency-store.ts";
import { witnessMigrations } from "../ledger/witnesses/witness-store.ts";
import { lifecycleMigrations } from "../lifecycle/migrations.ts";
import type { Migration } from "../state/migration.ts";
import { outboxMigrations } from "../state/sqlite-outbox.ts";
import { statementMigrations } from "../statements/sqlite-statement-store.ts";
import { webhooksMigrations } from "../webhooks/sqlite-webhook-store.ts";

/** Every step of the state database's schema, of all rooms. */
export const stateMigrations: readonly Migration[] = [
  ...outboxMigrations,
  ...idempotencyMigrations,
  ...accessMigrations,
  ...actionsMigrations,
  ...groupMigrations,
  ...claimsMigrations,
  ...caseworkMigrations,
  ...webhooksMigrations,
  ...lifecycleMigrations,
  ...statementMigrations,
  ...witnessMigrations,
];

import { accessMigrations } from "../access/stores/migrations.ts";
import { caseworkStoreMigrations } from "../casework/index.ts";
import { claimsMigrations } from "../claims/store/claims-migrations.ts";
import type { Migration } from "../state/migration.ts";
import { outboxMigrations } from "../state/sqlite-outbox.ts";

/** Every step of the state database's schema, of all rooms. */
export const stateMigrations: readonly Migration[] = [
  ...outboxMigrations,
  ...accessMigrations,
  ...claimsMigrations,
  ...caseworkStoreMigrations,
];

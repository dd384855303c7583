import { openState } from "../state/open-state.ts";
import { createMemoryWebhookStore } from "./memory-webhook-store.ts";
import { createSqliteWebhookStore, webhooksMigrations } from "./sqlite-webhook-store.ts";
import { webhookStoreLaw } from "./webhook-store.law.ts";

webhookStoreLaw("memory", createMemoryWebhookStore);
webhookStoreLaw("sqlite", () =>
  createSqliteWebhookStore(openState(":memory:", { migrations: webhooksMigrations, now: () => 0 })),
);

import type { DatabaseSync } from "node:sqlite";
import type { Config } from "../config/schema.ts";
import type { Notice, Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { createAllowList } from "../webhooks/addresses.ts";
import { createDeliveryQueue } from "../webhooks/delivery-queue.ts";
import { startDispatcher } from "../webhooks/dispatcher.ts";
import { createResolveHost } from "../webhooks/resolve-host.ts";
import { createSealing } from "../webhooks/sealing.ts";
import { createSender } from "../webhooks/sender.ts";
import { createSqliteWebhookStore } from "../webhooks/sqlite-webhook-store.ts";
import { createWebhooks, type Webhooks } from "../webhooks/webhooks.ts";
import type { World } from "./world.ts";

export type WebhookParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly config: Config;
  readonly sealKey: Uint8Array;
  readonly world: World;
  readonly onFailure: (error: unknown) => void;
  /** A notice that its own table refuses: a bug of whoever wrote it. */
  readonly onUnfit: (notice: Notice) => void;
};

export type OpenedWebhooks = {
  readonly webhooks: Webhooks;
  /** There may be something to send. */
  readonly wake: () => void;
  readonly close: () => Promise<void>;
};

/** Webhooks over the state database, and what sends them. */
export function openWebhooks(db: DatabaseSync, parts: WebhookParts): OpenedWebhooks {
  const { transactor, outbox, config, sealKey, world, onFailure } = parts;
  const { now, newId, random, randomBytes } = world;
  const store = createSqliteWebhookStore(db);
  const sealing = createSealing(sealKey, randomBytes);
  const allow = createAllowList(config.webhooks.allowed_hosts);
  const send = createSender({
    allow,
    resolve: createResolveHost({ allow }),
    limits: { totalMs: config.webhooks.timeout_seconds * 1000 },
  });
  const queue = createDeliveryQueue({ transactor, outbox, store, sealing, random, onUnfit: parts.onUnfit });
  const dispatcher = startDispatcher({ queue, send, now, onFailure });
  const { wake } = dispatcher;
  const webhooks = createWebhooks({ transactor, outbox, store, sealing, allow, newId, randomBytes, wake });
  return { webhooks, wake, close: () => dispatcher.close() };
}

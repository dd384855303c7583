import { randomBytes, randomUUID } from "node:crypto";
import { afterEach } from "vitest";
import type { NoticeKind } from "@breakwater/contract";
import { openState } from "../../state/open-state.ts";
import { createSqliteOutbox, outboxMigrations } from "../../state/sqlite-outbox.ts";
import { createSqliteTransactor } from "../../state/sqlite-transactor.ts";
import { createAllowList } from "../addresses.ts";
import { createDeliveryQueue, type QueueLimits } from "../delivery-queue.ts";
import { startDispatcher, type Dispatcher, type DispatcherLimits } from "../dispatcher.ts";
import { createResolveHost } from "../resolve-host.ts";
import { createSealing } from "../sealing.ts";
import { createSender, type SendLimits } from "../sender.ts";
import { createSqliteWebhookStore, webhooksMigrations } from "../sqlite-webhook-store.ts";
import { createWebhooks } from "../webhooks.ts";

const closings: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of closings.splice(0)) await close();
});

export type DeskOptions = {
  readonly path?: string;
  readonly key?: Uint8Array;
  readonly queue?: Partial<QueueLimits>;
  readonly dispatcher?: Partial<DispatcherLimits>;
  readonly send?: Partial<SendLimits>;
  readonly attemptsMax?: number;
  /** Without it, the clock is the machine's: receivers compare with it. */
  readonly clock?: { at: number };
};

const testKey = randomBytes(32);

/** The whole room on real parts: a state database, a dispatcher that sends to this machine. Retries come after some 20 ms. */
export function openDesk(options: DeskOptions = {}) {
  const now = options.clock === undefined ? Date.now : () => options.clock?.at ?? 0;
  const db = openState(options.path ?? ":memory:", { migrations: [...outboxMigrations, ...webhooksMigrations], now });
  const transactor = createSqliteTransactor(db);
  const outbox = createSqliteOutbox(db);
  const store = createSqliteWebhookStore(db);
  const sealing = createSealing(options.key ?? testKey, randomBytes);
  const allow = createAllowList(["127.0.0.0/8"]);
  const unfit: string[] = [];
  const failures: unknown[] = [];
  const queue = createDeliveryQueue({
    transactor,
    outbox,
    store,
    sealing,
    random: () => 0.5,
    onUnfit: ({ kind }) => unfit.push(kind),
    limits: options.queue ?? {},
    times: { firstMs: 20, factor: 1.5, maxMs: 200, attemptsMax: options.attemptsMax ?? 12, jitter: 0 },
  });
  const limits = { connectMs: 1_000, totalMs: 400, bodyMs: 100, ...options.send };
  const send = createSender({ allow, resolve: createResolveHost({ allow }), limits });
  const open: Dispatcher[] = [];
  const webhooks = createWebhooks({
    transactor,
    outbox,
    store,
    sealing,
    allow,
    newId: randomUUID,
    randomBytes,
    wake: () => open.forEach((dispatcher) => dispatcher.wake()),
  });
  const desk = {
    db,
    transactor,
    outbox,
    store,
    webhooks,
    unfit,
    failures,
    now,
    start: (): Dispatcher => {
      const dispatcher = startDispatcher({
        queue,
        send,
        now,
        onFailure: (error) => failures.push(error),
        limits: { paceMs: 5, ...options.dispatcher },
      });
      open.push(dispatcher);
      return dispatcher;
    },
    /** Something happens. */
    notice: async (kind: NoticeKind, data: unknown): Promise<number> => {
      const { sequence } = await transactor.run(() => outbox.append(kind, data, now()));
      for (const dispatcher of open) dispatcher.wake();
      return sequence;
    },
    create: async (url: string, kinds: readonly (NoticeKind | "*")[] = ["lead.opened"]) => {
      const made = await webhooks.create({ url, kinds, description: "", disabled: false }, { at: now(), by: "t-1" });
      if (!made.ok) throw new Error(made.code);
      return { id: made.value.webhook.id, secret: made.value.secret };
    },
    view: async (id: string) => {
      const found = await webhooks.find(id, now());
      if (!found.ok) throw new Error(found.code);
      return found.value;
    },
    deliveries: async (id: string) => {
      const found = await webhooks.listDeliveries(id, { limit: 200 });
      if (!found.ok) throw new Error(found.code);
      return found.value.items;
    },
    close: async (): Promise<void> => {
      for (const dispatcher of open.splice(0)) await dispatcher.close(0);
      if (db.isOpen) db.close();
    },
  };
  closings.push(desk.close);
  return desk;
}

/** Resolves once it holds; what is waited for is told where it never does. */
export async function until(what: string, holds: () => boolean | Promise<boolean>, ms = 8_000): Promise<void> {
  const end = performance.now() + ms;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error(`Waited in vain: ${what}.`);
    await new Promise((done) => setTimeout(done, 5));
  }
}

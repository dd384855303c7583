import {
  toNoticeMessage,
  type DeliveryView,
  type ErrorCode,
  type NoticeKind,
  type Reason,
  type WebhookView,
} from "@breakwater/contract";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import type { AllowList } from "./addresses.ts";
import { createDelivery, placeOf } from "./delivery-queue.ts";
import { findUrlFault, urlFaults } from "./destination.ts";
import type { Sealing } from "./sealing.ts";
import { createSecret } from "./signature.ts";
import type { Attempt, Delivery, Endpoint, Placed, StoredSecret, WebhookStore } from "./webhook-store.ts";

/** A value, or why there is none: plain data, since a thread may stand between. */
export type Outcome<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly code: ErrorCode; readonly reason: Reason; readonly pointer?: string };

export type WebhookDraft = Pick<Endpoint, "url" | "kinds" | "description"> & { readonly disabled: boolean };
/** Who asks, and when. `by` is a token or person, for the notice. */
export type Asking = { readonly at: number; readonly by: string | null };
export type WithSecret = { readonly webhook: WebhookView; readonly secret: string };
/** `next` is where the page behind it begins; null on the last one. */
export type Page<T> = { readonly items: readonly T[]; readonly next: number | null };
export type PageQuery = { readonly from?: number | undefined; readonly limit: number };

/** What people do with webhooks. Each method is one unit of work; arguments and results are plain data. */
export interface Webhooks {
  list(query: PageQuery & { readonly at: number }): Promise<Page<WebhookView>>;
  create(draft: WebhookDraft, asking: Asking): Promise<Outcome<WithSecret>>;
  find(id: string, at: number): Promise<Outcome<WebhookView>>;
  update(
    id: string,
    change: Partial<WebhookDraft>,
    asking: Asking & { readonly version: number },
  ): Promise<Outcome<WebhookView>>;
  delete(id: string, asking: Asking): Promise<Outcome<null>>;
  rotate(id: string, asking: Asking & { readonly revokeOld: boolean }): Promise<Outcome<WithSecret>>;
  ping(id: string, asking: Asking): Promise<Outcome<DeliveryView>>;
  listDeliveries(
    id: string,
    query: PageQuery & { readonly status?: Delivery["status"] | undefined },
  ): Promise<Outcome<Page<DeliveryView>>>;
  findDelivery(id: string): Promise<Outcome<DeliveryView & { readonly log: readonly Omit<Attempt, "delivery">[] }>>;
  replayDelivery(id: string, at: number): Promise<Outcome<DeliveryView>>;
  replaySince(id: string, since: number, at: number): Promise<Outcome<{ readonly replayed: number }>>;
  /** Forgets deliveries that are done and were made before `before`, and secrets that no longer sign; says how many deliveries. */
  tidy(before: number, at: number): Promise<number>;
}

export const webhookLimits = {
  endpointsMax: 50,
  /** How long a secret goes on signing beside the one that replaced it, ms. */
  overlapMs: 86_400_000,
  /** Secrets that sign at a time; the oldest go. */
  secretsMax: 4,
  /** Attempts shown with a delivery. */
  logMax: 50,
} as const;
export type WebhookLimits = { readonly [name in keyof typeof webhookLimits]: number };

export type WebhooksOptions = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly store: WebhookStore;
  readonly sealing: Sealing;
  readonly allow: AllowList;
  /** Of `[A-Za-z0-9_-]`, at most 64. */
  readonly newId: () => string;
  readonly randomBytes: (length: number) => Uint8Array;
  readonly limits?: Partial<WebhookLimits>;
  /** There is something to send. */
  readonly wake: () => void;
};

export function createWebhooks(options: WebhooksOptions): Webhooks {
  const { transactor, outbox, store, sealing, allow, newId, randomBytes, wake } = options;
  const limits = { ...webhookLimits, ...options.limits };

  const view = async (endpoint: Endpoint, at: number): Promise<WebhookView> =>
    toView(
      endpoint,
      (await store.listSecrets(endpoint.id)).filter((secret) => isValid(secret, at)),
    );
  const tell = async (webhook: string, change: string, { at, by }: Asking): Promise<void> => {
    await outbox.append("webhook.changed" satisfies NoticeKind, { webhook, change, by }, at);
  };
  /** A unit about one endpoint. */
  const about = <T>(id: string, work: (endpoint: Endpoint) => Promise<Outcome<T>>): Promise<Outcome<T>> =>
    transactor.run(async () => {
      const endpoint = await store.findEndpoint(id);
      return endpoint === null ? refuse("not_found", { code: "webhook_unknown" }) : work(endpoint);
    });
  const addSecret = async (endpoint: string, at: number): Promise<string> => {
    const [secret, id] = [createSecret(randomBytes), newId()];
    const sealed = sealing.seal(secret, placeOf(endpoint, id));
    await store.insertSecret({ id, endpoint, sealed, createdAt: at, expiresAt: null });
    return secret;
  };

  return {
    list: ({ from = 0, limit, at }) =>
      transactor.run(async () => {
        const all = await store.listEndpoints();
        const items: WebhookView[] = [];
        for (const endpoint of all.slice(from, from + limit)) items.push(await view(endpoint, at));
        return { items, next: from + limit < all.length ? from + limit : null };
      }),

    create: (draft, asking) =>
      transactor.run(async () => {
        const fault = findUrlFault(draft.url, allow);
        if (fault !== null) return refuse("invalid_request", { code: urlFaults[fault] }, "/url");
        if ((await store.listEndpoints()).length >= limits.endpointsMax) {
          return refuse("limit_reached", { code: "webhooks_max", about: [limits.endpointsMax] });
        }
        const endpoint: Endpoint = {
          ...pick(draft),
          id: newId(),
          disabledReason: draft.disabled ? "by_hand" : null,
          version: 1,
          createdAt: asking.at,
          updatedAt: asking.at,
          cursor: await outbox.latest(),
          missed: 0,
          failures: 0,
          givenUp: 0,
        };
        await store.insertEndpoint(endpoint);
        const secret = await addSecret(endpoint.id, asking.at);
        await tell(endpoint.id, "created", asking);
        return pass({ webhook: await view(endpoint, asking.at), secret });
      }),

    find: (id, at) => about(id, async (endpoint) => pass(await view(endpoint, at))),

    update: (id, change, asking) =>
      about(id, async (endpoint) => {
        if (endpoint.version !== asking.version) {
          return refuse("precondition_failed", { code: "version_now", about: [endpoint.version] });
        }
        const fault = change.url === undefined ? null : findUrlFault(change.url, allow);
        if (fault !== null) return refuse("invalid_request", { code: urlFaults[fault] }, "/url");
        const isDisabled = change.disabled ?? endpoint.disabledReason !== null;
        const isEnabling = !isDisabled && endpoint.disabledReason !== null;
        const changed: Endpoint = {
          ...endpoint,
          ...pick({ ...endpoint, ...change }),
          disabledReason: isDisabled ? (endpoint.disabledReason ?? "by_hand") : null,
          version: endpoint.version + 1,
          updatedAt: asking.at,
          ...(isEnabling ? { failures: 0, givenUp: 0 } : {}),
        };
        await store.updateEndpoint(changed);
        // What waits for a retry need not wait for what was wrong before.
        if (isEnabling || change.url !== undefined) await store.wake(id, asking.at + 1, asking.at);
        const isDisabling = isDisabled && endpoint.disabledReason === null;
        await tell(id, isEnabling ? "enabled" : isDisabling ? "disabled" : "updated", asking);
        wake();
        return pass(await view(changed, asking.at));
      }),

    delete: (id, asking) =>
      about(id, async () => {
        await store.deleteEndpoint(id);
        await tell(id, "deleted", asking);
        return pass(null);
      }),

    rotate: (id, { revokeOld, ...asking }) =>
      about(id, async (endpoint) => {
        const held = await store.listSecrets(id);
        const kept = revokeOld
          ? []
          : held.filter((secret) => isValid(secret, asking.at)).slice(0, limits.secretsMax - 1);
        const gone = held.filter((secret) => !kept.includes(secret));
        await store.deleteSecrets(gone.map((secret) => secret.id));
        await store.expireSecrets(id, asking.at + limits.overlapMs);
        const secret = await addSecret(id, asking.at);
        const changed = { ...endpoint, version: endpoint.version + 1, updatedAt: asking.at };
        await store.updateEndpoint(changed);
        await tell(id, "rotated", asking);
        return pass({ webhook: await view(changed, asking.at), secret });
      }),

    ping: (id, { at }) =>
      about(id, async () => {
        const message = toNoticeMessage({ sequence: null, at, kind: "webhook.ping", data: { webhook: id } });
        const body = JSON.stringify(message);
        const what = { id: `msg_ping-${newId()}_${id}`, endpoint: id, kind: "webhook.ping", sequence: null } as const;
        const delivery = createDelivery({ ...what, body, at });
        await store.insertDelivery(delivery);
        wake();
        return pass(toDeliveryView(delivery));
      }),

    listDeliveries: (id, { status, from, limit }) =>
      about(id, async () => {
        const found = await store.listDeliveries({ endpoint: id, status, before: from, limit: limit + 1 });
        const items = found.slice(0, limit);
        const last: Placed<Delivery> | undefined = items.at(-1);
        const next = found.length > limit && last !== undefined ? last.position : null;
        return pass({ items: items.map(toDeliveryView), next });
      }),

    findDelivery: (id) =>
      transactor.run(async () => {
        const delivery = await store.findDelivery(id);
        if (delivery === null) return refuse("not_found", { code: "delivery_unknown" });
        const attempts = await store.listAttempts(id, limits.logMax);
        const log = attempts.map(({ delivery: _delivery, ...attempt }) => attempt);
        return pass({ ...toDeliveryView(delivery), log });
      }),

    replayDelivery: (id, at) =>
      transactor.run(async () => {
        const delivery = await store.findDelivery(id);
        if (delivery === null) return refuse("not_found", { code: "delivery_unknown" });
        const again: Delivery = { ...delivery, status: "pending", attempts: 0, nextTryAt: at };
        await store.updateDelivery(again);
        wake();
        return pass(toDeliveryView(again));
      }),

    replaySince: (id, since, at) =>
      about(id, async () => {
        const replayed = await store.replayFailed(id, since, at);
        wake();
        return pass({ replayed });
      }),

    tidy: (before, at) =>
      transactor.run(async () => {
        for (const { id } of await store.listEndpoints()) {
          const expired = (await store.listSecrets(id)).filter((secret) => !isValid(secret, at));
          await store.deleteSecrets(expired.map((secret) => secret.id));
        }
        return store.deleteDeliveriesBefore(before);
      }),
  };
}

function pick({
  url,
  kinds,
  description,
}: Pick<Endpoint, "url" | "kinds" | "description">): Pick<Endpoint, "url" | "kinds" | "description"> {
  return { url, kinds: [...new Set(kinds)], description };
}

function isValid({ expiresAt }: StoredSecret, at: number): boolean {
  return expiresAt === null || expiresAt > at;
}

function toView(endpoint: Endpoint, secrets: readonly StoredSecret[]): WebhookView {
  return {
    id: endpoint.id,
    url: endpoint.url,
    kinds: [...endpoint.kinds],
    description: endpoint.description,
    disabled: endpoint.disabledReason !== null,
    disabledReason: endpoint.disabledReason,
    version: endpoint.version,
    createdAt: endpoint.createdAt,
    updatedAt: endpoint.updatedAt,
    cursor: endpoint.cursor,
    missed: endpoint.missed,
    failures: endpoint.failures,
    givenUp: endpoint.givenUp,
    secrets: secrets.map(({ id, createdAt, expiresAt }) => ({ id, createdAt, expiresAt })),
  };
}

/** Without the body: whoever manages webhooks need not be somebody who may read what they carry. */
function toDeliveryView(delivery: Delivery): DeliveryView {
  const { id, endpoint, kind, sequence, status, createdAt, attempts, lastStatus, lastFault, lastAt, nextTryAt } =
    delivery;
  return {
    id,
    webhook: endpoint,
    kind,
    sequence,
    status,
    createdAt,
    attempts,
    lastStatus,
    lastFault,
    lastAt,
    nextTryAt,
  };
}

function pass<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

function refuse(code: ErrorCode, reason: Reason, pointer?: string): Outcome<never> {
  return { ok: false, code, reason, ...(pointer === undefined ? {} : { pointer }) };
}

import { findPlatformScope, isNoticeKind, isOfDesks, toNoticeMessage, type NoticeKind } from "@breakwater/contract";
import type { Notice, Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { backoff, waitAfter, type Backoff } from "./backoff.ts";
import type { Sealing } from "./sealing.ts";
import type { SendResult } from "./sender.ts";
import type { Attempt, Delivery, Endpoint, WebhookStore } from "./webhook-store.ts";

/** What is to be sent now. Plain data, with the secrets in the clear: it stays inside the process. */
export type Job = {
  readonly delivery: string;
  readonly endpoint: string;
  readonly url: string;
  readonly body: string;
  /** The newest first; empty where none can be opened. */
  readonly secrets: readonly string[];
};

export type Outcome = InFlight & {
  /** When the attempt began, ms since 1970 UTC. */
  readonly at: number;
  readonly durationMs: number;
  readonly result: SendResult;
};

export type InFlight = Pick<Job, "delivery" | "endpoint">;

export type Turn = {
  readonly at: number;
  /** What came of attempts since the last turn. */
  readonly outcomes: readonly Outcome[];
  /** How many more may be sent now. */
  readonly room: number;
  /** What is being sent. */
  readonly inFlight: readonly InFlight[];
};

export type TurnResult = {
  readonly jobs: readonly Job[];
  /** When the next delivery falls due behind now; null where none does. What is due already and was not taken waits for room. */
  readonly nextAt: number | null;
  /** Notices are there that were not looked at yet: take another turn when there is room. */
  readonly isBehind: boolean;
};

/**
 * What is to be delivered, and what came of it. Each notice that an endpoint wants becomes one delivery, made in the same unit as the
 * endpoint's cursor moves: none is lost and none is made twice. One turn is one unit of work.
 */
export interface DeliveryQueue {
  turn(turn: Turn): Promise<TurnResult>;
}

export const queueLimits = {
  /** Sent at a time to one endpoint. With 1, deliveries arrive in order as long as none has to be retried. */
  perEndpointMax: 1,
  /** Deliveries that wait for one endpoint. Beyond it what happens waits in the outbox. */
  pendingMax: 1_000,
  /** Notices looked at for one endpoint in one turn. */
  noticesMax: 500,
  /** Deliveries given up in a row until the endpoint is disabled. */
  givenUpMax: 5,
  /** Attempts that fail in a row until it is an outage, behind which a success brings forward what waits. */
  outageMin: 3,
  /** What was tried within this time is not brought forward, ms. */
  wakeMs: 60_000,
  /** Attempts kept of one delivery. */
  attemptsKept: 50,
} as const;
export type QueueLimits = { readonly [name in keyof typeof queueLimits]: number };

export type QueueOptions = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly store: WebhookStore;
  readonly sealing: Sealing;
  /** In [0, 1). */
  readonly random: () => number;
  readonly limits?: Partial<QueueLimits>;
  readonly times?: Backoff;
  /** A notice of an unknown kind, or one that lacks what the table asks for: a bug of whoever wrote it. It is passed over. */
  readonly onUnfit?: (notice: Notice) => void;
};

export function createDeliveryQueue(options: QueueOptions): DeliveryQueue {
  const world: World = { ...options, limits: { ...queueLimits, ...options.limits } };
  return {
    turn: (turn) =>
      options.transactor.run(async () => {
        for (const outcome of turn.outcomes) await settle(outcome, turn.at, world);
        const settled = new Set(turn.outcomes.map(({ delivery }) => delivery));
        const inFlight = turn.inFlight.filter(({ delivery }) => !settled.has(delivery));
        return takeJobs({ at: turn.at, room: turn.room, inFlight }, world);
      }),
  };
}

type World = Omit<QueueOptions, "limits"> & { readonly limits: QueueLimits };
type Taking = { readonly at: number; readonly room: number; readonly inFlight: readonly InFlight[] };

async function takeJobs({ at, room, inFlight }: Taking, world: World): Promise<TurnResult> {
  const { store, limits } = world;
  const endpoints = await store.listEndpoints();
  const pages = createPages(world.outbox, limits.noticesMax);
  let isBehind = false;
  for (const endpoint of endpoints.filter(({ disabledReason }) => disabledReason === null)) {
    if (await advance(endpoint, { at, pages, world })) isBehind = true;
  }
  const isSent = new Set(inFlight.map(({ delivery }) => delivery));
  const due: Delivery[] = [...(await store.listDuePings(at, room + inFlight.length))];
  // Those that answer go before those that fail: no number of dead endpoints keeps a living one waiting.
  for (const { id } of endpoints.filter((one) => one.disabledReason === null).sort((a, b) => a.failures - b.failures)) {
    const busy = inFlight.filter(({ endpoint }) => endpoint === id).length;
    const found = await store.listDue(id, at, limits.perEndpointMax + busy);
    due.push(...found.filter((one) => !isSent.has(one.id)).slice(0, Math.max(0, limits.perEndpointMax - busy)));
  }
  const byId = new Map(endpoints.map((endpoint) => [endpoint.id, endpoint]));
  const jobs: Job[] = [];
  for (const { id, endpoint, body } of due.filter((one) => !isSent.has(one.id)).slice(0, room)) {
    const url = byId.get(endpoint)?.url;
    if (url !== undefined)
      jobs.push({ delivery: id, endpoint, url, body, secrets: await openSecrets(endpoint, at, world) });
  }
  return { jobs, nextAt: await store.nextDueAt(at), isBehind };
}

type ReadPage = (after: number) => Promise<readonly Notice[]>;

/** Endpoints mostly stand at the same place: what is read for one serves all. */
function createPages(
  outbox: Outbox,
  limit: number,
): { readonly first: () => Promise<number>; readonly read: ReadPage } {
  const held = new Map<number, Promise<readonly Notice[]>>();
  let first: Promise<number> | null = null;
  return {
    first: () => (first ??= outbox.first()),
    read: (after) => {
      const page = held.get(after) ?? outbox.readAfter(after, limit);
      held.set(after, page);
      return page;
    },
  };
}

type Advancing = { readonly at: number; readonly pages: ReturnType<typeof createPages>; readonly world: World };

/** Makes deliveries of the notices behind the endpoint's cursor. Says whether there may be more. */
async function advance(endpoint: Endpoint, { at, pages, world }: Advancing): Promise<boolean> {
  const { store, limits } = world;
  const forgotten = Math.max(0, (await pages.first()) - 1 - endpoint.cursor);
  const start = endpoint.cursor + forgotten;
  const notices = await pages.read(start);
  let [cursor, room] = [start, limits.pendingMax - (notices.length === 0 ? 0 : await store.countPending(endpoint.id))];
  for (const notice of notices) {
    const isWanted = wants(endpoint, notice.kind);
    if (isWanted && room <= 0) break;
    const delivery = isWanted ? toDelivery(notice, endpoint, at) : null;
    if (isWanted && delivery === null) world.onUnfit?.(notice);
    if (delivery !== null) {
      await store.insertDelivery(delivery);
      room -= 1;
    }
    cursor = notice.sequence;
  }
  if (cursor !== endpoint.cursor) {
    await store.updateEndpoint({ ...endpoint, cursor, missed: endpoint.missed + forgotten });
  }
  return notices.length === limits.noticesMax && room > 0;
}

function wants({ kinds }: Endpoint, kind: string): boolean {
  // What names accounts is asked for by its name; what people work on cannot be asked for.
  const isForAll = !isNoticeKind(kind) || (findPlatformScope(kind) === null && !isOfDesks(kind));
  return kinds.some((wanted) => wanted === kind || (wanted === "*" && isForAll));
}

function toDelivery({ sequence, at: happenedAt, kind, data }: Notice, endpoint: Endpoint, at: number): Delivery | null {
  const message = toNoticeMessage({ sequence, at: happenedAt, kind, data });
  if (message === null) return null;
  const id = `msg_${sequence}_${endpoint.id}`;
  return createDelivery({ id, endpoint: endpoint.id, kind: message.type, sequence, body: JSON.stringify(message), at });
}

export function createDelivery({
  at,
  ...what
}: Pick<Delivery, "id" | "endpoint" | "kind" | "sequence" | "body"> & { readonly at: number }): Delivery {
  const fresh = { attempts: 0, lastStatus: null, lastFault: null, lastAt: null } as const;
  return { ...what, ...fresh, status: "pending", createdAt: at, nextTryAt: at };
}

async function openSecrets(endpoint: string, at: number, { store, sealing }: World): Promise<readonly string[]> {
  const stored = await store.listSecrets(endpoint);
  const valid = stored.filter(({ expiresAt }) => expiresAt === null || expiresAt > at);
  return valid.flatMap(({ id, sealed }) => sealing.open(sealed, placeOf(endpoint, id)) ?? []);
}

/** Where a secret stands, for the seal. */
export function placeOf(endpoint: string, secret: string): string {
  return `webhooks/${endpoint}/${secret}`;
}

async function settle(outcome: Outcome, at: number, world: World): Promise<void> {
  const { store, limits } = world;
  const delivery = await store.findDelivery(outcome.delivery);
  // Its endpoint was deleted while it was under way.
  if (delivery === null) return;
  const { result } = outcome;
  // Nobody but ourselves ended it: it counts for nothing.
  if (result.fault === "stopped") return;
  const [last] = await store.listAttempts(delivery.id, 1);
  const attempt: Attempt = {
    delivery: delivery.id,
    number: (last?.number ?? 0) + 1,
    at: outcome.at,
    durationMs: outcome.durationMs,
    status: result.status,
    fault: result.fault,
    excerpt: result.excerpt,
  };
  await store.insertAttempt(attempt);
  if (attempt.number > limits.attemptsKept) await store.trimAttempts(delivery.id, limits.attemptsKept);
  const tried = {
    ...delivery,
    attempts: delivery.attempts + 1,
    lastStatus: result.status,
    lastFault: result.fault,
    lastAt: outcome.at,
  };
  if (delivery.sequence === null) {
    await store.updateDelivery({ ...tried, status: result.fault === null ? "delivered" : "failed", nextTryAt: null });
  } else if (result.fault === null) {
    await succeed(tried, at, world);
  } else {
    await fail(tried, { result, at }, world);
  }
}

async function succeed(tried: Delivery, at: number, { store, limits }: World): Promise<void> {
  await store.updateDelivery({ ...tried, status: "delivered", nextTryAt: null });
  const endpoint = await store.findEndpoint(tried.endpoint);
  if (endpoint === null || (endpoint.failures === 0 && endpoint.givenUp === 0)) return;
  await store.updateEndpoint({ ...endpoint, failures: 0, givenUp: 0 });
  if (endpoint.failures >= limits.outageMin) await store.wake(endpoint.id, at - limits.wakeMs, at);
}

type Failing = { readonly result: SendResult; readonly at: number };

async function fail(tried: Delivery, { result, at }: Failing, world: World): Promise<void> {
  const { store, limits, random, times = backoff } = world;
  const isGone = result.status === 410;
  const isGivenUp = isGone || tried.attempts >= times.attemptsMax;
  const wait = waitAfter(tried.attempts, { random: random(), retryAfter: result.retryAfter, times });
  await store.updateDelivery(
    isGivenUp ? { ...tried, status: "failed", nextTryAt: null } : { ...tried, status: "pending", nextTryAt: at + wait },
  );
  const endpoint = await store.findEndpoint(tried.endpoint);
  if (endpoint === null) return;
  const counted = {
    ...endpoint,
    failures: endpoint.failures + 1,
    givenUp: endpoint.givenUp + (isGivenUp ? 1 : 0),
  };
  const reason = isGone ? "gone" : counted.givenUp >= limits.givenUpMax ? "failing" : null;
  if (reason === null || endpoint.disabledReason !== null) return store.updateEndpoint(counted);
  await store.updateEndpoint({ ...counted, disabledReason: reason, version: endpoint.version + 1, updatedAt: at });
  await world.outbox.append("webhook.disabled" satisfies NoticeKind, { webhook: endpoint.id, reason }, at);
}

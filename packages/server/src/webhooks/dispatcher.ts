import { signMessage } from "./signature.ts";
import type { DeliveryQueue, InFlight, Job, Outcome } from "./delivery-queue.ts";
import type { Send, SendResult } from "./sender.ts";

export type Dispatcher = {
  /** There may be something to send. Cheap, and may be called at any time. */
  readonly wake: () => void;
  /** Takes nothing more, waits at most `graceMs` for what is under way, then breaks it off: that will be sent again. */
  readonly close: (graceMs?: number) => Promise<void>;
};

export const dispatcherLimits = {
  /** Sent at a time, over all endpoints. */
  totalMax: 32,
  /** Between two turns, ms: what happens meanwhile is taken in one. */
  paceMs: 20,
  /** Longest wait for the next turn, ms: a clock may have been set. */
  idleMs: 60_000,
  /** Wait behind a turn that the store refused, ms. */
  failedMs: 1_000,
} as const;
export type DispatcherLimits = { readonly [name in keyof typeof dispatcherLimits]: number };

export type DispatcherOptions = {
  readonly queue: DeliveryQueue;
  readonly send: Send;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly userAgent?: string;
  readonly limits?: Partial<DispatcherLimits>;
  /** The store failed; the turn will be taken again. */
  readonly onFailure: (error: unknown) => void;
};

/** Sends what is due, so much at a time as its limits say, and tells the queue what came of it. Holds no more than what it is sending. */
export function startDispatcher(options: DispatcherOptions): Dispatcher {
  const { queue, now, onFailure } = options;
  const limits = { ...dispatcherLimits, ...options.limits };
  const sending = new Map<string, InFlight & { readonly done: Promise<void> }>();
  const stopping = new AbortController();
  let outcomes: readonly Outcome[] = [];
  let [isClosed, isWoken] = [false, false];
  let turning: Promise<void> | null = null;
  let timer: NodeJS.Timeout | undefined;

  const start = (job: Job): void => {
    const at = now();
    const done = deliver(job, at, options, stopping.signal).then((result) => {
      const durationMs = Math.max(0, now() - at);
      outcomes = [...outcomes, { delivery: job.delivery, endpoint: job.endpoint, at, durationMs, result }];
      sending.delete(job.delivery);
      wake();
    });
    sending.set(job.delivery, { delivery: job.delivery, endpoint: job.endpoint, done });
  };

  const turn = async (): Promise<number> => {
    const told = outcomes;
    const inFlight = [...sending.values()].map(({ delivery, endpoint }) => ({ delivery, endpoint }));
    const room = isClosed ? 0 : limits.totalMax - sending.size;
    const { jobs, nextAt, isBehind } = await queue.turn({ at: now(), outcomes: told, room, inFlight });
    outcomes = outcomes.slice(told.length);
    if (isClosed) return limits.idleMs;
    for (const job of jobs) start(job);
    if (isBehind) return limits.paceMs;
    return nextAt === null ? limits.idleMs : Math.min(limits.idleMs, Math.max(limits.paceMs, nextAt - now()));
  };

  const run = async (): Promise<void> => {
    isWoken = false;
    const wait = await turn().catch((error: unknown) => {
      onFailure(error);
      return null;
    });
    turning = null;
    schedule(wait === null ? limits.failedMs : isWoken ? limits.paceMs : wait);
  };

  const schedule = (wait: number): void => {
    clearTimeout(timer);
    if (isClosed) return;
    timer = setTimeout(() => {
      turning = run();
    }, wait);
  };

  const wake = (): void => {
    if (isWoken) return;
    isWoken = true;
    if (turning === null) schedule(limits.paceMs);
  };

  wake();
  return {
    wake,
    async close(graceMs = 5_000) {
      isClosed = true;
      clearTimeout(timer);
      const grace = setTimeout(() => stopping.abort(), graceMs);
      await turning;
      await Promise.all([...sending.values()].map(({ done }) => done));
      clearTimeout(grace);
      if (outcomes.length > 0) await turn().catch(onFailure);
    },
  };
}

async function deliver(
  { delivery, url, body, secrets }: Job,
  at: number,
  { send, userAgent = "Breakwater" }: DispatcherOptions,
  signal: AbortSignal,
): Promise<SendResult> {
  if (secrets.length === 0) return { fault: "secret_unreadable", status: null, excerpt: "", retryAfter: null };
  const bytes = Buffer.from(body);
  const signed = signMessage({ id: delivery, timestamp: Math.floor(at / 1_000), body: bytes }, secrets);
  const headers = { ...signed, "content-type": "application/json; charset=utf-8", "user-agent": userAgent };
  return send({ url, headers, body: bytes }, signal);
}

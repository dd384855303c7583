import type { Readable } from "node:stream";
import type { NoticeKind } from "@breakwater/contract";
import type { Notice } from "../state/outbox.ts";
import { createEventClient, type EventClient } from "./event-client.ts";
import { createFrameRing } from "./frame-ring.ts";
import { toFrame, type Frame } from "./frame.ts";
import type { NoticeSource } from "./notice-source.ts";

export type OpenStream = {
  /** Of the token or person. */
  readonly callerId: string;
  readonly wants: ReadonlySet<NoticeKind>;
  /** Sequence behind which to begin; null: now. */
  readonly after: number | null;
};

export type StreamRefusal =
  /** What comes behind `after` was forgotten in part, or `after` is still to come. */
  "gone" | "too_many" | "closed";

export type HubState = {
  readonly open: number;
  /** Streams that were ended because their clients took nothing. */
  readonly cut: number;
  /** Notices that the contract does not know. */
  readonly unfit: number;
};

export interface EventHub {
  open(stream: OpenStream): Promise<Readable | StreamRefusal>;
  /** There may be new notices. Cheap, and may be called at any time. */
  wake(): void;
  /** Ends the streams of a token or person whose access has changed, null: of everybody. They come back, and are judged anew. */
  endOf(callerId: string | null): void;
  state(): HubState;
  /** Ends all streams; their clients come back and resume. */
  close(): void;
}

export const hubLimits = {
  openMax: 2_000,
  perCallerMax: 1_200,
  /** What one stream holds back, bytes. Node and the system hold some more of what was written. */
  bufferBytes: 16_384,
  /** What all share: the newest notices, ready to send. */
  ringFrames: 4_096,
  ringBytes: 4_194_304,
  /** Read from the outbox at a time. */
  pageMax: 500,
  /** Streams that read from the outbox at a time, because the ring does not reach back to them. */
  readingMax: 4,
  /** Between two reads of what is new, ms. */
  paceMs: 25,
  heartbeatMs: 15_000,
  /** A client that takes nothing for so long while something waits is cut off, ms. */
  stallMs: 30_000,
  /** Then a stream ends, and its client comes back and is judged anew, ms. */
  lifetimeMs: 900_000,
} as const;
export type HubLimits = { readonly [name in keyof typeof hubLimits]: number };

export type EventHubOptions = {
  readonly source: NoticeSource;
  /** Milliseconds; need not be the time of day. */
  readonly now: () => number;
  readonly limits?: Partial<HubLimits>;
  /** The source failed; it is asked again. */
  readonly onFailure: (error: unknown) => void;
  readonly onUnfit?: (notice: Notice) => void;
};

/**
 * One reader of the outbox for all open streams. A notice is read once, written as bytes once, and pushed to whoever wants it and can take it. A
 * stream that is behind takes from the ring, or where that does not reach reads the outbox, at its own pace; one that takes nothing is cut.
 */
export function createEventHub(options: EventHubOptions): EventHub {
  const { source, now, onFailure } = options;
  const limits = { ...hubLimits, ...options.limits };
  const ring = createFrameRing({ framesMax: limits.ringFrames, bytesMax: limits.ringBytes });
  const clients = new Set<EventClient>();
  const waiting = new Set<EventClient>();
  let [opened, cut, unfit, reading] = [0, 0, 0, 0];
  let [isClosed, isRunning, isWoken] = [false, false, false];
  let ticking: NodeJS.Timeout | undefined;

  const frameOf = (notice: Notice): Frame => {
    const frame = toFrame(notice);
    if (frame.kind === null) {
      unfit += 1;
      options.onUnfit?.(notice);
    }
    return frame;
  };

  const serve = (client: EventClient): void => {
    const isBehind = client.cursor() < ring.latest();
    if (!client.isReady()) return isBehind ? client.block() : undefined;
    if (client.cursor() < ring.first() - 1) {
      waiting.add(client);
      readForWaiting();
    } else if (isBehind) {
      client.give(framesBehind(client.cursor()));
    }
  };

  function* framesBehind(cursor: number): Iterable<Frame> {
    for (let next = cursor + 1; ; next++) {
      const frame = ring.at(next);
      if (frame === null) return;
      yield frame;
    }
  }

  const readForWaiting = (): void => {
    for (const client of waiting) {
      if (reading >= limits.readingMax) return;
      waiting.delete(client);
      reading += 1;
      void readFor(client).finally(() => {
        reading -= 1;
        readForWaiting();
      });
    }
  };

  const readFor = async (client: EventClient): Promise<void> => {
    const after = client.cursor();
    const page = await source.readAfter(after, limits.pageMax).catch((error: unknown) => {
      onFailure(error);
      return [];
    });
    // Forgotten meanwhile, or out of reach: whoever comes back is told so.
    if (page[0]?.sequence !== after + 1) return client.end();
    client.give(page.map(toFrame));
    // What it passed over brings no call for more.
    if (client.isReady()) serve(client);
  };

  const run = async (): Promise<void> => {
    [isRunning, isWoken] = [true, false];
    try {
      for (let isMore = clients.size > 0; isMore && clients.size > 0;) {
        const page = await source.readAfter(ring.latest(), limits.pageMax);
        for (const notice of page) ring.add(frameOf(notice));
        for (const client of clients) serve(client);
        isMore = page.length === limits.pageMax;
      }
    } catch (error) {
      onFailure(error);
    }
    isRunning = false;
    // What came meanwhile is read in one go, a moment later.
    if (isWoken && !isClosed) setTimeout(() => void run(), limits.paceMs);
  };

  const wake = (): void => {
    if (isClosed || isWoken || clients.size === 0) return;
    isWoken = true;
    if (!isRunning) setTimeout(() => void run(), limits.paceMs);
  };

  const tick = (): void => {
    const at = now();
    for (const client of clients) {
      const { openedAt } = client;
      const since = client.blockedSince();
      if (since !== null && at - since >= limits.stallMs) {
        cut += 1;
        client.cut();
      } else if (at - openedAt >= limits.lifetimeMs) {
        client.end();
        // Where it does not even take the end.
        client.block();
      } else {
        client.beat(at - limits.heartbeatMs);
      }
    }
    // A signal may be lost between threads, and the source may have failed.
    wake();
  };

  const onClose = (client: EventClient): void => {
    clients.delete(client);
    waiting.delete(client);
    if (clients.size > 0) return;
    clearInterval(ticking);
    ticking = undefined;
  };

  let asking: ReturnType<NoticeSource["range"]> | null = null;
  /** Of those who open at the same time one asks for all. */
  const range = (): ReturnType<NoticeSource["range"]> =>
    (asking ??= source.range().finally(() => {
      asking = null;
    }));

  return {
    wake,
    async open({ callerId, wants, after }) {
      if (isClosed) return "closed";
      const own = [...clients].filter((client) => client.callerId === callerId).length;
      if (clients.size >= limits.openMax || own >= limits.perCallerMax) return "too_many";
      const { first, latest } = await range();
      // Nobody was there: what happened meanwhile concerns only those who resume, and they read for themselves.
      if (clients.size === 0) ring.reset(latest);
      if (after !== null && (after < first - 1 || after > latest)) return "gone";
      opened += 1;
      const client = createEventClient({
        callerId,
        wants,
        cursor: after ?? latest,
        bufferBytes: limits.bufferBytes,
        // Spread, so that those who were ended together do not come back together.
        retryMs: 1_000 + ((opened * 619) % 4_000),
        now,
        onReady: serve,
        onClose,
      });
      clients.add(client);
      ticking ??= setInterval(tick, Math.max(1, Math.min(limits.heartbeatMs, limits.stallMs) / 3)).unref();
      wake();
      return client.stream;
    },
    endOf(callerId) {
      for (const client of clients) if (callerId === null || client.callerId === callerId) client.end();
    },
    state: () => ({ open: clients.size, cut, unfit }),
    close() {
      isClosed = true;
      for (const client of clients) client.end();
      clearInterval(ticking);
    },
  };
}

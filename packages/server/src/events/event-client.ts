import { Readable } from "node:stream";
import type { NoticeKind } from "@breakwater/contract";
import { toHeartbeat, toOpening, type Frame } from "./frame.ts";

/** One open stream, as the hub sees it. */
export interface EventClient {
  readonly stream: Readable;
  readonly callerId: string;
  /** When it was opened, ms. */
  readonly openedAt: number;
  /** The last notice that was sent or passed over. */
  cursor(): number;
  /** Waits for the next frames: whatever it was given has gone on its way. */
  isReady(): boolean;
  /** Takes frames from behind its cursor, ascending, as many as its buffer holds; those that it does not want are passed over. */
  give(frames: Iterable<Frame>): void;
  /** Sends a heartbeat where nothing was sent since `before`. */
  beat(before: number): void;
  /** Since when something waits that it does not take; null where nothing does. */
  blockedSince(): number | null;
  /** Notes that something waits for it. */
  block(): void;
  /** Ends it so that the last bytes arrive. */
  end(): void;
  /** Ends it at once. */
  cut(): void;
}

export type EventClientOptions = {
  readonly callerId: string;
  readonly wants: ReadonlySet<NoticeKind>;
  readonly cursor: number;
  readonly bufferBytes: number;
  readonly retryMs: number;
  readonly now: () => number;
  /** It can take more. */
  readonly onReady: (client: EventClient) => void;
  readonly onClose: (client: EventClient) => void;
};

/**
 * A stream that holds no more than its buffer. What is to be sent waits in the ring that all share, or in the outbox, never here: a
 * client is no more than a place in the order of what happens.
 */
export function createEventClient(options: EventClientOptions): EventClient {
  const { wants, bufferBytes, now, onReady, onClose } = options;
  let cursor = options.cursor;
  let [isReady, isEnded, hasOpened] = [false, false, false];
  let sentAt = now();
  let toldCursor = cursor;
  let blockedSince: number | null = null;

  const push = (bytes: Buffer): void => {
    [isReady, sentAt] = [false, now()];
    stream.push(bytes);
  };
  const stream = new Readable({
    highWaterMark: bufferBytes,
    read() {
      [isReady, blockedSince] = [true, null];
      if (hasOpened) return onReady(client);
      hasOpened = true;
      push(toOpening(options.retryMs));
    },
    destroy(error, done) {
      isEnded = true;
      onClose(client);
      done(error);
    },
  });
  const client: EventClient = {
    stream,
    callerId: options.callerId,
    openedAt: sentAt,
    cursor: () => cursor,
    isReady: () => isReady && !isEnded,
    give(frames) {
      if (!client.isReady()) return;
      const taken: Buffer[] = [];
      let bytes = 0;
      for (const frame of frames) {
        const isWanted = frame.kind !== null && wants.has(frame.kind);
        if (isWanted && bytes > 0 && bytes + frame.bytes.length > bufferBytes) break;
        cursor = frame.sequence;
        if (!isWanted) continue;
        taken.push(frame.bytes);
        bytes += frame.bytes.length;
        toldCursor = cursor;
      }
      if (bytes > 0) push(taken.length === 1 && taken[0] !== undefined ? taken[0] : Buffer.concat(taken));
    },
    beat(before) {
      if (isEnded || sentAt > before) return;
      if (!isReady) return client.block();
      toldCursor = cursor;
      push(toHeartbeat(toldCursor));
    },
    blockedSince: () => blockedSince,
    block() {
      if (!isReady) blockedSince ??= now();
    },
    end() {
      if (isEnded) return;
      isEnded = true;
      if (toldCursor !== cursor) stream.push(toHeartbeat(cursor));
      stream.push(null);
    },
    cut: () => void stream.destroy(),
  };
  return client;
}

import { toNoticeMessage, type NoticeKind } from "@breakwater/contract";
import type { Notice } from "../state/outbox.ts";

/** A notice as it goes out, made once for all who get it. */
export type Frame = {
  readonly sequence: number;
  /** Null: it is of no kind that the contract knows, or lacks what the contract asks for, and goes to nobody. */
  readonly kind: NoticeKind | null;
  readonly bytes: Buffer;
};

const nothing = Buffer.alloc(0);

export function toFrame(notice: Notice): Frame {
  const { sequence } = notice;
  const message = toNoticeMessage(notice);
  if (message === null) return { sequence, kind: null, bytes: nothing };
  const text = `id: ${sequence}\nevent: ${message.type}\ndata: ${JSON.stringify(message)}\n\n`;
  return { sequence, kind: message.type, bytes: Buffer.from(text) };
}

/**
 * Keeps the line open, and moves the place at which a client resumes: an `id` without data is remembered and not shown. Without that, whoever
 * waits for a rare kind would come back to a place that has been forgotten.
 */
export function toHeartbeat(sequence: number): Buffer {
  return Buffer.from(`:\nid: ${sequence}\n\n`);
}

/** The first bytes of a stream: they open it, and say how soon to come back. */
export function toOpening(retryMs: number): Buffer {
  return Buffer.from(`retry: ${retryMs}\n\n`);
}

import { parseCheckpoint, parseTilePath } from "@breakwater/ledger";
import type { LogStore } from "../ports/log-store.ts";
import { createStagedRead } from "../reader/staged-read.ts";

export type PublishedResource = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** A tile never changes; the checkpoint does. */
  readonly isImmutable: boolean;
};

/**
 * What the log publishes at its address (C2SP tlog-tiles): `checkpoint` and the tiles, which hold no payload, and under `trust/`
 * the first key and the proofs of its rotations. Null for every other path: sealed payloads, staged commits and what else stands
 * in the store are nobody's business.
 */
export async function readPublished(store: LogStore, path: string): Promise<PublishedResource | null> {
  const checkpoint = await store.checkpoints.read();
  const head = checkpoint === null ? null : parseCheckpoint(checkpoint);
  if (checkpoint === null || head === null) return null;
  if (path === "checkpoint") return { bytes: checkpoint, contentType: text, isImmutable: false };
  const isTile = parseTilePath(path) !== null;
  if (!isTile && !/^trust\/(?:first|\d+)$/.test(path)) return null;
  const bytes = await createStagedRead(store, head)(path);
  return bytes === null ? null : { bytes, contentType: isTile ? binary : text, isImmutable: true };
}

const text = "text/plain; charset=utf-8";
const binary = "application/octet-stream";

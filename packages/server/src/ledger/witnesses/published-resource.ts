import { parseTilePath } from "@breakwater/ledger";
import type { LogStore } from "../ports/log-store.ts";

export type PublishedResource = {
  readonly bytes: Uint8Array;
  readonly contentType: string;
  /** A tile never changes; the checkpoint does. */
  readonly isImmutable: boolean;
};

/**
 * What the log publishes at its address (C2SP tlog-tiles): `checkpoint` and the tiles, which hold no payload. Null for every
 * other path: sealed payloads, staged commits and what else stands in the store are nobody's business.
 */
export async function readPublished(store: LogStore, path: string): Promise<PublishedResource | null> {
  if (path === "checkpoint") {
    const bytes = await store.checkpoints.read();
    return bytes === null ? null : { bytes, contentType: "text/plain; charset=utf-8", isImmutable: false };
  }
  const bytes = parseTilePath(path) === null ? null : await store.objects.get(path);
  return bytes === null ? null : { bytes, contentType: "application/octet-stream", isImmutable: true };
}

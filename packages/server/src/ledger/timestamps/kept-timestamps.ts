import { parseCheckpoint } from "@breakwater/ledger";
import { paths } from "../paths.ts";
import type { ObjectStore } from "../ports/object-store.ts";

/** A checkpoint, what an authority said about it, and the certificates by which to judge that. */
export type KeptTimestamp = {
  readonly size: number;
  /** Number of the authority in the operator's configuration, from 0. */
  readonly authority: number;
  readonly checkpoint: Uint8Array;
  /** RFC 3161 TimeStampResp, DER. */
  readonly response: Uint8Array;
  /** The authority's certificates in PEM, up to the root that the operator trusted. */
  readonly chain: Uint8Array;
};

const parts = ["checkpoint", "tsr", "pem"] as const;

export async function keepTimestamp(objects: ObjectStore, kept: KeptTimestamp): Promise<void> {
  const path = paths.timestampOf(kept.size, kept.authority);
  const bytes = { checkpoint: kept.checkpoint, tsr: kept.response, pem: kept.chain };
  await objects.put(parts.map((part) => ({ path: `${path}.${part}`, bytes: bytes[part] })));
}

/** All that are kept, by size and authority. */
export async function listTimestamps(objects: ObjectStore): Promise<readonly KeptTimestamp[]> {
  const kept: KeptTimestamp[] = [];
  for (const path of await objects.list(paths.timestampPrefix)) {
    const match = /^timestamp\/(\d+)-(\d+)\.tsr$/.exec(path);
    if (match === null) continue;
    const [size, authority] = [Number(match[1]), Number(match[2])];
    const read = (part: (typeof parts)[number]) => objects.get(`${paths.timestampOf(size, authority)}.${part}`);
    const [checkpoint, response, chain] = [await read("checkpoint"), await read("tsr"), await read("pem")];
    if (checkpoint === null || response === null || chain === null) continue;
    if (parseCheckpoint(checkpoint)?.size === size) kept.push({ size, authority, checkpoint, response, chain });
  }
  return kept.sort((a, b) => a.size - b.size || a.authority - b.authority);
}

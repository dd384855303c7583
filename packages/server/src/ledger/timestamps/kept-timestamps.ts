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

/**
 * What says the most of entries in a log of this size: of each authority, the first stamp above each of them, and the newest. By size and
 * authority. All that are kept would fill a bundle with what proves nothing more.
 */
export async function findTimestamps(
  objects: ObjectStore,
  sequences: readonly number[],
  logSize: number,
): Promise<readonly KeptTimestamp[]> {
  const places = (await listPlaces(objects)).filter(({ size }) => size <= logSize);
  const chosen = new Set<Place>();
  for (const authority of new Set(places.map((place) => place.authority))) {
    const own = places.filter((place) => place.authority === authority);
    const newest = own.at(-1);
    if (newest !== undefined) chosen.add(newest);
    // Both rise: one walk finds the first stamp above each.
    let at = 0;
    for (const sequence of [...sequences].sort((a, b) => a - b)) {
      while ((own[at]?.size ?? Infinity) <= sequence) at += 1;
      const first = own[at];
      if (first !== undefined) chosen.add(first);
    }
  }
  const kept: KeptTimestamp[] = [];
  for (const place of places) {
    const stamp = chosen.has(place) ? await readTimestamp(objects, place) : null;
    if (stamp !== null) kept.push(stamp);
  }
  return kept;
}

type Place = Pick<KeptTimestamp, "size" | "authority">;

/** Of all that are kept, by size and authority. */
async function listPlaces(objects: ObjectStore): Promise<readonly Place[]> {
  const found = (await objects.list(paths.timestampPrefix)).flatMap((path): readonly Place[] => {
    const [, size, authority] = /^timestamp\/(\d+)-(\d+)\.tsr$/.exec(path) ?? [];
    return size === undefined ? [] : [{ size: Number(size), authority: Number(authority) }];
  });
  return found.sort((a, b) => a.size - b.size || a.authority - b.authority);
}

async function readTimestamp(objects: ObjectStore, { size, authority }: Place): Promise<KeptTimestamp | null> {
  const read = (part: (typeof parts)[number]) => objects.get(`${paths.timestampOf(size, authority)}.${part}`);
  const [checkpoint, response, chain] = [await read("checkpoint"), await read("tsr"), await read("pem")];
  if (checkpoint === null || response === null || chain === null) return null;
  return parseCheckpoint(checkpoint)?.size === size ? { size, authority, checkpoint, response, chain } : null;
}

import type { Segment } from "./segment.ts";
import type { SegmentSet } from "./segment-set.ts";
import { toId, type StoredRecord } from "./stored-record.ts";

/** Where an action is known: `key` is its own, or one behind it where another had that. */
export type Seen = { readonly segment: Segment; readonly key: bigint; readonly record: StoredRecord };

/** What a segment knows under source and id: the action, or the deletion that took it away. Null where it never saw it. */
export function findSeen(
  segments: SegmentSet,
  segment: Segment,
  of: { readonly key: bigint; readonly source: string; readonly id: string },
): Seen | null {
  for (let key = of.key; ; key = keyAfter(key)) {
    const offset = segment.seen.find(key);
    if (offset === null) return null;
    const record = segments.record(offset);
    if (record !== null && record.source === of.source && toId(record) === of.id) return { segment, key, record };
  }
}

/** Notes an action whose own key another one has. */
export function claimBehind(segment: Segment, taken: bigint, offset: number): void {
  let key = keyAfter(taken);
  while (!segment.seen.claim(key, offset)) key = keyAfter(key);
}

function keyAfter(key: bigint): bigint {
  return BigInt.asIntN(64, key + 1n);
}

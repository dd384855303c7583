import type { Action } from "@breakwater/records";
import type { ActionBatch, BatchOutcome } from "../action-batch.ts";
import { claimBehind, findSeen } from "./seen.ts";
import type { Segment } from "./segment.ts";
import type { SegmentSet } from "./segment-set.ts";

/** Stores what of a batch was not seen within the horizon: the current segment and the one before it. Inside a transaction of `current`. */
export function appendBatch(
  { segments, current }: { readonly segments: SegmentSet; readonly current: Segment },
  batch: ActionBatch,
  at: number,
): BatchOutcome {
  const { state } = current;
  const { previous } = segments;
  const firstOffset = state.latest + 1;
  const duplicates: number[] = [];
  const source = batch.count === 0 ? 0 : current.numberOf(batch.source);
  let start = 0;
  let maxAt = 0;
  for (let i = 0; i < batch.count; i++) {
    const end = batch.ends[i] ?? start;
    const body = batch.bytes.subarray(start, end);
    start = end;
    const key = batch.keys[i] ?? 0n;
    const offset = state.latest + 1;
    const isFree = (previous === null || previous.seen.find(key) === null) && current.seen.claim(key, offset);
    if (!isFree) {
      const { id } = JSON.parse(Buffer.from(body).toString()) as Action;
      const of = { key, source: batch.source, id };
      if ((previous !== null && findSeen(segments, previous, of)) || findSeen(segments, current, of)) {
        duplicates.push(i);
        continue;
      }
      if (!current.seen.claim(key, offset)) claimBehind(current, key, offset);
    }
    current.insertAction(offset, source, batch.accounts[i] ?? 0, body);
    state.latest = offset;
    maxAt = Math.max(maxAt, batch.times[i] ?? 0);
  }
  current.seen.note();
  const stored = batch.count - duplicates.length;
  state.lastArrival = Math.max(state.lastArrival, at);
  if (stored > 0) {
    state.actions += stored;
    if (state.firstArrival === 0) state.firstArrival = state.lastArrival;
    state.maxAt = Math.max(state.maxAt, maxAt);
  }
  return { stored, firstOffset, duplicates, maxAt };
}

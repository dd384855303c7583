import type { ToSeenKey } from "../action-batch.ts";
import { findSeen, type Seen } from "./seen.ts";
import type { Change, Segment } from "./segment.ts";
import type { SegmentSet } from "./segment-set.ts";
import { recordCodes, toAction } from "./stored-record.ts";

/**
 * Edits and removals. The record that tells of one is written once it is done, so that nobody reads the record and then the old text. One
 * whose actions stand in the current segment is part of its transaction. For the others the current segment first notes what is
 * to be done (durable: the caller may be told), then it is done in the older files, then the records are written.
 */
export class Changes {
  readonly #segments: SegmentSet;
  readonly #toKey: ToSeenKey;
  /** Noted in the current segment, and not done. */
  #pending: Change[];

  constructor(segments: SegmentSet, toKey: ToSeenKey) {
    this.#segments = segments;
    this.#toKey = toKey;
    this.#pending = [...(segments.current?.listPending() ?? [])];
  }

  get isSettled(): boolean {
    return this.#pending.length === 0;
  }

  /** Kept actions of source and id, newest first: several only where it came again behind the horizon. */
  find(source: string, id: string): readonly Seen[] {
    const of = { key: this.#toKey(source, id), source, id };
    const found: Seen[] = [];
    for (const segment of this.#segments.newestFirst()) {
      const seen = findSeen(this.#segments, segment, of);
      if (seen?.record.code === recordCodes.action && !this.isGone(seen.record.offset)) found.push(seen);
    }
    return found;
  }

  isGone(offset: number): boolean {
    return this.#pending.some(({ text, targets }) => text === null && targets.includes(offset));
  }

  /** Inside a transaction of `current`. */
  make(current: Segment, change: Change): void {
    if (this.isSettled && change.targets.every((target) => target >= current.state.firstOffset)) {
      this.#apply(current, change, current.state.latest + 1);
      this.#write(current, change);
    } else {
      current.defer(change);
      this.#pending.push(change);
    }
  }

  /** After a transaction of the current segment. Where it fails the changes stay noted and are tried again the next time. */
  settle(): void {
    const { current } = this.#segments;
    if (this.isSettled || current === null) return;
    for (const segment of this.#segments.oldestFirst()) {
      if (segment !== current && this.#pending.some((change) => touches(segment, change))) {
        segment.transact(() => this.#applyAll(segment, current.state.latest));
      }
    }
    current.transact(() => {
      this.#applyAll(current, current.state.latest);
      for (const change of this.#pending) this.#write(current, change);
      current.clearPending();
    });
    this.#pending = [];
  }

  /** A transaction was undone, and what was noted in it with it. */
  forgetUncommitted(): void {
    this.#pending = [...(this.#segments.current?.listPending() ?? [])];
  }

  #applyAll(segment: Segment, latest: number): void {
    for (const [i, change] of this.#pending.entries()) this.#apply(segment, change, latest + 1 + i);
  }

  #apply(segment: Segment, { source, id, targets, text }: Change, recordOffset: number): void {
    for (const target of targets) {
      if (this.#segments.at(target) !== segment) continue;
      const record = segment.record(target);
      if (record === null) continue;
      if (text !== null) {
        segment.replaceBody(target, JSON.stringify({ ...toAction(record), text }));
        continue;
      }
      const seen = findSeen(this.#segments, segment, { key: this.#toKey(source, id), source, id });
      segment.removeAction(target);
      // The deletion says source and id as well, so that sent again it is still known.
      if (seen !== null) segment.seen.point(seen.key, recordOffset);
    }
  }

  #write(current: Segment, { source, id, targets, text }: Change): void {
    const { state } = current;
    state.latest += 1;
    const body = text === null ? { id } : { id, target: targets.at(-1) ?? 0 };
    const code = text === null ? recordCodes.deletion : recordCodes.edit;
    current.insert(state.latest, code, current.numberOf(source), JSON.stringify(body));
  }
}

function touches(segment: Segment, { targets }: Change): boolean {
  return targets.some((target) => target >= segment.state.firstOffset && target <= segment.state.latest);
}

import type { StoreLimits } from "../../sqlite/database.ts";
import { bytesOfSegment, listSegmentDays, removeSegmentFiles, syncFolder, toDay } from "./segment-files.ts";
import type { SegmentState } from "./segment-schema.ts";
import { Segment } from "./segment.ts";
import type { StoredRecord } from "./stored-record.ts";

const nothingYet: SegmentState = {
  firstOffset: 1,
  latest: 0,
  actions: 0,
  firstArrival: 0,
  lastArrival: 0,
  maxAt: 0,
  watermark: 0,
};

/** The segments of a folder in order. Older ones are opened when they are first asked for; opening the set reads two rows. */
export class SegmentSet {
  readonly #folder: string;
  readonly #limits: StoreLimits;
  readonly #opened = new Map<number, Segment>();
  #days: readonly number[];

  constructor(folder: string, limits: StoreLimits) {
    this.#folder = folder;
    this.#limits = limits;
    this.#days = listSegmentDays(folder);
    // The newest may have been made and not begun: it then begins where the one before it ends.
    const before = this.#days.at(-2);
    const newest = this.#days.at(-1);
    const start = before === undefined ? nothingYet : startAfter(this.#open(before, nothingYet).state);
    if (newest !== undefined) this.#open(newest, start);
  }

  get current(): Segment | null {
    const day = this.#days.at(-1);
    return day === undefined ? null : this.#open(day, nothingYet);
  }

  /** The one before the current. */
  get previous(): Segment | null {
    const day = this.#days.at(-2);
    return day === undefined ? null : this.#open(day, nothingYet);
  }

  get oldest(): Segment | null {
    const [day] = this.#days;
    return day === undefined ? null : this.#open(day, nothingYet);
  }

  /** The day whose segment takes what arrives at `at`: never one before the newest, whatever the clock says. */
  dayFor(at: number): number {
    return Math.max(toDay(at), this.#days.at(-1) ?? 0);
  }

  /** The segment that takes what arrives at `at`. */
  advanceTo(at: number): Segment {
    const { current } = this;
    const day = this.dayFor(at);
    if (current?.day === day) return current;
    const made = this.#open(day, current === null ? nothingYet : startAfter(current.state));
    this.#days = [...this.#days, day];
    syncFolder(this.#folder);
    return made;
  }

  *newestFirst(): Generator<Segment, void> {
    for (const day of this.#days.toReversed()) yield this.#open(day, nothingYet);
  }

  *oldestFirst(): Generator<Segment, void> {
    for (const day of this.#days) yield this.#open(day, nothingYet);
  }

  /** The segment that an offset belongs to, or null where it was dropped. */
  at(offset: number): Segment | null {
    for (const segment of this.newestFirst()) if (segment.state.firstOffset <= offset) return segment;
    return null;
  }

  record(offset: number): StoredRecord | null {
    return this.at(offset)?.record(offset) ?? null;
  }

  drop(segment: Segment): void {
    segment.close();
    this.#opened.delete(segment.day);
    this.#days = this.#days.filter((day) => day !== segment.day);
    removeSegmentFiles(this.#folder, segment.day);
  }

  bytes(): number {
    return this.#days.reduce((sum, day) => sum + bytesOfSegment(this.#folder, day), 0);
  }

  close(): void {
    for (const segment of this.#opened.values()) segment.close();
    this.#opened.clear();
  }

  #open(day: number, start: SegmentState): Segment {
    const known = this.#opened.get(day);
    if (known !== undefined) return known;
    const segment = new Segment(this.#folder, day, start, this.#limits);
    this.#opened.set(day, segment);
    return segment;
  }
}

function startAfter({ latest, lastArrival, maxAt, watermark }: SegmentState): SegmentState {
  return { ...nothingYet, firstOffset: latest + 1, latest, lastArrival, maxAt, watermark };
}

import type { Action } from "@breakwater/records";
import type { StoreLimits } from "../sqlite/database.ts";
import type { ActionLog, ActionLogReader, ActionLogStats, Appended, KeptAction, LogRecord } from "./action-log.ts";
import {
  encodeActions,
  toAccountKey,
  toSeenKey,
  type ActionBatch,
  type BatchOutcome,
  type ToSeenKey,
} from "./action-batch.ts";
import type { ActionChange, BatchLog, LogProgress } from "./batch-log.ts";
import { createGroupCommit, type GroupCommit } from "./group-commit.ts";
import { appendBatch } from "./segments/append-batch.ts";
import { Changes } from "./segments/changes.ts";
import { prepareFolder, startOfDay } from "./segments/segment-files.ts";
import type { Segment } from "./segments/segment.ts";
import { SegmentSet } from "./segments/segment-set.ts";
import { recordCodes, toAction, type StoredRecord } from "./segments/stored-record.ts";
import { openActionLogReader } from "./sqlite-action-log-reader.ts";
import { takeWriterLock } from "./writer-lock.ts";

export type ActionLogOptions = {
  /** Of each segment file. */
  readonly limits?: StoreLimits;
  /** Calls that may wait for their transaction; beyond it they are refused. 1,024 unless stated. */
  readonly queueMax?: number;
  /** The same for all of a folder's time; where batches are encoded elsewhere, theirs. `toSeenKey` unless stated. */
  readonly toKey?: ToSeenKey;
};

/** Calls of one transaction: more would let the first wait for the last. */
const groupMax = 64;
/** Records looked at for an account before others get their turn. */
const scanRecords = 20_000;

/**
 * The action log in a folder of its own: one SQLite file for each day of arrival, `actions-YYYY-MM-DD.sqlite` (UTC). The day never goes
 * back: while the clock is behind the newest record, that record's day goes on. A (source, id) is known again while it stands in
 * the newest segment or the one before: for 24 to 48 hours of service. The folder has one writer, and any number of
 * `openActionLogReader`. Opening reads a few rows, however much is stored. Throws `ActionLogFailure` where somebody else writes to it.
 */
export function openActionLog(
  folder: string,
  { limits = {}, queueMax = 1024, toKey = toSeenKey }: ActionLogOptions = {},
): ActionLog & BatchLog {
  prepareFolder(folder);
  const lock = takeWriterLock(folder);
  try {
    return new SqliteActionLog(folder, { limits, queueMax, toKey, release: lock.release });
  } catch (error) {
    lock.release();
    throw error;
  }
}

class SqliteActionLog implements ActionLog, BatchLog {
  readonly #segments: SegmentSet;
  readonly #changes: Changes;
  readonly #reader: ActionLogReader;
  readonly #group: GroupCommit;
  readonly #release: () => void;
  readonly #toKey: ToSeenKey;

  constructor(folder: string, options: Required<ActionLogOptions> & { readonly release: () => void }) {
    this.#release = options.release;
    this.#toKey = options.toKey;
    this.#segments = new SegmentSet(folder, options.limits);
    this.#changes = new Changes(this.#segments, options.toKey);
    this.#changes.settle();
    this.#reader = openActionLogReader(folder);
    this.#group = createGroupCommit({
      queueMax: options.queueMax,
      batchMax: groupMax,
      placeOf: (at) => this.#segments.dayFor(at),
      commit: (at, works) => this.#commit(at, works),
    });
  }

  async append(source: string, actions: readonly Action[], at: number): Promise<readonly Appended[]> {
    const { firstOffset, duplicates } = await this.appendBatch(encodeActions(source, actions, this.#toKey), at);
    const isDuplicate = new Set(duplicates);
    let offset = firstOffset;
    return actions.map((_, i) => (isDuplicate.has(i) ? { kind: "duplicate" } : { kind: "stored", offset: offset++ }));
  }

  appendBatch(batch: ActionBatch, at: number): Promise<BatchOutcome> {
    return this.#write(at, (current) => appendBatch({ segments: this.#segments, current }, batch, at));
  }

  appendWatermark(at: number): Promise<number> {
    // Event time says nothing about arrival: it goes where the newest record went.
    const arrival = this.#segments.current === null ? at : 0;
    return this.#write(arrival, (current) => {
      const { state } = current;
      state.latest += 1;
      state.watermark = Math.max(state.watermark, at);
      current.insert(state.latest, recordCodes.watermark, 0, JSON.stringify({ at }));
      return state.latest;
    });
  }

  edit(source: string, id: string, text: string, at: number): Promise<boolean> {
    return this.#change({ source, id, text }, at);
  }

  remove(source: string, id: string, at: number): Promise<boolean> {
    return this.#change({ source, id, text: null }, at);
  }

  async find(source: string, id: string): Promise<Action | null> {
    const [newest] = this.#changes.find(source, id);
    return newest === undefined ? null : toAction(newest.record);
  }

  async *listOfAccount(account: string): AsyncGenerator<KeptAction, void> {
    for await (const records of this.#scan(account)) {
      for (const record of records) yield { source: record.source, action: toAction(record) };
    }
  }

  async eraseAccount(account: string, at: number): Promise<number> {
    let erased = 0;
    for await (const records of this.#scan(account)) {
      erased += await this.#write(at, (current) => {
        // Some may have been removed since they were found.
        const kept = records.filter(({ offset }) => this.#isKept(offset));
        for (const { source, body, offset } of kept) {
          const { id } = JSON.parse(body) as Action;
          this.#changes.make(current, { source, id, targets: [offset], text: null });
        }
        return kept.length;
      });
    }
    await this.dropDeleted();
    return erased;
  }

  async deleteBefore(at: number): Promise<{ readonly actions: number; readonly segments: number }> {
    this.#changes.settle();
    const gone = [...this.#segments.oldestFirst()].filter(({ day }) => startOfDay(day + 1) <= at);
    const { current } = this.#segments;
    // Offsets and event time live on in the segment that takes over.
    if (current !== null && gone.includes(current)) this.#segments.advanceTo(at);
    for (const segment of gone) this.#segments.drop(segment);
    return { actions: gone.reduce((sum, { state }) => sum + state.actions, 0), segments: gone.length };
  }

  async readChanges(offset: number, limit: number): Promise<readonly ActionChange[]> {
    const changes: ActionChange[] = [];
    for (const segment of this.#segments.oldestFirst()) {
      for (const { offset: at, source, code, body } of segment.changesAfter(offset, limit - changes.length)) {
        const { id } = JSON.parse(body) as { readonly id: string };
        changes.push({ offset: at, kind: code === recordCodes.edit ? "edit" : "deletion", source, id });
      }
      if (changes.length >= limit) break;
    }
    return changes;
  }

  async dropDeleted(): Promise<void> {
    this.#changes.settle();
    for (const segment of this.#segments.oldestFirst()) segment.dropDeleted();
  }

  async progress(): Promise<LogProgress> {
    const { maxAt = 0, watermark = 0 } = this.#segments.current?.state ?? {};
    return { maxAt, watermark };
  }

  async stats(): Promise<ActionLogStats> {
    const states = [...this.#segments.oldestFirst()].map(({ state }) => state);
    const arrived = states.filter(({ firstArrival }) => firstArrival > 0);
    return {
      actions: states.reduce((sum, { actions }) => sum + actions, 0),
      segments: states.length,
      from: arrived[0]?.firstArrival ?? null,
      to: arrived.at(-1)?.lastArrival ?? null,
      bytes: this.#segments.bytes(),
    };
  }

  read(offset: number, limit: number): Promise<readonly LogRecord[]> {
    return this.#reader.read(offset, limit);
  }

  async latest(): Promise<number> {
    return this.#segments.current?.state.latest ?? 0;
  }

  close(): void {
    this.#group.close();
    this.#reader.close();
    this.#segments.close();
    this.#release();
  }

  #write<T>(at: number, work: (current: Segment) => T): Promise<T> {
    return this.#group.add(at, () => work(this.#segments.advanceTo(at)));
  }

  #commit(at: number, works: () => void): void {
    this.#changes.settle();
    const current = this.#segments.advanceTo(at);
    try {
      current.transact(works);
    } catch (error) {
      this.#changes.forgetUncommitted();
      throw error;
    }
    try {
      this.#changes.settle();
      // Nothing is added to it any more, and so it would hold its keys in memory for ever.
      const { previous } = this.#segments;
      if (previous !== null && previous.seen.waiting > 0) previous.transact(() => previous.seen.merge());
    } catch {
      // Noted durably: the next commit, opening or `dropDeleted` does it.
    }
  }

  #change(change: { source: string; id: string; text: string | null }, at: number): Promise<boolean> {
    return this.#write(at, (current) => {
      const found = this.#changes.find(change.source, change.id);
      if (found.length === 0) return false;
      this.#changes.make(current, { ...change, targets: found.map(({ record }) => record.offset).reverse() });
      return true;
    });
  }

  /** What is kept of an account, oldest first, a part at a time. */
  async *#scan(account: string): AsyncGenerator<readonly StoredRecord[], void> {
    const key = toAccountKey(account);
    let behind = 0;
    while (behind < (await this.latest())) {
      const segment = this.#segments.at(behind + 1);
      if (segment === null) {
        behind = (this.#segments.oldest?.state.firstOffset ?? 1) - 1;
        continue;
      }
      const to = Math.min(behind + scanRecords, segment.state.latest);
      const records = segment
        .recordsOfAccount(key, behind, to)
        .filter((record) => toAction(record).account === account && !this.#changes.isGone(record.offset));
      if (records.length > 0) yield records;
      behind = to;
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
  }

  #isKept(offset: number): boolean {
    return this.#segments.record(offset)?.code === recordCodes.action && !this.#changes.isGone(offset);
  }
}

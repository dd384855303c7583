import {
  createDetector,
  type Detector,
  type EngineOptions,
  type Findings,
  type LimitReached,
} from "@breakwater/engine";
import type { ActionLogReader, LogRecord } from "../../actions/action-log.ts";
import { toActionKey, withKey } from "./action-key.ts";
import { drawAudit } from "./draw-audit.ts";
import type { FindingsSink, JudgedEpoch } from "./judged-epoch.ts";
import { toIdentity, toStateFingerprint } from "./live-options.ts";
import { measureRhythm } from "../rhythm/rhythm.ts";
import { PendingChanges } from "./pending-changes.ts";
import { decodeSnapshot, encodeSnapshot } from "./snapshot.ts";
import type { SnapshotStore } from "./snapshot-store.ts";

export type JudgeOptions = {
  readonly engine: EngineOptions;
  /** Of the detector's code. With the options it is the detector's identity. */
  readonly version: string;
  /** Records read at once. */
  readonly batchRecords: number;
  /** A snapshot is written after so many judgements, or so many records. */
  readonly snapshotEpochs: number;
  readonly snapshotRecords: number;
  /** Longest time, milliseconds, for which a deleted text may stay in memory or in a snapshot while the judge runs. */
  readonly eraseWithinMs: number;
  /** Deletions and edits that are held back at most before they are applied. */
  readonly pendingMax: number;
  /** Accounts drawn for audit each day of event time, of those with at least so many actions in that day. */
  readonly auditAccounts: number;
  readonly auditActionsMin: number;
};

export const defaultJudgeOptions: Omit<JudgeOptions, "engine"> = {
  version: "0.1.0",
  batchRecords: 4000,
  snapshotEpochs: 4,
  snapshotRecords: 1_000_000,
  eraseWithinMs: 3_600_000,
  pendingMax: 50_000,
  auditAccounts: 5,
  auditActionsMin: 3,
};

export type JudgeDeps = {
  readonly options: JudgeOptions;
  readonly reader: ActionLogReader;
  readonly snapshots: SnapshotStore;
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly sink: FindingsSink;
};

export type JudgeStatus = {
  /** The last record that was taken in. */
  readonly offset: number;
  readonly lag: {
    /** Records of the log behind which the judge is. */
    readonly records: number;
    /** Event time from the last judged epoch's end to the newest action that was read; null before either. */
    readonly eventMs: number | null;
  };
  /** Epochs that have ended and wait for their judgement. */
  readonly epochsWaiting: number;
  readonly lastEnd: number | null;
  /** How long the last judgement took, milliseconds; null before the first. */
  readonly judgedInMs: number | null;
  readonly limits: readonly LimitReached[];
  readonly pendingChanges: number;
  readonly snapshot: { readonly at: number | null; readonly bytes: number; readonly failure: string | null };
};

export interface Judge {
  /**
   * Takes in the next batch of records, or judges the next epoch that has ended and delivers its findings. Call it until it says `idle`;
   * then wait for the log to grow. Steps run one at a time. Where it throws, nothing is lost: the next step tries again.
   */
  step(): Promise<"read" | "judged" | "idle">;
  status(): Promise<JudgeStatus>;
  /** Applies what waits, and writes a snapshot now: before stopping. */
  save(): Promise<void>;
}

const dayMs = 86_400_000;
const saveRetryMs = 60_000;

/**
 * Opens the judge where its newest readable snapshot left it, or at the log's beginning. Its state is a pure function of the log's records in
 * their order: killed at any place and opened again, it goes on to the same findings and the same bytes. Epochs that the sink has taken are
 * passed over without being judged again. (Only where more actions fall into the window than `actionsMax` may it matter for which of
 * the earliest are let go when a deletion was applied.)
 */
export async function createJudge(deps: JudgeDeps): Promise<Judge> {
  return new RunningJudge(deps, await restore(deps), await deps.sink.takenTo());
}

type Restored = { readonly detector: Detector; readonly offset: number; readonly lastEnd: number | null };

async function restore({ options, snapshots }: JudgeDeps): Promise<Restored> {
  const stateFingerprint = toStateFingerprint(options.engine);
  for await (const bytes of snapshots.newestFirst()) {
    const snapshot = decodeSnapshot(bytes);
    if (snapshot?.stateFingerprint !== stateFingerprint) continue;
    const detector = openDetector(options.engine, snapshot.engine);
    if (detector !== null) return { detector, offset: snapshot.offset, lastEnd: snapshot.lastEnd };
  }
  return { detector: createDetector(options.engine), offset: 0, lastEnd: null };
}

/** Null where another version of the engine wrote the bytes. */
function openDetector(options: EngineOptions, bytes: Uint8Array): Detector | null {
  try {
    return createDetector(options, bytes);
  } catch {
    return null;
  }
}

class RunningJudge implements Judge {
  readonly #deps: JudgeDeps;
  readonly #detector: Detector;
  readonly #pending = new PendingChanges();
  #offset: number;
  #lastEnd: number | null;
  readonly #takenTo: number;
  #undelivered: JudgedEpoch | null = null;
  #newestAt: number | null = null;
  #epochsWaiting = 0;
  #judgedInMs: number | null = null;
  #limits: readonly LimitReached[] = [];
  #epochsUnsaved = 0;
  #recordsUnsaved = 0;
  /** Since when something deleted may still stand in memory or in a snapshot. */
  #erasingSince: number | null = null;
  #savedAt: number | null = null;
  #savedBytes = 0;
  #saveFailure: string | null = null;
  #saveNotBefore = 0;

  constructor(deps: JudgeDeps, { detector, offset, lastEnd }: Restored, takenTo: number | null) {
    this.#deps = deps;
    this.#detector = detector;
    this.#offset = offset;
    this.#lastEnd = lastEnd;
    this.#takenTo = takenTo ?? Number.NEGATIVE_INFINITY;
  }

  async step(): Promise<"read" | "judged" | "idle"> {
    await this.#deliver();
    await this.#saveIfDue();
    const { reader, options } = this.#deps;
    const records = await reader.read(this.#offset, options.batchRecords);
    for (const record of records) {
      if (record.kind !== "watermark") {
        this.#takeIn(record);
        this.#offset = record.offset;
      } else if (await this.#judgeNext(record)) {
        return "judged";
      } else {
        this.#offset = record.offset;
      }
      this.#recordsUnsaved += 1;
    }
    return records.length === 0 ? "idle" : "read";
  }

  async status(): Promise<JudgeStatus> {
    const latest = await this.#deps.reader.latest();
    const isBehind = this.#newestAt !== null && this.#lastEnd !== null;
    return {
      offset: this.#offset,
      lag: {
        records: Math.max(0, latest - this.#offset),
        eventMs: isBehind ? Math.max(0, (this.#newestAt ?? 0) - (this.#lastEnd ?? 0)) : null,
      },
      epochsWaiting: this.#epochsWaiting,
      lastEnd: this.#lastEnd,
      judgedInMs: this.#judgedInMs,
      limits: this.#limits,
      pendingChanges: this.#pending.size,
      snapshot: { at: this.#savedAt, bytes: this.#savedBytes, failure: this.#saveFailure },
    };
  }

  async save(): Promise<void> {
    const { snapshots, now, options } = this.#deps;
    // A state behind findings that nobody has would lose them.
    await this.#deliver();
    this.#pending.applyTo(this.#detector);
    const bytes = encodeSnapshot({
      offset: this.#offset,
      stateFingerprint: toStateFingerprint(options.engine),
      lastEnd: this.#lastEnd,
      engine: this.#detector.snapshot(),
    });
    await snapshots.save(bytes);
    if (this.#erasingSince !== null) await snapshots.keepNewest();
    this.#erasingSince = null;
    this.#epochsUnsaved = 0;
    this.#recordsUnsaved = 0;
    this.#savedAt = now();
    this.#savedBytes = bytes.length;
    this.#saveFailure = null;
  }

  #takeIn(record: Exclude<LogRecord, { kind: "watermark" }>): void {
    if (record.kind === "action") {
      const action = withKey(record.source, record.action);
      // What comes again after its deletion is not what was deleted.
      if (this.#pending.has(action.id)) this.#pending.applyTo(this.#detector);
      this.#detector.push([action]);
      this.#newestAt = Math.max(this.#newestAt ?? 0, action.at);
      return;
    }
    if (record.kind === "edit") this.#pending.edit(withKey(record.source, record.action));
    else this.#pending.delete(toActionKey(record.source, record.id));
    this.#erasingSince ??= this.#deps.now();
    if (this.#pending.size >= this.#deps.options.pendingMax) this.#pending.applyTo(this.#detector);
  }

  /**
   * Judges the epoch that the watermark ends; those before it, of history that was loaded at once, lie in its window. The record counts as
   * read once none is left: whoever is killed before meets it again. False where none was left.
   */
  async #judgeNext(record: Extract<LogRecord, { kind: "watermark" }>): Promise<boolean> {
    this.#pending.applyTo(this.#detector);
    this.#detector.skip(record.at - this.#deps.options.engine.epochMs);
    const ends = this.#detector.listEpochs(record.at);
    for (const [i, end] of ends.entries()) {
      if (end > this.#takenTo) {
        this.#epochsWaiting = ends.length - i;
        this.#judge(end, record.offset);
        await this.#deliver();
        return true;
      }
      this.#detector.skip(end);
      this.#lastEnd = end;
    }
    this.#epochsWaiting = 0;
    this.#detector.skip(record.at);
    return false;
  }

  #judge(end: number, offset: number): void {
    const { options, now } = this.#deps;
    const startedAt = now();
    const [findings] = this.#detector.advance(end);
    this.#judgedInMs = now() - startedAt;
    this.#epochsWaiting -= 1;
    this.#limits = findings.limits;
    this.#undelivered = {
      end,
      epochMs: options.engine.epochMs,
      offset,
      detector: toIdentity(options.version, options.engine),
      findings,
      rhythm: measureRhythm(
        (from, to, stepMs) => this.#detector.countSteps(from, to, stepMs),
        end,
        options.engine.windowMs,
      ),
      audit: this.#drawAudit(end, findings),
    };
    this.#lastEnd = end;
  }

  async #deliver(): Promise<void> {
    if (this.#undelivered === null) return;
    await this.#deps.sink.take(this.#undelivered);
    this.#undelivered = null;
    this.#epochsUnsaved += 1;
  }

  #drawAudit(end: number, { groups }: Findings): JudgedEpoch["audit"] {
    const { auditAccounts, auditActionsMin } = this.#deps.options;
    const isNewDay = this.#lastEnd === null || Math.floor(end / dayMs) !== Math.floor(this.#lastEnd / dayMs);
    if (!isNewDay || auditAccounts === 0) return null;
    return drawAudit({
      end,
      // What lies before the window may be forgotten already.
      actions: this.#detector.countActions(end - Math.min(dayMs, this.#deps.options.engine.windowMs), end),
      flagged: new Set(groups.flatMap((group) => group.accounts.map(({ account }) => account))),
      actionsMin: auditActionsMin,
      count: auditAccounts,
    });
  }

  /** A snapshot that cannot be written is told of and tried again; judging goes on. */
  async #saveIfDue(): Promise<void> {
    const { options, now } = this.#deps;
    const isErasureDue = this.#erasingSince !== null && now() - this.#erasingSince >= options.eraseWithinMs;
    const isDue =
      this.#epochsUnsaved >= options.snapshotEpochs || this.#recordsUnsaved >= options.snapshotRecords || isErasureDue;
    if (!isDue || now() < this.#saveNotBefore) return;
    try {
      await this.save();
    } catch (error) {
      this.#saveFailure = error instanceof Error ? error.message : String(error);
      this.#saveNotBefore = now() + saveRetryMs;
    }
  }
}

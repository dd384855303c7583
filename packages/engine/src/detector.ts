import type { Action } from "@breakwater/records";
import type { Detector } from "./contract/detector.ts";
import type { Findings, LimitReached } from "./contract/findings.ts";
import type { EngineOptions } from "./contract/options.ts";
import type { ActionTable } from "./contract/table.ts";
import { judge, toSampleOptions } from "./groups/judge.ts";
import { toActionTable } from "./observe/action-table.ts";
import { changeRows } from "./observe/change-rows.ts";
import { sortCanonically } from "./observe/canonical-order.ts";
import { keepRows, mergeObservations } from "./observe/copy-rows.ts";
import { observe, type Observation } from "./observe/observation.ts";
import { createKeptSamples } from "./samples/index.ts";
import { createState, readState, writeState, type DetectorState } from "./observe/state.ts";

export type Judge = {
  (table: ActionTable, options: EngineOptions): Findings;
  /** Lets go of every normalised text that is not among these: what was kept of others from one window to the next. */
  readonly keepOnly?: (normalised: ReadonlySet<string>) => void;
};

/**
 * Opens the engine, empty or where a snapshot left it.
 *
 * Judgements fall on the multiples of `epochMs` in event time, each over the actions with
 * `end − windowMs < at <= end`. An epoch in which nothing of that happened is not judged. With `epochMs` infinite, the one
 * judgement ends at the last action. What a bound cut is in `Findings.limits`, counted since the start.
 * Throws a `RangeError` on a window shorter than the epochs, which would leave out what falls between two judgements, and an error
 * on a snapshot that is damaged, of another version, or made with another window, epoch or lateness.
 */
export function createDetector(options: EngineOptions, snapshot?: Uint8Array): Detector {
  return createDetectorWith(Number.isFinite(options.epochMs) ? createKeepingJudge(options) : judge, options, snapshot);
}

/** Keeps from one window to the next what costs most and seldom changes. It finds what `judge` finds, to the byte. */
function createKeepingJudge(options: EngineOptions): Judge {
  const samples = createKeptSamples(toSampleOptions(options));
  const keeping: Judge = (table, given) => judge(table, given, (texts) => samples.find(texts));
  return Object.assign(keeping, { keepOnly: (texts: ReadonlySet<string>) => samples.keepOnly(texts) });
}

/** The engine with another judge: the state and the grid can be tried without the statistics. */
export function createDetectorWith(judge: Judge, options: EngineOptions, snapshot?: Uint8Array): Detector {
  if (options.windowMs < options.epochMs && Number.isFinite(options.epochMs)) {
    throw new RangeError(`windowMs (${options.windowMs}) is shorter than epochMs (${options.epochMs})`);
  }
  const state = snapshot === undefined ? createState() : readState(snapshot, options);
  const change = (changes: ReadonlyMap<string, Action | null>): void => {
    state.observation = changeRows(state.observation, changes);
    judge.keepOnly?.(new Set(state.observation.texts.normalised.strings));
  };
  return {
    push: (actions) => pushActions(state, actions, options),
    advance: (watermark) => moveOn(state, { watermark, options }, (end) => judgeEpoch(state, { end, judge, options })),
    listEpochs: (watermark) => {
      const upTo = lastGridPoint(Math.max(state.watermark, watermark), options.epochMs);
      return upTo <= state.judgedTo ? [] : listEpochEnds(state, upTo, options);
    },
    skip: (watermark) => {
      moveOn(state, { watermark, options }, () => null);
    },
    forget: (ids) => {
      change(new Map([...ids].map((id) => [id, null])));
    },
    amend: (actions) => {
      change(new Map(actions.map((action) => [action.id, action])));
    },
    countActions: (from, to) => countActions(state.observation, from, to),
    countSteps: (from, to, stepMs) => countSteps(state.observation, from, to, stepMs),
    snapshot: () => {
      // So that equal actions give equal bytes, whenever rows were let go.
      dropStale(state, options);
      return writeState(state, options);
    },
  };
}

/**
 * One snapshot of what several detectors observed of disjoint sets of actions, none of which judged: a judgement
 * belongs after the merge. Cost: linear in the actions.
 */
export function mergeSnapshots(options: EngineOptions, snapshots: readonly Uint8Array[]): Uint8Array {
  const states = snapshots.map((snapshot) => readState(snapshot, options));
  const merged = createState();
  if (states.length > 0) {
    merged.observation = mergeObservations(states.map((state) => state.observation));
    merged.watermark = Math.min(...states.map((state) => state.watermark));
    merged.judgedTo = Math.max(...states.map((state) => state.judgedTo));
  }
  for (const state of states) {
    merged.lateActions += state.lateActions;
    merged.actionsCut += state.actionsCut;
  }
  return writeState(merged, options);
}

function pushActions(state: DetectorState, actions: readonly Action[], options: EngineOptions): void {
  const oldest = state.watermark === Number.NEGATIVE_INFINITY ? state.watermark : state.watermark - options.latenessMs;
  const actionsMax = options.limits.actionsMax;
  for (const action of actions) {
    if (action.at < oldest) state.lateActions += 1;
    else observe(state.observation, action);
    // Room for a quarter more, so that each cut is paid for by many actions.
    const roomFor = actionsMax * 1.25 + 1024;
    if (state.observation.count > roomFor) dropStale(state, options);
    if (state.observation.count > roomFor) keepLatest(state, actionsMax);
  }
}

/** What `each` makes of every epoch that ends by the watermark. */
function moveOn<T>(
  state: DetectorState,
  { watermark, options }: { readonly watermark: number; readonly options: EngineOptions },
  each: (end: number) => T,
): readonly T[] {
  state.watermark = Math.max(state.watermark, watermark);
  const upTo = lastGridPoint(state.watermark, options.epochMs);
  if (upTo <= state.judgedTo) return [];
  const results = listEpochEnds(state, upTo, options).map(each);
  state.judgedTo = upTo;
  forgetBeforeWindow(state, options);
  return results;
}

function countActions(observation: Observation, from: number, to: number): ReadonlyMap<string, number> {
  const counts = new Int32Array(observation.accounts.strings.length);
  for (let row = 0; row < observation.count; row++) {
    const at = observation.at.values[row];
    if (at > from && at <= to) counts[observation.account.values[row]] += 1;
  }
  const byAccount = new Map<string, number>();
  counts.forEach((count, account) => {
    if (count > 0) byAccount.set(observation.accounts.strings[account], count);
  });
  return byAccount;
}

function countSteps({ at, count }: Observation, from: number, to: number, stepMs: number): readonly number[] {
  const steps = Array.from({ length: Math.max(0, Math.floor((to - from) / stepMs)) }, () => 0);
  for (let row = 0; row < count; row++) {
    const step = Math.floor((at.values[row] - from) / stepMs);
    if (step >= 0 && step < steps.length) steps[step] += 1;
  }
  return steps;
}

/** The latest of the canonical order stay, whatever the order in which they came. */
function keepLatest(state: DetectorState, actionsMax: number): void {
  const rows = sortCanonically(state.observation, Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY);
  state.actionsCut += rows.length - actionsMax;
  state.observation = keepRows(state.observation, rows.subarray(rows.length - actionsMax));
}

/** Ends of the epochs with an action in their window, after the last judgement and not after `upTo`, ascending. */
function listEpochEnds(state: DetectorState, upTo: number, options: EngineOptions): readonly number[] {
  const { epochMs } = options;
  const { observation, judgedTo } = state;
  if (epochMs === Number.POSITIVE_INFINITY) return [upTo];
  const ends = new Set<number>();
  for (let row = 0; row < observation.count; row++) {
    const at = observation.at.values[row];
    const end = Math.ceil(at / epochMs) * epochMs;
    if (end > judgedTo && end <= upTo && at > end - options.windowMs) ends.add(end);
  }
  return [...ends].toSorted((a, b) => a - b);
}

function lastGridPoint(watermark: number, epochMs: number): number {
  if (!Number.isFinite(watermark)) return watermark;
  return epochMs === Number.POSITIVE_INFINITY ? Number.NEGATIVE_INFINITY : Math.floor(watermark / epochMs) * epochMs;
}

function judgeEpoch(
  state: DetectorState,
  { end, judge, options }: { readonly end: number; readonly judge: Judge; readonly options: EngineOptions },
): Findings {
  const to = end === Number.POSITIVE_INFINITY ? findLastTime(state) : end;
  const from = to - options.windowMs;
  const { table, limits } = toActionTable([state.observation], { from, to, limits: options.limits });
  const findings = judge(table, options);
  return { ...findings, limits: [...findings.limits, ...withCounts(limits, state, options)] };
}

function withCounts(
  limits: readonly LimitReached[],
  state: DetectorState,
  options: EngineOptions,
): readonly LimitReached[] {
  const { actionsMax } = options.limits;
  const cutHere = limits.find(({ limit }) => limit === "actionsMax")?.times ?? 0;
  return [
    { limit: "late_actions", value: options.latenessMs, times: state.lateActions },
    { limit: "actionsMax", value: actionsMax, times: state.actionsCut + cutHere },
    ...limits.filter(({ limit }) => limit !== "actionsMax"),
  ].filter(({ times }) => times > 0);
}

function findLastTime(state: DetectorState): number {
  let last = Number.NEGATIVE_INFINITY;
  for (let row = 0; row < state.observation.count; row++) last = Math.max(last, state.observation.at.values[row]);
  return last;
}

/** Rows that no later judgement can see go once they are a third of all, so that each row is copied few times. */
function forgetBeforeWindow(state: DetectorState, options: EngineOptions): void {
  const rows = listFresh(state, options);
  if (rows.length * 3 < state.observation.count * 2) state.observation = keepRows(state.observation, rows);
}

/** Rows that no later judgement can see go now. */
function dropStale(state: DetectorState, options: EngineOptions): void {
  const rows = listFresh(state, options);
  if (rows.length < state.observation.count) state.observation = keepRows(state.observation, rows);
}

/** Rows that a later judgement can see, in their order. */
function listFresh(state: DetectorState, { epochMs, windowMs }: EngineOptions): Int32Array {
  const oldest = state.judgedTo + epochMs - windowMs;
  const { observation } = state;
  const rows = new Int32Array(observation.count);
  let count = 0;
  // Not a number where both are endless: then nothing is ever too old.
  for (let row = 0; row < observation.count; row++) if (!(observation.at.values[row] <= oldest)) rows[count++] = row;
  return rows.subarray(0, count);
}

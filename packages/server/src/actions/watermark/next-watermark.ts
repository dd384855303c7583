/** Lengths of time, milliseconds. */
export type WatermarkOptions = {
  /** The grid of event time on which detection judges. */
  readonly epochMs: number;
  /** How long after its end an epoch still waits for actions. */
  readonly graceMs: number;
  /** So long without an arrival ends the epoch of the newest action, as at the end of a backfill. */
  readonly idleMs: number;
};

/** Times are milliseconds since 1970 UTC. */
export type WatermarkState = {
  /** The latest watermark that was written; 0 for none. */
  readonly watermark: number;
  /** The latest time of an action; 0 for none. */
  readonly maxAt: number;
  /** When something arrived last, and when the last watermark was written, by the wall clock. */
  readonly arrivedAt: number;
  readonly writtenAt: number;
};

export type WatermarkEvent =
  | { readonly kind: "arrival"; readonly maxAt: number; readonly now: number }
  | { readonly kind: "tick"; readonly now: number };

/** `watermark` is to be written to the log, behind what has arrived; null where there is none. */
export type WatermarkStep = { readonly state: WatermarkState; readonly watermark: number | null };

/**
 * Epochs are the spans `(end - epochMs, end]` of event time. One is finished (a) by an action that is `graceMs` or more behind its
 * end, unless the wall clock says that this action comes from the future; where the newest action lies far behind the clock, as history does that
 * is loaded, no more than one in `epochMs` of the clock; (b) by the wall clock where the community is live: its newest
 * action lies in the epoch that the clock has just left or later; (c) by `idleMs` without an arrival. A watermark never goes back,
 * and never beyond the epoch that holds the newest action: what that epoch's successors will hold, nobody knows yet.
 */
export function nextWatermark(state: WatermarkState, event: WatermarkEvent, options: WatermarkOptions): WatermarkStep {
  const next = toNextState(state, event);
  if (next.maxAt === 0) return { state: next, watermark: null };
  const watermark = Math.min(findFinished(next, event, options), endOfEpoch(next.maxAt, options.epochMs));
  if (watermark <= state.watermark || watermark <= 0) return { state: next, watermark: null };
  return { state: { ...next, watermark, writtenAt: event.now }, watermark };
}

function toNextState(state: WatermarkState, event: WatermarkEvent): WatermarkState {
  if (event.kind === "arrival") {
    return { ...state, maxAt: Math.max(state.maxAt, event.maxAt), arrivedAt: event.now };
  }
  // A clock that was set back must not make the idle time wait until it has caught up.
  const [arrivedAt, writtenAt] = [Math.min(state.arrivedAt, event.now), Math.min(state.writtenAt, event.now)];
  return { ...state, arrivedAt, writtenAt };
}

function findFinished(state: WatermarkState, { now }: WatermarkEvent, options: WatermarkOptions): number {
  const { epochMs, graceMs, idleMs } = options;
  const lastEndBefore = (at: number): number => Math.floor((at - graceMs) / epochMs) * epochMs;
  const byClock = lastEndBefore(now);
  const byAction = Math.min(lastEndBefore(state.maxAt), byClock);
  if (now - state.arrivedAt >= idleMs) return endOfEpoch(state.maxAt, epochMs);
  const isLive = state.maxAt > byClock - epochMs;
  if (isLive) return byClock;
  return now - state.writtenAt >= epochMs ? byAction : 0;
}

function endOfEpoch(at: number, epochMs: number): number {
  return Math.ceil(at / epochMs) * epochMs;
}

import type { Instant } from "./time.ts";

export const pauseReasons = ["waiting_partner", "hearing"] as const;
export type PauseReason = (typeof pauseReasons)[number];

/** A clock that runs towards a limit and stands still only for a stated reason. Paused time is kept apart, so that medians stay honest. */
export type Clock = {
  readonly startedAt: Instant;
  /** Null: measured, but without a limit. */
  readonly limitMs: number | null;
  readonly pausedMs: number;
  readonly pause: { readonly since: Instant; readonly reason: PauseReason } | null;
  readonly stoppedAt: Instant | null;
};

export function startClock(at: Instant, limitMs: number | null): Clock {
  return { startedAt: at, limitMs, pausedMs: 0, pause: null, stoppedAt: null };
}

/** A paused or stopped clock is left as it is. */
export function pauseClock(clock: Clock, at: Instant, reason: PauseReason): Clock {
  return clock.pause !== null || clock.stoppedAt !== null ? clock : { ...clock, pause: { since: at, reason } };
}

export function resumeClock(clock: Clock, at: Instant): Clock {
  if (clock.pause === null) return clock;
  return { ...clock, pausedMs: clock.pausedMs + (at - clock.pause.since), pause: null };
}

export function stopClock(clock: Clock, at: Instant): Clock {
  return clock.stoppedAt !== null ? clock : { ...resumeClock(clock, at), stoppedAt: at };
}

export type ClockReading = {
  /** Time that counted: without the pauses. */
  readonly runMs: number;
  readonly pausedMs: number;
  /** When the limit is reached if the clock runs on; null while paused or stopped. */
  readonly dueAt: Instant | null;
  readonly isOverdue: boolean;
};

export function readClock(clock: Clock, at: Instant): ClockReading {
  const until = clock.stoppedAt ?? clock.pause?.since ?? at;
  const pausedMs = clock.pausedMs + (clock.pause === null ? 0 : at - clock.pause.since);
  const runMs = until - clock.startedAt - clock.pausedMs;
  const stands = clock.pause !== null || clock.stoppedAt !== null;
  return {
    runMs,
    pausedMs,
    dueAt: stands || clock.limitMs === null ? null : clock.startedAt + clock.limitMs + clock.pausedMs,
    isOverdue: clock.limitMs !== null && runMs > clock.limitMs,
  };
}

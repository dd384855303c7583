import { randomBytes, randomUUID } from "node:crypto";

/** What the pure rest of the service takes as arguments: the clock, and chance. */
export type World = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** From 0 up to, not including, 1: for jitter, never for secrets. */
  readonly random: () => number;
};

/** By how many milliseconds every thread's clock is off: for drills, which set it as they run. One `Float64` in shared memory. */
export type ClockShift = SharedArrayBuffer;

/** This machine's. */
export function openWorld(clockShift: ClockShift | null = null): World {
  const shift = clockShift === null ? null : new Float64Array(clockShift);
  return {
    now: shift === null ? Date.now : () => Date.now() + (shift[0] ?? 0),
    newId: randomUUID,
    // A copy that owns its bytes: Node's come out of a pool.
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    random: Math.random,
  };
}

/** A wall clock that gains so much against the time that really passed has been set, not read. */
export const jumpMs = 3_600_000;
/** How long nothing is deleted then: until somebody has seen it, or the clock has been set right. */
export const holdMs: number = 24 * 3_600_000;

/**
 * Tells a clock that was set forward by mistake, which would delete everything at once. `monotonicMs` never goes back and
 * knows no date. A clock that goes back, or is late, deletes nothing too early and holds nothing up.
 */
export function createClockWatch(): { readonly isTrusted: (wallMs: number, monotonicMs: number) => boolean } {
  let last: { readonly wall: number; readonly monotonic: number } | null = null;
  let heldSince: number | null = null;
  return {
    isTrusted: (wall, monotonic) => {
      const gained = last === null ? 0 : wall - last.wall - (monotonic - last.monotonic);
      last = { wall, monotonic };
      if (gained > jumpMs) heldSince = monotonic;
      // Set back by as much again, it is right again.
      else if (gained < -jumpMs) heldSince = null;
      return heldSince === null || monotonic - heldSince >= holdMs;
    },
  };
}

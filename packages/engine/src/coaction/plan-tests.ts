import { stratify, type Incidence } from "./incidence.ts";

/** One way to cut a layer into cells, and the half widths of windows, ms, at which its candidates are tested. */
export type TestPlan = { readonly incidence: Incidence; readonly scales: readonly number[] };

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;

/** Strata, each on two grids half a stratum apart so that no group is cut by both, with the scales that fit in them. */
const strata: readonly { readonly widthMs: number; readonly scales: readonly number[] }[] = [
  { widthMs: 2 * hour, scales: [10 * second, minute, 5 * minute, 10 * minute, 20 * minute] },
  { widthMs: 24 * hour, scales: [minute, 10 * minute, 20 * minute, hour, 3 * hour] },
];
/**
 * Whole objects last for days, and who is online on the same days is in one window of hours on all of them: under
 * degree-preserving swaps that alone held groups in 11 of 200 runs. Windows of an hour and more are left to the strata.
 */
const wholeScales: readonly number[] = [minute, 10 * minute, 20 * minute];
const lockstepScales: readonly number[] = [10 * second, minute];

/** Ticks that a stratum must span before times inside it say anything. */
const ticksPerStratum = 12;

/** The plans for candidates whose objects have rows to spare, on a clock with that tick. */
export function planStrata(incidence: Incidence, tickMs: number): readonly TestPlan[] {
  const cut = strata
    .filter(({ widthMs }) => widthMs >= ticksPerStratum * tickMs)
    .flatMap(({ widthMs, scales }) =>
      [0, widthMs / 2].map((offset) => ({
        incidence: stratify(incidence, widthMs, offset),
        scales: onClock(scales, tickMs),
      })),
    );
  return [...cut, { incidence, scales: onClock(wholeScales, tickMs) }];
}

/** Scales for objects that a group fills alone: a live crowd reaches any rate beyond a minute, so none is wider. */
export function planLockstep(tickMs: number): readonly number[] {
  return tickMs >= minute ? [0] : onClock(lockstepScales, tickMs);
}

/** No window finer than the clock: such scales become "the same tick" (half width 0), once. */
function onClock(scales: readonly number[], tickMs: number): readonly number[] {
  const usable = scales.filter((scale) => scale >= tickMs);
  return usable.length === scales.length ? usable : [0, ...usable];
}

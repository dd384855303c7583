/** What a community did hour by hour, and what its other days would let one expect. */
export type Rhythm = {
  /** Start of the first hour, event time, milliseconds since 1970 UTC; a whole hour. */
  readonly from: number;
  readonly stepMs: number;
  /** Actions of each hour. */
  readonly observed: readonly number[];
  /** The median of the same hour of the other days, none of which is the hour itself; null where they are fewer than `daysMin`. */
  readonly expected: readonly (number | null)[];
};

const hourMs = 3_600_000;
const hoursADay = 24;
const daysMin = 3;
/** What the rhythm is shown of, and drawn from, at most. */
const daysMax = 14;

export const noRhythm: Rhythm = { from: 0, stepMs: hourMs, observed: [], expected: [] };

export type CountSteps = (from: number, to: number, stepMs: number) => readonly number[];

/**
 * The rhythm of the whole hours of the two weeks before `end`, as far as the window goes, from the first hour with an action on: before it
 * nobody was connected. The
 * median is not moved by the hours of a campaign, as long as they are fewer than half. Says nothing of accounts. Cost: one count, and a
 * sort of a few numbers for each hour.
 */
export function measureRhythm(countSteps: CountSteps, end: number, windowMs: number): Rhythm {
  const to = Math.floor(end / hourMs) * hourMs;
  const whole = Math.ceil((end - windowMs) / hourMs) * hourMs;
  const counts = countSteps(Math.max(whole, to - daysMax * hoursADay * hourMs), to, hourMs);
  const first = counts.findIndex((count) => count > 0);
  const observed = first === -1 ? [] : counts.slice(first);
  const expected = observed.map((_, hour) =>
    takeMedian(observed.filter((__, other) => other !== hour && (other - hour) % hoursADay === 0)),
  );
  return { from: to - observed.length * hourMs, stepMs: hourMs, observed, expected };
}

function takeMedian(values: readonly number[]): number | null {
  if (values.length < daysMin) return null;
  const sorted = values.toSorted((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return (sorted[middle] + sorted[sorted.length - 1 - middle]) / 2;
}

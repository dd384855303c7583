import type { Clock } from "../contract/findings.ts";

const steps: readonly Clock[] = [
  { name: "day", tickMs: 86_400_000 },
  { name: "hour", tickMs: 3_600_000 },
  { name: "minute", tickMs: 60_000 },
  { name: "second", tickMs: 1000 },
];
const millisecond: Clock = { name: "millisecond", tickMs: 1 };
const explainedMin = 0.999;
const looksMax = 100_000;

/**
 * The coarsest step on whose grid at least 99.9% of the stamps lie (UTC, milliseconds; a day may begin at any one
 * hour). Fewer than eight stamps are read as at most a second coarse: chance could fake more. Looks at no more than
 * 100,000 stamps, evenly spread.
 */
export function measureClock(at: Float64Array): Clock {
  const stride = Math.max(1, Math.ceil(at.length / looksMax));
  const fewest = at.length < 8 ? 1000 : Number.POSITIVE_INFINITY;
  return steps.find((step) => step.tickMs <= fewest && explains(step, at, stride)) ?? millisecond;
}

function explains(step: Clock, at: Float64Array, stride: number): boolean {
  // Dates without a clock time are stored as midnight of their own zone.
  const offset = step.name === "day" && at.length > 0 ? at[0] % step.tickMs : 0;
  if (offset % 3_600_000 !== 0) return false;
  let looked = 0;
  let off = 0;
  for (let i = 0; i < at.length; i += stride) {
    looked += 1;
    if ((at[i] - offset) % step.tickMs !== 0) off += 1;
  }
  return looked > 0 && off <= looked * (1 - explainedMin);
}

import type { Layer } from "../contract/table.ts";

/** How the objects of one layer fare in this community: what a new object draws, and how unevenly. */
export type ObjectRhythm = {
  /** Accounts per millisecond on an object in its first ten minutes. */
  readonly rate: number;
  /** Variance over mean of counts around an object's own slow rate, one a window. */
  readonly dispersions: readonly number[];
};

export const objectWindowsMs: readonly number[] = [10_000, 60_000];
export const objectMemoryMs = 600_000;
export const objectPriorMs = 120_000;

const youthMs = 600_000;
const rowsMin = 30;
const objectsMin = 100;
/** Few objects say little: then the unevenness that no real repost crowd at hand passes in 99 of 100 objects. */
const unknownDispersions: readonly number[] = [2, 6];
const dispersionMin = 2;
const dispersionMax = 12;

/**
 * Measures the layer once per epoch. The dispersion is the 99th percentile over objects, not the mean: an object
 * must be uneven beyond nearly every other before its unevenness counts, and attacked objects, being few, cannot
 * move it far. Cost: linear in the rows.
 */
export function measureObjectRhythm(layer: Layer): ObjectRhythm {
  let young = 0;
  for (let object = 0; object < layer.objectCount; object += 1) {
    const [from, to] = [layer.start[object], layer.start[object + 1]];
    for (let row = from + 1; row < to && layer.at[row] < layer.at[from] + youthMs; row += 1) young += 1;
  }
  const rate = (young + 1) / (Math.max(layer.objectCount, 1) * youthMs);
  return { rate, dispersions: objectWindowsMs.map((windowMs, i) => measureDispersion(layer, { windowMs, rate, i })) };
}

function measureDispersion(layer: Layer, law: { windowMs: number; rate: number; i: number }): number {
  const each: number[] = [];
  for (let object = 0; object < layer.objectCount; object += 1) {
    const [from, to] = [layer.start[object], layer.start[object + 1]];
    if (to - from >= rowsMin) each.push(measureUnevenness(layer.at.subarray(from, to), law));
  }
  if (each.length < objectsMin) return unknownDispersions[law.i] ?? dispersionMax;
  each.sort((a, b) => a - b);
  return Math.min(dispersionMax, Math.max(dispersionMin, each[Math.floor(each.length * 0.99)]));
}

/** Squared distance of each occupied slot's count from what the minutes before it promised, over the count. */
function measureUnevenness(at: Float64Array, law: { windowMs: number; rate: number }): number {
  const { windowMs, rate } = law;
  let recent = 0;
  let last = at[0];
  let squares = 0;
  for (let i = 0; i < at.length;) {
    const slot = Math.floor(at[i] / windowMs);
    const begin = slot * windowMs;
    recent *= Math.exp((last - begin) / objectMemoryMs);
    last = begin;
    const watched = objectMemoryMs * (1 - Math.exp(-Math.max(0, begin - at[0]) / objectMemoryMs));
    const expected = ((recent + rate * objectPriorMs) / (watched + objectPriorMs)) * windowMs;
    let count = 0;
    while (i < at.length && Math.floor(at[i] / windowMs) === slot) {
      count += 1;
      i += 1;
    }
    recent += count;
    squares += (count - expected) ** 2;
  }
  return squares / at.length;
}

import type { Interval } from "../stats/intervals.ts";
import { createRandom } from "../stats/random.ts";

const draws = 1000;
const seed = 20_261_125;

/** 95% interval of a mean over posts, by drawing whole rumours again: posts of one rumour succeed and fail together. */
export function intervalByRumour(rumours: readonly string[], values: readonly number[]): Interval {
  const groups = new Map<string, number[]>();
  for (const [i, rumour] of rumours.entries()) groups.set(rumour, [...(groups.get(rumour) ?? []), values[i] ?? 0]);
  const all = [...groups.values()];
  const random = createRandom(seed);
  const means = Array.from({ length: draws }, () => {
    let [sum, count] = [0, 0];
    for (let i = 0; i < all.length; i += 1) {
      const drawn = all[Math.floor(random() * all.length)] ?? [];
      for (const value of drawn) sum += value;
      count += drawn.length;
    }
    return count === 0 ? 0 : sum / count;
  }).toSorted((a, b) => a - b);
  return [means[Math.floor(0.025 * draws)] ?? 0, means[Math.floor(0.975 * draws)] ?? 0];
}

export type Interval = readonly [low: number, high: number];

/** Clopper–Pearson two-sided 95% interval of a share: exact, never too narrow for independent trials. */
export function shareInterval(hits: number, trials: number): Interval {
  return [shareLowerBound(hits, trials, 0.975), shareUpperBound(hits, trials, 0.975)];
}

/** Clopper–Pearson one-sided bound: the share above which so few hits would come in fewer than 1 − `level` of repeats. */
export function shareUpperBound(hits: number, trials: number, level = 0.95): number {
  if (hits >= trials) return 1;
  return solve((share) => binomialAtMost(hits, trials, share) > 1 - level);
}

function shareLowerBound(hits: number, trials: number, level: number): number {
  if (hits <= 0) return 0;
  return 1 - shareUpperBound(trials - hits, trials, level);
}

/** Student-t 95% interval of a mean; null for fewer than two values. */
export function meanInterval(values: readonly number[]): Interval | null {
  const n = values.length;
  if (n < 2) return null;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / (n - 1);
  const half = studentQuantile(n - 1) * Math.sqrt(variance / n);
  return [mean - half, mean + half];
}

export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle];
  return sorted.length % 2 === 1 ? upper : (sorted[middle - 1] + upper) / 2;
}

function binomialAtMost(hits: number, trials: number, share: number): number {
  let logTerm = trials * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let k = 1; k <= hits; k++) {
    logTerm += Math.log((trials - k + 1) / k) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return sum;
}

/** Where `holds` turns from true to false on (0, 1). */
function solve(holds: (share: number) => boolean): number {
  let [low, high] = [0, 1];
  for (let round = 0; round < 60; round++) {
    const middle = (low + high) / 2;
    if (holds(middle)) low = middle;
    else high = middle;
  }
  return high;
}

/** 97.5% quantile of Student's t by Cornish–Fisher beyond the small table; error below 0.002. */
function studentQuantile(freedom: number): number {
  const small = [12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262];
  const known = small[freedom - 1];
  if (known !== undefined) return known;
  const z = 1.959964;
  return z + (z ** 3 + z) / (4 * freedom) + (5 * z ** 5 + 16 * z ** 3 + 3 * z) / (96 * freedom ** 2);
}

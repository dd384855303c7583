import { logGamma } from "./log-gamma.ts";
import { logPoissonTail } from "./distributions.ts";

/**
 * log P(X >= k), X negative binomial with the given mean and variance `dispersion` × mean; Poisson at dispersion 1.
 * Sums outward from k, so that far tails keep their relative precision; exact to about 1e-12 above the mean, and 0
 * (the whole mass) at or below it, which is all that a one-sided test needs.
 */
export function logCrowdedTail(k: number, mean: number, dispersion: number): number {
  if (dispersion < 1 + 1e-6) return logPoissonTail(k, mean);
  if (k <= mean) return 0;
  if (mean <= 0) return Number.NEGATIVE_INFINITY;
  const size = mean / (dispersion - 1);
  const chance = (dispersion - 1) / dispersion;
  const first =
    logGamma(k + size) - logGamma(size) - logGamma(k + 1) + k * Math.log(chance) - size * Math.log(dispersion);
  let sum = 0;
  let term = 1;
  for (let i = k; term > sum * 1e-14; i += 1) {
    sum += term;
    term *= ((i + size) / (i + 1)) * chance;
  }
  return Math.min(0, first + Math.log(sum));
}

/** The least count, at least `floor`, that the law of `logCrowdedTail` reaches with log probability <= `logLevel`. */
export function findCrowdedQuantile(
  law: { readonly mean: number; readonly dispersion: number },
  logLevel: number,
  floor: number,
): number {
  const isRare = (k: number): boolean => logCrowdedTail(k, law.mean, law.dispersion) <= logLevel;
  if (isRare(floor)) return floor;
  let low = floor;
  let high = floor * 2;
  while (!isRare(high)) {
    low = high;
    high *= 2;
  }
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (isRare(middle)) high = middle;
    else low = middle;
  }
  return high;
}

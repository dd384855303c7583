import { logBeta, logChoose, logFactorial, logGamma } from "./log-gamma.ts";

/** log P(X = k), X hypergeometric: k marked among `draws` from `total` of which `marked` are marked. */
export function logHypergeometric(k: number, draws: number, marked: number, total: number): number {
  return logChoose(marked, k) + logChoose(total - marked, draws - k) - logChoose(total, draws);
}

/** log P(X = k), X beta-binomial with n trials; alpha, beta > 0. */
export function logBetaBinomial(k: number, n: number, alpha: number, beta: number): number {
  return logChoose(n, k) + logBeta(k + alpha, n - k + beta) - logBeta(alpha, beta);
}

/** `logBetaBinomial` for whole alpha, beta >= 1, by factorials: about ten times as fast. */
export function logBetaBinomialWhole(k: number, n: number, alpha: number, beta: number): number {
  return (
    logChoose(n, k) +
    logFactorial(k + alpha - 1) +
    logFactorial(n - k + beta - 1) -
    logFactorial(n + alpha + beta - 1) +
    logFactorial(alpha + beta - 1) -
    logFactorial(alpha - 1) -
    logFactorial(beta - 1)
  );
}

/** log P(X >= k), X Poisson with the given mean. Sums outward from k, so that far tails keep their relative precision. */
export function logPoissonTail(k: number, mean: number): number {
  if (k <= 0) return 0;
  if (mean <= 0) return Number.NEGATIVE_INFINITY;
  if (k <= mean) return Math.log1p(-Math.min(1, poissonBelow(k, mean)));
  let term = 1;
  let sum = 1;
  for (let i = k + 1; term > sum * 1e-17; i += 1) {
    term *= mean / i;
    sum += term;
  }
  return k * Math.log(mean) - mean - logFactorial(k) + Math.log(sum);
}

function poissonBelow(k: number, mean: number): number {
  let sum = 0;
  for (let i = k - 1; i >= 0; i -= 1) {
    const term = Math.exp(i * Math.log(mean) - mean - logFactorial(i));
    sum += term;
    if (term < sum * 1e-17) break;
  }
  return sum;
}

/** P(X >= k), X binomial with n trials of probability p. Sums the shorter way; cost linear in the summed terms. */
export function binomialTail(k: number, n: number, p: number): number {
  if (k <= 0) return 1;
  if (k > n || p <= 0) return 0;
  if (p >= 1) return 1;
  if (k > n * p) return binomialSum(k, n, { n, p });
  return Math.max(0, 1 - binomialSum(0, k - 1, { n, p }));
}

function binomialSum(from: number, to: number, law: { readonly n: number; readonly p: number }): number {
  const [logP, logQ] = [Math.log(law.p), Math.log1p(-law.p)];
  let sum = 0;
  for (let i = from; i <= to; i += 1) sum += Math.exp(logChoose(law.n, i) + i * logP + (law.n - i) * logQ);
  return Math.min(1, sum);
}

/** P(X >= k), X hypergeometric as in `logHypergeometric`. */
export function hypergeometricTail(
  k: number,
  law: { readonly draws: number; readonly marked: number; readonly total: number },
): number {
  let sum = 0;
  const last = Math.min(law.draws, law.marked);
  for (let i = Math.max(k, 0); i <= last; i += 1) {
    sum += Math.exp(logHypergeometric(i, law.draws, law.marked, law.total));
  }
  return Math.min(1, sum);
}

/** P(X >= x), X gamma with the given shape and scale 1, by series or continued fraction (Numerical Recipes 6.2). */
export function gammaTail(shape: number, x: number): number {
  if (x <= 0) return 1;
  const front = Math.exp(shape * Math.log(x) - x - logGamma(shape));
  if (x < shape + 1) {
    let term = 1 / shape;
    let sum = term;
    for (let n = 1; Math.abs(term) > Math.abs(sum) * 1e-16; n += 1) {
      term *= x / (shape + n);
      sum += term;
    }
    return Math.max(0, 1 - front * sum);
  }
  return front * continuedFraction(shape, x);
}

function continuedFraction(shape: number, x: number): number {
  const tiny = 1e-300;
  let b = x + 1 - shape;
  let c = 1 / tiny;
  let d = 1 / b;
  let h = d;
  for (let i = 1; i < 10_000; i += 1) {
    const an = -i * (i - shape);
    b += 2;
    d = 1 / Math.max(tiny, an * d + b);
    c = Math.max(tiny, b + an / c);
    const step = d * c;
    h *= step;
    if (Math.abs(step - 1) < 1e-15) break;
  }
  return h;
}

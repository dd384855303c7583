/**
 * Natural logarithm of n! for whole n >= 0. Sums of logarithms up to 2,048, Stirling's series beyond (relative error
 * < 1e-15); a table holds both up to 65,536.
 */
export function logFactorial(n: number): number {
  const known = table[n];
  return known === undefined ? stirling(n + 1) : known;
}

/** Natural logarithm of the binomial coefficient; -Infinity where k is outside 0…n. */
export function logChoose(n: number, k: number): number {
  if (k < 0 || k > n) return Number.NEGATIVE_INFINITY;
  return logFactorial(n) - logFactorial(k) - logFactorial(n - k);
}

/** Natural logarithm of the gamma function for x > 0; shifts small x up, then Stirling's series (Abramowitz and Stegun 6.1.41). */
export function logGamma(x: number): number {
  let product = 1;
  let y = x;
  while (y < 16) {
    product *= y;
    y += 1;
  }
  return stirling(y) - Math.log(product);
}

/** Natural logarithm of the beta function. */
export function logBeta(a: number, b: number): number {
  return logGamma(a) + logGamma(b) - logGamma(a + b);
}

const halfLogTwoPi = 0.5 * Math.log(2 * Math.PI);

function stirling(x: number): number {
  const inverse = 1 / x;
  const square = inverse * inverse;
  const series = inverse * (1 / 12 - square * (1 / 360 - square * (1 / 1260 - square / 1680)));
  return (x - 0.5) * Math.log(x) - x + halfLogTwoPi + series;
}

const table: Float64Array = makeTable(65_537);

function makeTable(size: number): Float64Array {
  const values = new Float64Array(size);
  for (let n = 2; n < size; n += 1) values[n] = n <= 2048 ? values[n - 1] + Math.log(n) : stirling(n + 1);
  return values;
}

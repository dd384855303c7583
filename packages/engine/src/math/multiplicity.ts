/**
 * Benjamini–Hochberg adjusted p-values, in the order given: rejecting those <= q controls the false-discovery rate
 * at q under independence or positive dependence (Benjamini and Hochberg 1995). `tests` counts the tests made in all.
 */
export function adjustPValues(p: readonly number[], tests: number = p.length): Float64Array {
  const order = p.map((_, i) => i).sort((a, b) => p[b] - p[a]);
  const adjusted = new Float64Array(p.length);
  let least = 1;
  order.forEach((index, position) => {
    const rank = p.length - position;
    least = Math.min(least, (p[index] * tests) / rank);
    adjusted[index] = least;
  });
  return adjusted;
}

/**
 * e-BH adjusted levels of e-values given as logarithms: rejecting those <= q controls the false-discovery rate at q
 * under any dependence (Wang and Ramdas 2022). `weights` (mean at most 1 over all tests, chosen without the evidence)
 * multiply the e-values. Returns values in [0, 1] in the order given.
 */
export function adjustEValues(logE: readonly number[], tests: number, logWeights?: readonly number[]): Float64Array {
  const weighted = logE.map((value, i) => value + (logWeights?.[i] ?? 0));
  const order = weighted.map((_, i) => i).sort((a, b) => weighted[b] - weighted[a]);
  const adjusted = new Float64Array(logE.length);
  let least = 1;
  for (let rank = order.length; rank >= 1; rank -= 1) {
    const index = order[rank - 1];
    least = Math.min(least, Math.exp(Math.log(tests / rank) - weighted[index]));
    adjusted[index] = least;
  }
  return adjusted;
}

/** log(sum(exp(x))) without overflow; -Infinity for none. */
export function logSumExp(values: ArrayLike<number>, count: number = values.length): number {
  let top = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < count; i += 1) if (values[i] > top) top = values[i];
  if (top === Number.NEGATIVE_INFINITY) return top;
  let sum = 0;
  for (let i = 0; i < count; i += 1) sum += Math.exp(values[i] - top);
  return top + Math.log(sum);
}

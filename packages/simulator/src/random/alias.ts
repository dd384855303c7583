/** Draws an index with probability proportional to its weight. */
export interface Alias {
  readonly total: number;
  /** The index that a uniform `u` in [0, 1) falls on. O(1). */
  at(u: number): number;
}

/** Vose's alias method: O(n) to build, 12 bytes a weight. Weights are at least 0; with none above 0 all are equal. */
export function createAlias(weights: Float64Array): Alias {
  const count = weights.length;
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  const threshold = new Float64Array(count).fill(1);
  const other = new Int32Array(count);
  const small: number[] = [];
  const large: number[] = [];
  for (let i = 0; i < count; i++) {
    threshold[i] = total > 0 ? ((weights[i] ?? 0) * count) / total : 1;
    ((threshold[i] ?? 0) < 1 ? small : large).push(i);
  }
  for (;;) {
    const poor = small.pop();
    const rich = large.pop();
    if (poor === undefined || rich === undefined) {
      // Rounding leaves a few that are full but for an ulp.
      for (const rest of [poor, rich, ...small, ...large]) if (rest !== undefined) threshold[rest] = 1;
      break;
    }
    other[poor] = rich;
    threshold[rich] = (threshold[rich] ?? 0) + (threshold[poor] ?? 0) - 1;
    ((threshold[rich] ?? 0) < 1 ? small : large).push(rich);
  }
  return {
    total,
    at: (u) => {
      const place = u * count;
      const index = Math.min(count - 1, Math.floor(place));
      return place - index < (threshold[index] ?? 0) ? index : (other[index] ?? 0);
    },
  };
}

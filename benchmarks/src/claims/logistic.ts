/** Means and spreads by column. */
export type Scale = { readonly means: readonly number[]; readonly spreads: readonly number[] };

export function measureScale(rows: readonly (readonly number[])[]): Scale {
  const width = rows[0]?.length ?? 0;
  const columns = Array.from({ length: width }, (_, j) => rows.map((row) => row[j] ?? 0));
  const means = columns.map((column) => column.reduce((sum, value) => sum + value, 0) / column.length);
  const spreads = columns.map((column, j) => {
    const variance = column.reduce((sum, value) => sum + (value - (means[j] ?? 0)) ** 2, 0) / column.length;
    return variance === 0 ? 1 : Math.sqrt(variance);
  });
  return { means, spreads };
}

/**
 * Logistic regression with a ridge (penalty weight² / 2C, not on the intercept), by Newton's method. Rows as they are: scale them first.
 * Returns a weight for each column, then the intercept where one is asked for. Cost: O(rows x columns²) a step.
 */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly number[],
  { c, hasIntercept }: { readonly c: number; readonly hasIntercept: boolean },
): readonly number[] {
  const width = rows[0]?.length ?? 0;
  const size = width + Number(hasIntercept);
  const weights = Array.from({ length: size }, () => 0);
  for (let step = 0; step < 50; step += 1) {
    const gradient = weights.map((weight, j) => (j < width ? weight / c : 0));
    const hessian = weights.map((_, j) => weights.map((__, k) => (j === k ? (j < width ? 1 / c : 1e-9) : 0)));
    for (const [i, row] of rows.entries()) {
      const x = hasIntercept ? [...row, 1] : row;
      const odds = x.reduce((sum, value, j) => sum + value * (weights[j] ?? 0), 0);
      const chance = 1 / (1 + Math.exp(-odds));
      const miss = chance - (labels[i] ?? 0);
      const curve = Math.max(1e-9, chance * (1 - chance));
      for (let j = 0; j < size; j += 1) {
        gradient[j] = (gradient[j] ?? 0) + miss * (x[j] ?? 0);
        const line = hessian[j] ?? [];
        const scaled = curve * (x[j] ?? 0);
        for (let k = 0; k <= j; k += 1) line[k] = (line[k] ?? 0) + scaled * (x[k] ?? 0);
      }
    }
    for (let j = 0; j < size; j += 1) for (let k = 0; k < j; k += 1) (hessian[k] ?? [])[j] = hessian[j]?.[k] ?? 0;
    const move = solve(hessian, gradient);
    for (let j = 0; j < size; j += 1) weights[j] = (weights[j] ?? 0) - (move[j] ?? 0);
    if (Math.max(...move.map(Math.abs)) < 1e-7) break;
  }
  return weights;
}

/** Gauss with pivots. */
function solve(matrix: readonly (readonly number[])[], right: readonly number[]): readonly number[] {
  const rows = matrix.map((row, i) => [...row, right[i] ?? 0]);
  const size = rows.length;
  const at = (i: number, j: number): number => rows[i]?.[j] ?? 0;
  for (let i = 0; i < size; i += 1) {
    let pivot = i;
    for (let r = i + 1; r < size; r += 1) if (Math.abs(at(r, i)) > Math.abs(at(pivot, i))) pivot = r;
    [rows[i], rows[pivot]] = [rows[pivot] ?? [], rows[i] ?? []];
    for (let r = i + 1; r < size; r += 1) {
      const factor = at(r, i) / at(i, i);
      const line = rows[r] ?? [];
      for (let c = i; c <= size; c += 1) line[c] = at(r, c) - factor * at(i, c);
    }
  }
  const solution = Array.from({ length: size }, () => 0);
  for (let i = size - 1; i >= 0; i -= 1) {
    let rest = at(i, size);
    for (let c = i + 1; c < size; c += 1) rest -= at(i, c) * (solution[c] ?? 0);
    solution[i] = rest / at(i, i);
  }
  return solution;
}

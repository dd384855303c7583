/** Kolmogorov–Smirnov test that the values are uniform on [0, 1]: distance and its asymptotic p-value (Stephens' correction). */
export function testUniform(values: readonly number[]): { readonly distance: number; readonly p: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const n = sorted.length;
  const distance = sorted.reduce((most, x, i) => Math.max(most, x - i / n, (i + 1) / n - x), 0);
  const scaled = distance * (Math.sqrt(n) + 0.12 + 0.11 / Math.sqrt(n));
  let p = 0;
  for (let k = 1; k <= 100; k++) p += 2 * (-1) ** (k - 1) * Math.exp(-2 * k * k * scaled * scaled);
  return { distance, p: scaled < 0.2 ? 1 : Math.min(1, Math.max(0, p)) };
}

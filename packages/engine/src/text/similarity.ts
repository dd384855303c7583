/** Shared elements of two sorted sets. Cost: linear. */
export function countShared(a: Int32Array, b: Int32Array): number {
  let shared = 0;
  let i = 0;
  let j = 0;
  while (i < a.length && j < b.length) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared;
}

/** Shared elements over all elements of two sorted sets, 0 to 1; two empty sets have nothing in common. */
export function jaccard(a: Int32Array, b: Int32Array): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / (a.length + b.length - shared);
}

/** Shared elements over the smaller set, 0 to 1: near 1 when one text holds the other, whatever else it holds. */
export function containment(a: Int32Array, b: Int32Array): number {
  const shared = countShared(a, b);
  return shared === 0 ? 0 : shared / Math.min(a.length, b.length);
}

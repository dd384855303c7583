/** Lets every second one of the older half go. Oldest first. */
export function thinMoments<T>(moments: readonly T[]): readonly T[] {
  const half = moments.length >> 1;
  return moments.filter((_, i) => i >= half || i % 2 === 0);
}

/** Bounds of a share at 95%, by Wilson's score interval (J. Am. Stat. Assoc. 22, 1927): right for few and for none. */
export function toWilsonInterval(hits: number, of: number): { readonly low: number; readonly high: number } {
  if (of === 0) return { low: 0, high: 1 };
  const z = 1.959_963_984_540_054;
  const share = hits / of;
  const spread = z * Math.sqrt((share * (1 - share)) / of + (z * z) / (4 * of * of));
  const [centre, scale] = [share + (z * z) / (2 * of), 1 + (z * z) / of];
  return {
    low: hits === 0 ? 0 : Math.max(0, (centre - spread) / scale),
    high: hits === of ? 1 : Math.min(1, (centre + spread) / scale),
  };
}

const hourMs = 3_600_000;

/** The quantile of rising durations in hours, to the hundredth: of an even number the middle between the two, as medians are filed. */
export function toQuantileHours(sortedMs: readonly number[], quantile: number): number {
  const place = (sortedMs.length - 1) * quantile;
  const [below, above] = [sortedMs[Math.floor(place)] ?? 0, sortedMs[Math.ceil(place)] ?? 0];
  const ms = below + (above - below) * (place - Math.floor(place));
  return Math.round((ms / hourMs) * 100) / 100;
}

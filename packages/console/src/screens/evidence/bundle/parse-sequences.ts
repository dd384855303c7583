/** Entries of one bundle, as the API takes them. */
export const bundledMax = 1000;

/** `3, 7-9` as numbers below `size`, each once, rising; null where it is something else, names none, or too many. */
export function parseSequences(text: string, size: number): readonly number[] | null {
  const found = new Set<number>();
  for (const part of text.split(/[,，、\s]+/u).filter((word) => word !== "")) {
    const match = /^(\d{1,15})(?:[-–](\d{1,15}))?$/u.exec(part);
    const first = Number(match?.[1] ?? Number.NaN);
    const last = Number(match?.[2] ?? first);
    if (!(first <= last && last < size) || last - first >= bundledMax) return null;
    for (let sequence = first; sequence <= last; sequence += 1) found.add(sequence);
    if (found.size > bundledMax) return null;
  }
  return found.size === 0 ? null : [...found].sort((a, b) => a - b);
}

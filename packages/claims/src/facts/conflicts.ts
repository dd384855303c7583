import type { Quantity } from "./numbers.ts";

/** How many quantities of `theirs` name a unit, or a kind of place, that `mine` gives other values alone. */
export function countOtherQuantities(mine: readonly Quantity[], theirs: readonly Quantity[]): number {
  if (mine.length === 0 || theirs.length === 0) return 0;
  const units = new Map<number, Set<number>>();
  for (const { unit, value } of mine) {
    const values = units.get(unit);
    if (values === undefined) units.set(unit, new Set([value]));
    else values.add(value);
  }
  return theirs.filter(({ unit, value }) => units.get(unit)?.has(value) === false).length;
}

/** How many terms that both texts have stand under a negation in one alone. `isInBoth` tells of a term. */
export function countOtherNegations(
  mine: readonly number[],
  theirs: readonly number[],
  isInBoth: (key: number) => boolean,
): number {
  const alone = [...mine.filter((key) => !theirs.includes(key)), ...theirs.filter((key) => !mine.includes(key))];
  return alone.filter(isInBoth).length;
}

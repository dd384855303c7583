import type { Quantity } from "./numbers.ts";

/** The values that a text gives of each unit. */
export type ValuesOfUnit = ReadonlyMap<number, ReadonlySet<number>>;

export function groupValues(quantities: readonly Quantity[]): ValuesOfUnit {
  const units = new Map<number, Set<number>>();
  for (const { unit, value } of quantities) {
    const values = units.get(unit);
    if (values === undefined) units.set(unit, new Set([value]));
    else values.add(value);
  }
  return units;
}

/** How many quantities of `theirs` name a unit, or a kind of place, that `mine` gives other values alone. */
export function countOtherQuantities(mine: ValuesOfUnit, theirs: readonly Quantity[]): number {
  let count = 0;
  for (const { unit, value } of theirs) if (mine.get(unit)?.has(value) === false) count += 1;
  return count;
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

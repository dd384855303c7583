import type { RuleContent } from "../RuleText.tsx";

export type Worded = RuleContent["title"];
export const noWords: Worded = { en: "", "zh-Hans": "" };

/** A rule of which nothing is written yet. */
export const blankRule: RuleContent = {
  title: noWords,
  text: noWords,
  falls: [noWords],
  spares: [noWords],
  tests: [{ behaviour: "acts_in_step", shows: noWords }],
  ladder: { minor: [], moderate: [], serious: [], critical: [] },
  ground: "incompatible",
  groundName: noWords,
  category: "STATEMENT_CATEGORY_OTHER_VIOLATION_TC",
  keywords: [],
};

/** The name of the version after this one: `IA-1:2` is followed by version 3. */
export function nextVersion(version: string): string {
  return String(Number(version) + 1);
}

/** A list with one of its members replaced, or left out. */
export function replaceAt<T>(list: readonly T[], place: number, next: T | null): T[] {
  return list.flatMap((one, i) => (i !== place ? [one] : next === null ? [] : [next]));
}

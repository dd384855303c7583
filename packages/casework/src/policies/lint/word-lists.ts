import type { LintCode } from "./lint-codes.ts";

/** The words of one language that the linter knows. */
export type LintWordLists = {
  /** Words that no rule may hold, by what is wrong with them. `spares_one_side` counts in exceptions alone. */
  readonly refuse: Readonly<
    Record<Extract<LintCode, "topic" | "stance" | "target" | "sentiment" | "spares_one_side">, readonly string[]>
  >;
  /** Words that find fault, and whoever must bear it: the two together shield somebody. */
  readonly criticism: readonly string[];
  readonly authority: readonly string[];
  /** Words for what is not true, and for who has to have found it so. */
  readonly falsity: readonly string[];
  readonly determined: readonly string[];
  /** Words of doing: a rule without one is written against no behaviour. */
  readonly behaviour: readonly string[];
  readonly warn: Readonly<Record<Extract<LintCode, "topic_maybe" | "vague">, readonly string[]>>;
};

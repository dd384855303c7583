import type { Level } from "../../ladder/levels.ts";
import type { RuleContent, Worded } from "../rule-content.ts";

/** A rule that ships: to be taken over as a draft, changed, reviewed and published by the operator, or not. */
export type StarterRule = { readonly id: string; readonly content: RuleContent };

export function say(en: string, zh: string): Worded {
  return { en, "zh-Hans": zh };
}

/** Where the terms say it. An operator names their own. */
export const ownTerms: Worded = say("Our terms: rules of conduct", "本社区条款：行为规则");

const range = (...levels: readonly Level[]): readonly Level[] => levels;

/** Pretence by many accounts: counts and reach before accounts, money before silence. */
export const campaignLadder: RuleContent["ladder"] = {
  minor: range(0, 1),
  moderate: range(0, 1, 2, 3, 4, 5),
  serious: range(1, 2, 3, 4, 5, 6, 7, 8),
  critical: range(3, 4, 5, 6, 7, 8, 9, 10),
};

/** Harm to a person: the item first. */
export const harmLadder: RuleContent["ladder"] = {
  minor: range(0, 1),
  moderate: range(0, 1, 4, 5),
  serious: range(1, 4, 5, 7, 8),
  critical: range(4, 5, 7, 8, 9, 10),
};

/** Harm to counts and purses: counts and money, accounts only last. */
export const moneyLadder: RuleContent["ladder"] = {
  minor: range(0, 1),
  moderate: range(0, 1, 2, 3),
  serious: range(1, 2, 3, 5, 6, 7),
  critical: range(3, 5, 6, 7, 8, 9),
};

/** Nothing but a private prompt. */
export const promptOnly: RuleContent["ladder"] = {
  minor: range(0),
  moderate: range(0),
  serious: range(0),
  critical: range(0),
};

import type { Grade } from "../ladder/grades.ts";
import type { Level } from "../ladder/levels.ts";
import type { Behaviour } from "./behaviours.ts";

/** Languages that every rule is written in. */
export const ruleLanguages = ["en", "zh-Hans"] as const;
export type RuleLanguage = (typeof ruleLanguages)[number];

/** The same, said in each language. */
export type Worded = Readonly<Record<RuleLanguage, string>>;

/** What evidence has to show of the account itself, whatever it said, before the rule may be named. */
export type BehaviourTest = { readonly behaviour: Behaviour; readonly shows: Worded };

/** What a version of a rule says. Once published it is never changed: another version takes its place. */
export type RuleContent = {
  readonly title: Worded;
  readonly text: Worded;
  /** Examples of what falls under it, and of what looks like it and does not. */
  readonly falls: readonly Worded[];
  readonly spares: readonly Worded[];
  readonly tests: readonly BehaviourTest[];
  /** Levels of measures that it allows at each gravity. */
  readonly ladder: Readonly<Record<Grade, readonly Level[]>>;
  readonly ground: "illegal" | "incompatible";
  /** The law, or the clause of the terms. */
  readonly groundName: Worded;
  /** Category and keywords of the DSA Transparency Database. */
  readonly category: string;
  readonly keywords: readonly string[];
};

export const rulePartNames = ["title", "text", "falls", "spares", "shows", "ground"] as const;
export type RulePart = (typeof rulePartNames)[number];

/** One text of a rule. `where` is its place: `falls.0.en`. */
export type RuleText = {
  readonly where: string;
  readonly part: RulePart;
  readonly language: RuleLanguage;
  readonly text: string;
};

/** Every text that people will read, in the order of the page. */
export function listRuleTexts(content: RuleContent): readonly RuleText[] {
  const { title, text, falls, spares, tests, groundName } = content;
  const toTexts = (part: RulePart, worded: Worded, place = ""): readonly RuleText[] =>
    ruleLanguages.map((language) => ({
      where: `${part}${place}.${language}`,
      part,
      language,
      text: worded[language],
    }));
  return [
    ...toTexts("title", title),
    ...toTexts("text", text),
    ...falls.flatMap((worded, place) => toTexts("falls", worded, `.${place}`)),
    ...spares.flatMap((worded, place) => toTexts("spares", worded, `.${place}`)),
    ...tests.flatMap(({ shows }, place) => toTexts("shows", shows, `.${place}`)),
    ...toTexts("ground", groundName),
  ];
}

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleContent } from "../../testing/rules.ts";
import type { RuleContent } from "../rule-content.ts";
import { starterRules } from "../starter/starter-rules.ts";
import { getLintWords, lintCodeNames, listHindrances, type LintCode } from "./lint-codes.ts";
import { lintRule } from "./lint-rule.ts";

const saying = (language: "en" | "zh-Hans", text: string): RuleContent => ({
  ...ruleContent,
  text: { ...ruleContent.text, [language]: text },
});
const sparing = (language: "en" | "zh-Hans", text: string): RuleContent => ({
  ...ruleContent,
  spares: [{ en: "A fan club.", "zh-Hans": "粉丝会。", [language]: text }],
});
const refusals = (content: RuleContent): readonly LintCode[] =>
  listHindrances(lintRule(content)).map(({ code }) => code);

describe("the linter of rules", () => {
  it("CW-201 lets the rules that ship through, without a doubt", () => {
    for (const { id, content } of starterRules) expect([id, lintRule(content)]).toEqual([id, []]);
    expect(lintRule(ruleContent)).toEqual([]);
    expect(new Set(starterRules.map(({ id }) => id)).size).toBe(starterRules.length);
  });

  it.each<[LintCode, "en" | "zh-Hans", string]>([
    ["topic", "en", "Nobody posts about the election."],
    ["topic", "en", "Accounts do not post on corruption."],
    ["topic", "zh-Hans", "账号不得发布选举内容。"],
    ["topic", "zh-Hans", "账号不得炒作就业形势。"],
    ["stance", "en", "Accounts that post unpatriotic things are removed."],
    ["stance", "zh-Hans", "账号不得发布反动内容。"],
    ["stance", "zh-Hans", "账号不得挑动对立。"],
    ["target", "en", "Accounts of foreigners do not post here."],
    ["target", "en", "Muslim accounts are reported first."],
    ["target", "zh-Hans", "账号不得使用粤语发布。"],
    ["target", "zh-Hans", "穆斯林账号须先审后发。"],
    ["sentiment", "en", "Accounts do not post to stir anger."],
    ["sentiment", "zh-Hans", "账号不得引发网民负面情绪。"],
    ["authority_shielded", "en", "Accounts do not post to discredit the authorities."],
    ["authority_shielded", "en", "Nobody posts complaints about the platform and its moderators."],
    ["authority_shielded", "zh-Hans", "账号不得发布损害国有企业形象的内容。"],
    ["authority_shielded", "zh-Hans", "账号不得发布吐槽平台的内容。"],
    ["falsity_alone", "en", "Accounts do not post rumours."],
    ["falsity_alone", "zh-Hans", "账号不得传播不实内容，谣言一律处理。"],
    ["behaviour_unwritten", "en", "Bad things are bad."],
    ["behaviour_unwritten", "zh-Hans", "坏事就是坏事。"],
    ["personal_data", "en", "Nobody answers posts of @somebody_known."],
    ["text_missing", "en", "  "],
    ["text_long", "en", `Accounts ${"do not post in step ".repeat(100)}`],
  ])("CW-200 CW-202 refuses %s (%s): %s", (code, language, text) => {
    const found = lintRule(saying(language, text)).filter((one) => one.code === code);
    expect(found.map(({ where }) => where)).toContain(`text.${language}`);
    expect(refusals(saying(language, text))).toContain(code);
  });

  it("CW-204 lets an exception free criticism, and refuses one that frees a side", () => {
    expect(refusals(sparing("en", "Criticism of anybody, of us and of those in office too, however harsh."))).toEqual(
      [],
    );
    expect(refusals(sparing("zh-Hans", "对任何人的批评，包括对我们的批评。"))).toEqual([]);
    expect(refusals(sparing("en", "Posts in praise of the town."))).toContain("spares_one_side");
    expect(refusals(sparing("zh-Hans", "正面宣传不在此列。"))).toContain("spares_one_side");
    expect(refusals(sparing("en", "Posts about the election."))).toContain("topic");
  });

  it("CW-205 takes a rule about what is false only as a prompt, after a determination", () => {
    const { content } = starterRules.find(({ id }) => id === "DC-1") ?? { content: ruleContent };
    expect(refusals(content)).toEqual([]);
    const harder = { ...content, ladder: { ...content.ladder, critical: [0, 1] } } as const;
    expect(refusals(harder)).toContain("falsity_alone");
  });

  it.each<[LintCode, object]>([
    ["test_missing", { tests: [] }],
    ["falls_missing", { falls: [] }],
    ["spares_missing", { spares: [] }],
    ["ladder_missing", { ladder: { minor: [], moderate: [], serious: [], critical: [] } }],
    ["ladder_steep", { ladder: { minor: [5], moderate: [], serious: [], critical: [] } }],
    ["ladder_steep", { ladder: { minor: [1], moderate: [4], serious: [2], critical: [9] } }],
    ["category_unknown", { category: "STATEMENT_CATEGORY_RUMOUR" }],
    ["category_civic", { category: "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS" }],
    ["category_civic", { keywords: ["KEYWORD_MISINFORMATION_DISINFORMATION"] }],
    ["field_unknown", { party: "one" }],
    ["field_unknown", { languages: ["zh"] }],
    ["malformed", { ground: "whatever" }],
    ["malformed", { ladder: { minor: [11], moderate: [], serious: [], critical: [] } }],
    ["malformed", { title: { en: "Only English" } }],
    ["malformed", { tests: [{ behaviour: "thinks_wrongly", shows: ruleContent.title }] }],
    ["malformed", { tests: [{ behaviour: "acts_in_step", shows: ruleContent.title, about: "somebody" }] }],
  ])("CW-200 refuses a rule by its form: %s", (code, more) => {
    expect(refusals({ ...ruleContent, ...more } as RuleContent)).toContain(code);
  });

  it("CW-202 says of each finding why and what to do, in both languages", () => {
    for (const code of lintCodeNames) {
      for (const language of ["en", "zh-Hans"] as const) {
        const { why, next } = getLintWords(code, language);
        expect([why.length > 3, next.length > 3]).toEqual([true, true]);
      }
    }
  });

  it("CW-206 finds a listed word wherever it stands and however it is cased", () => {
    const cases = fc.constantFrom("election", "patriotic", "muslim", "anger");
    fc.assert(
      fc.property(cases, fc.lorem({ maxCount: 6 }), fc.boolean(), (word, around, isUpper) => {
        const text = `Accounts ${around} ${isUpper ? word.toUpperCase() : word}, ${around}`;
        expect(refusals(saying("en", text)).length).toBeGreaterThan(0);
      }),
      { numRuns: 100, seed: 12 },
    );
  });
});

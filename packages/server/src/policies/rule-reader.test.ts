import { lintRule, listHindrances, starterRules, type LintCode, type RuleContent } from "@breakwater/casework";
import { ruleContent } from "@breakwater/casework/testing";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ruleReader as reader } from "./rule-reader.ts";

const saying = (language: "en" | "zh-Hans", text: string): RuleContent => ({
  ...ruleContent,
  text: { ...ruleContent.text, [language]: text },
});
const codesOf = (content: RuleContent): readonly LintCode[] => lintRule(content, reader).map(({ code }) => code);
const refusals = (content: RuleContent): readonly LintCode[] =>
  listHindrances(lintRule(content, reader)).map(({ code }) => code);

describe("the linter with the engine's eyes", () => {
  it("CW-201 lets the rules that ship through, without a doubt", () => {
    for (const { id, content } of starterRules) expect([id, lintRule(content, reader)]).toEqual([id, []]);
    expect(lintRule(ruleContent, reader)).toEqual([]);
  });

  it.each<[string, "en" | "zh-Hans", string]>([
    ["look-alikes", "en", "Accounts do not post about pоlitiсs."],
    ["full width", "en", "Accounts do not post about ｐｏｌｉｔｉｃｓ."],
    ["letters of mathematics", "en", "Accounts do not post about 𝓹𝓸𝓵𝓲𝓽𝓲𝓬𝓼."],
    ["spelled out", "en", "Accounts do not post about p o l i t i c s."],
    ["dots", "en", "Accounts do not post about p.o.l.i.t.i.c.s."],
    ["digits", "en", "Accounts do not post about p0l1t1cs."],
    ["nothing between", "en", "Accounts do not post about poli\u200btics."],
    ["accents", "en", "Accounts do not post about pólïtics."],
    ["the other language", "en", "Accounts do not post about 政治."],
    ["pinyin", "en", "Accounts do not post about zhengzhi."],
    ["pinyin with tones", "en", "Accounts do not post about zhèng zhì."],
    ["pinyin in Chinese", "zh-Hans", "账号不得发布 zhengzhi 内容。"],
    ["Traditional", "zh-Hans", "账号不得发布選舉内容。"],
    ["a space", "zh-Hans", "账号不得发布政 治内容。"],
    ["a reading in brackets", "zh-Hans", "账号不得发布政(zhèng)治(zhì)内容。"],
    ["half a syllable", "zh-Hans", "账号不得发布选ju内容，选(xuǎn)举(jǔ)除外。"],
    ["radicals", "zh-Hans", "账号不得发布政⼀治内容。"],
    ["English in Chinese", "zh-Hans", "账号不得发布 politics 内容。"],
  ])("CW-203 sees through %s", (_, language, text) => {
    expect(
      refusals(saying(language, text)).filter((code) => code === "topic" || code === "script_foreign"),
    ).not.toEqual([]);
  });

  it("CW-203 refuses letters of a script that the text is not written in", () => {
    for (const text of [
      "Accounts do not post about Политика.",
      "Accounts do not post about السياسة.",
      "Accounts do not post about πολιτική.",
    ]) {
      expect(refusals(saying("en", text))).toContain("script_foreign");
      expect(refusals(saying("zh-Hans", text))).toContain("script_foreign");
    }
  });

  it("CW-203 asks to look again where a passage only sounds like such a word", () => {
    const found = lintRule(saying("zh-Hans", "账号不得发布正治内容。"), reader);
    expect(found).toContainEqual({ code: "sounds_like", where: "text.zh-Hans", word: "政治" });
    expect(listHindrances(found)).toEqual([]);
    expect(codesOf(saying("en", "Accounts do not post in step with Harborview Weekly."))).toContain("name_maybe");
    expect(codesOf(saying("zh-Hans", "账号不得发布低俗内容。"))).toContain("vague");
  });

  it("CW-206 reads whatever is sent as a rule without failing, and finds at least what it sees unaided", () => {
    fc.assert(
      fc.property(fc.anything(), fc.string({ unit: "grapheme", maxLength: 200 }), (odd, text) => {
        expect(refusals(odd as RuleContent).length).toBeGreaterThan(0);
        const plain = lintRule(saying("en", text));
        const known = new Set(lintRule(saying("en", text), reader).map(({ code }) => code));
        const firm = plain.filter(
          ({ code }) => code === "script_foreign" || code === "personal_data" || code === "text_missing",
        );
        expect(firm.filter(({ code }) => !known.has(code))).toEqual([]);
      }),
      { numRuns: 150, seed: 11 },
    );
  });
});

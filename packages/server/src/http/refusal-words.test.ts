import { getRefusalWords, refusalCodes } from "@breakwater/casework";
import { errors, reasons, toReasonSentence, type ErrorCode } from "@breakwater/contract";
import { describe, expect, it } from "vitest";
import { claimRefusals, getClaimRefusalWords } from "../claims/desk/refusal-words.ts";
import { HttpError } from "./http-error.ts";
import { toProblem } from "./problem.ts";

type Said = readonly [table: string, code: string, en: string, zh: string];

const ofErrors = Object.entries(errors).map(([code, { en, zh }]): Said => ["errors", code, en, zh]);
const ofReasons = Object.entries(reasons).map(([code, [en, zh]]): Said => ["reasons", code, en, zh]);
const ofCasework = refusalCodes.flatMap((code) =>
  pair("casework", code, getRefusalWords(code, "en"), getRefusalWords(code, "zh-Hans")),
);
const ofClaims = claimRefusals.flatMap((code) =>
  pair("claims", code, getClaimRefusalWords(code, "en"), getClaimRefusalWords(code, "zh-Hans")),
);
const all = [...ofErrors, ...ofReasons, ...ofCasework, ...ofClaims];

type Words = { readonly why: string; readonly next: string };

function pair(table: string, code: string, en: Words, zh: Words): readonly Said[] {
  return [
    [table, code, en.why, zh.why],
    [table, `${code} (next)`, en.next, zh.next],
  ];
}

describe("every refusal of the service", () => {
  it("has its words in both languages", () => {
    expect(all.length).toBeGreaterThan(300);
    const bare = all.filter(
      ([, , en, zh]) => !/^(?:[A-Z]|\{0\}).*[.?]$/su.test(en) || !/\p{Script=Han}.*[。？]$/su.test(zh),
    );
    expect(bare).toEqual([]);
  });

  it("leaves no word in English but names of the protocol", () => {
    const names = /Retry-After|If-Match|https?|HMAC|admin|\{\d\}/gu;
    const left = all.filter(([, , , zh]) => /[A-Za-z]{3,}/u.test(zh.replaceAll(names, "")));
    expect(left.map(([table, code, , zh]) => [table, code, zh])).toEqual([]);
  });

  it("names the same things in both languages", () => {
    const gapsOf = (text: string) => [...text.matchAll(/\{\d\}/gu)].map(([gap]) => gap).toSorted();
    for (const [, code, en, zh] of all) expect([code, gapsOf(zh)]).toEqual([code, gapsOf(en)]);
  });

  it("goes by a code that no other table has", () => {
    const codes = [...Object.keys(reasons), ...refusalCodes];
    expect(new Set(codes).size).toBe(codes.length);
    expect(claimRefusals.filter((code) => Object.hasOwn(reasons, code))).toEqual([]);
  });
});

describe("toProblem()", () => {
  const tell = ({ code, message, refusal }: HttpError, language: "en" | "zh-Hans") =>
    toProblem(code, { detail: message, refusal, language, requestId: "r" });

  it("says a reason in the language asked for, with what it fell on", () => {
    const error = new HttpError("refused", { code: "people_max", about: [500] });
    expect(tell(error, "en").detail).toBe("There are 500 people already.");
    expect(tell(error, "zh-Hans")).toMatchObject({
      title: errors.refused.zh,
      detail: "人数已达 500 人的上限。",
      refusal: { code: "people_max", about: ["500"] },
    });
  });

  it("leaves what is for programmers as it is", () => {
    const error = new HttpError("malformed_body" satisfies ErrorCode, "The body is no JSON.");
    expect(tell(error, "zh-Hans")).toMatchObject({ title: errors.malformed_body.zh, detail: "The body is no JSON." });
  });

  it("fills only the gaps that there are", () => {
    expect(toReasonSentence({ code: "person_unknown", about: ["x"] }, "zh-Hans")).toBe("没有这个人。");
    expect(toReasonSentence({ code: "kind_names_accounts", about: ["lead.opened"] }, "en")).toContain("lead.opened");
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/utf8.ts";
import { parseCanonicalJson, toCanonicalJson, type Json } from "./canonical-json.ts";

describe("toCanonicalJson()", () => {
  // RFC 8785 sections 3.2.2 and 3.2.3, and rows of its appendix B.
  it.each<[string, Json, string]>([
    ["literals", { literals: [null, true, false] }, '{"literals":[null,true,false]}'],
    ["numbers", [333333333.3333333, 1e30, 4.5, 2e-3, 1e-27], "[333333333.3333333,1e+30,4.5,0.002,1e-27]"],
    ["a negative zero", -0, "0"],
    ["the smallest number", 5e-324, "5e-324"],
    [
      "where exponents begin",
      [999999999999999900000, 1e21, 0.000001, 1e-7],
      "[999999999999999900000,1e+21,0.000001,1e-7]",
    ],
    ["a rounding trap", 9.999999999999997e22, "9.999999999999997e+22"],
    [
      "escapes, and what is not escaped",
      "\u20ac$\u000f\u000aA'\u0042\u0022\u005c\\\"/",
      '"€$\\u000f\\nA\'B\\"\\\\\\\\\\"/"',
    ],
    [
      "names in order of UTF-16 code units, which is not that of code points",
      { "\u20ac": 1, "\r": 2, "\ufb33": 3, "1": 4, "\ud83d\ude00": 5, "\u0080": 6, "\u00f6": 7 },
      '{"\\r":2,"1":4,"\u0080":6,"ö":7,"€":1,"😀":5,"\ufb33":3}',
    ],
    ["an empty name", { "": [] }, '{"":[]}'],
  ])("%s", (_, value, text) => {
    expect(toCanonicalJson(value)).toBe(text);
  });

  it.each<[string, Json]>([
    ["NaN", Number.NaN],
    ["an infinity", [Number.POSITIVE_INFINITY]],
    ["a lone surrogate", "\udead"],
    ["a lone surrogate in a name", { "\udead": 1 }],
    ["33 levels", JSON.parse(`${"[".repeat(34)}${"]".repeat(34)}`) as Json],
  ])("%s has no canonical form", (_, value) => {
    expect(() => toCanonicalJson(value)).toThrow(RangeError);
  });
});

describe("parseCanonicalJson()", () => {
  it("takes back what toCanonicalJson() wrote, and no other order of the names changes it", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), (value) => {
        const text = toCanonicalJson(value as Json);
        expect(toCanonicalJson(parseCanonicalJson(toUtf8(text)) ?? null)).toBe(text);
      }),
      { seed: 6 },
    );
  });

  it.each([
    ["a space", '{"a": 1}'],
    ["a trailing newline", "1\n"],
    ["names out of order", '{"b":1,"a":2}'],
    ["a name twice", '{"a":1,"a":1}'],
    ["a number in another form", "1.0"],
    ["an escape that is not needed", '"\\u0041"'],
    ["an escaped lone surrogate", '"\\udead"'],
    ["a hundred thousand levels", "[".repeat(100_000) + "]".repeat(100_000)],
    ["no JSON", "{"],
    ["nothing", ""],
  ])("%s is refused", (_, text) => {
    expect(parseCanonicalJson(toUtf8(text))).toBeUndefined();
  });

  it("a name that JavaScript treats in its own way is a name like any other", () => {
    expect(parseCanonicalJson(toUtf8('{"__proto__":1}'))).toEqual(JSON.parse('{"__proto__":1}'));
  });
});

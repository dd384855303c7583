import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { listPersonalData, type PersonalDataKind } from "./personal-data.ts";

const telling: readonly (readonly [string, PersonalDataKind])[] = [
  ["write to wang.li@example.org", "email"],
  ["wang.li ＠ example.org", "email"],
  ["see https://example.org/u/17", "url"],
  ["see www.example.net", "url"],
  ["at example.cn yesterday", "url"],
  ["微博example.com上", "url"],
  ["posted by @wang_li", "handle"],
  ["由＠王力发布", "handle"],
  ["from 203.0.113.9", "address"],
  ["from 2001:db8::1", "address"],
  ["call 13800138000", "long_number"],
  ["call 138 0013 8000", "long_number"],
  ["call +49 (30) 1234-567", "long_number"],
  ["身份证 11010519491231002X", "long_number"],
  ["１３８００１３８０００", "long_number"],
  ["电话①③⑧⓪⓪①③⑧⓪⓪⓪", "long_number"],
  ["١٣٨٠٠١٣٨٠٠٠", "long_number"],
];
const plain: readonly string[] = [
  "On 2026-02-20 the account posted the same text 41 times within 60 seconds.",
  "该账号于 2026-02-20 在 60 秒内发布了 41 条相同文字。",
  "Terms, section 4.2; rule IA-1, version 3.",
  "Regulation (EU) 2022/2065, Article 17(3)(b).",
  "Between 10:15 and 10:16, 38 of 120 accounts took part, 1,204 posts in all.",
  "",
];

describe("personal data in texts that are published", () => {
  it.each(telling)("CW-120 sees it in %j", (text, kind) => {
    expect(listPersonalData(text)).toContain(kind);
  });

  it.each(plain)("CW-120 leaves %j alone", (text) => {
    expect(listPersonalData(text)).toEqual([]);
  });

  it("CW-120 sees a phone number however it is cut, wherever it stands", () => {
    const cut = fc.array(fc.constantFrom("", " ", "-", ".", " "), { minLength: 11, maxLength: 11 });
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.stringMatching(/^1[3-9][0-9]{9}$/),
        cut,
        (before, after, digits, gaps) => {
          const number = digits
            .split("")
            .map((digit, index) => digit + (gaps[index] ?? ""))
            .join("");
          expect(listPersonalData(`${before} ${number} ${after}`).length).toBeGreaterThan(0);
        },
      ),
      { seed: 120, numRuns: 300 },
    );
  });

  it("CW-120 costs time in proportion to the text", { timeout: 2000 }, () => {
    for (const hostile of [
      "a".repeat(50_000),
      "1 ".repeat(25_000),
      "@".repeat(50_000),
      "a.".repeat(25_000),
      ":".repeat(50_000),
    ]) {
      expect(listPersonalData(hostile).length).toBeLessThan(3);
    }
  });
});

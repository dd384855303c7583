import { existsSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normaliseText } from "./normalise.ts";

describe("normaliseText()", () => {
  it.each([
    ["case, width and accents", "ＣＡＦÉ Ça", "cafe ca"],
    ["Traditional characters", "打擊謠言", "打击谣言"],
    ["readings in brackets", "網(wǎng)絡(luò)謠言", "网络谣言"],
    ["invisible characters", "谣\u200b言\u2060止\ufeff于", "谣言止于"],
    ["variation selectors and soft hyphens", "谣\ufe0f言\u00ad止", "谣言止"],
    ["Cyrillic look-alikes in a Latin word", "frее mоney", "free money"],
    ["split characters", "言兑真话", "说真话"],
    ["punctuation and emoji", "水！厂😱，爆……炸", "水厂爆炸"],
    ["web addresses and mentions", "看这里 http://t.cn/Abc1 @someone 快", "看这里快"],
    ["the mark of a repost", "RT @news: the water is safe", "the water is safe"],
    ["runs of space between words", "  the\t water \n is  safe ", "the water is safe"],
    ["a word spelled out letter by letter", "v i a g r a now", "viagra now"],
    ["nothing at all", "", ""],
    ["only signs", "!!! 😀 ——", ""],
  ])("folds %s", (_, text, key) => {
    expect(normaliseText(text)).toBe(key);
  });

  it("keeps what carries meaning: numbers, negation, other scripts", () => {
    expect(normaliseText("10 ships, not 35")).toBe("10 ships not 35");
    // Look-alikes are folded in every script, so the key is not for reading; what is different stays different.
    expect(normaliseText("не правда")).not.toBe(normaliseText("правда"));
    expect(normaliseText("هذا غير صحيح")).not.toBe("");
  });

  it("is idempotent, and never longer than a few times its input", () => {
    const piece = fc.oneof(
      fc.string({ unit: "grapheme", maxLength: 12 }),
      fc.constantFrom("網(wǎng)絡(luò)", "言兑", "@user", "http://x.y/z", "RT @a:", "\u200b", "①", "㍿", "㉠", "a b c"),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
        const once = normaliseText(pieces.join(""));
        expect(normaliseText(once)).toBe(once);
        expect(once.length).toBeLessThanOrEqual(20 * pieces.join("").length);
      }),
      { seed: 1, numRuns: 1500 },
    );
  });

  it("bears broken surrogates and very long runs", () => {
    expect(() => normaliseText("\ud800\udc00\ud800x\udfff")).not.toThrow();
    expect(normaliseText("谣".repeat(100_000)).length).toBe(100_000);
  });
});

const source = new URL("../../../../../shared/reference/source-document.txt", import.meta.url);

// The press conference that the product was asked for: Traditional characters, each followed by its reading in brackets.
it.skipIf(!existsSync(source))("normaliseText() folds the source document to its clean Simplified text", () => {
  const text = normaliseText(readFileSync(source, "utf8"));
  expect(text).toContain("全市打击整治网络谣言专项行动新闻发布会");
  expect(text).toContain("烟台市人民政府新闻办公室于7月10日星期三上午举行全市打击整治网络谣言专项行动新闻发布会");
  expect(text).not.toMatch(/[網絡謠發佈會實錄煙臺舉動]/u);
  // Of the Latin letters only those of the page's own furniture and of names are left, no readings.
  expect(text).not.toMatch(/\p{Script=Han}[a-z]{1,6}\p{Script=Han}[a-z]{1,6}\p{Script=Han}[a-z]{1,6}\p{Script=Han}/u);
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createOverlap } from "./overlap.ts";
import { createRecentTexts } from "./recent-texts.ts";
import { templateShare } from "./template.ts";

it("createOverlap() counts shared grams as sets do, load after load", () => {
  const grams = fc.array(fc.integer({ min: -40, max: 40 }), { maxLength: 60 });
  fc.assert(
    fc.property(fc.array(fc.tuple(grams, grams), { maxLength: 4 }), (pairs) => {
      const overlap = createOverlap();
      for (const [one, other] of pairs) {
        expect(overlap.load(Int32Array.from(one), one.length)).toBe(new Set(one).size);
        const shared = new Set(other.filter((gram) => one.includes(gram))).size;
        expect(overlap.countShared(Int32Array.from(other), other.length)).toBe(shared);
        expect(overlap.countShared(Int32Array.from(other), other.length)).toBe(shared);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

describe("createRecentTexts()", () => {
  it("remembers a text for a window after its last use at least, and for two at most", () => {
    const recent = createRecentTexts(1000, 100);
    recent.set("a", 1, 0);
    expect(recent.find("a", 100)).toBe(1);
    expect(recent.find("a", 150)).toBe(1);
    expect(recent.find("b", 400)).toBeUndefined();
    expect(recent.find("a", 700)).toBeUndefined();
    expect(recent.forgotten).toBe(1);
  });

  it("holds no more than it may", () => {
    const recent = createRecentTexts(10, Number.POSITIVE_INFINITY);
    for (let i = 0; i < 100; i += 1) recent.set(`text ${i}`, i, 0);
    const held = Array.from({ length: 100 }, (_, i) => recent.find(`text ${i}`, 0)).filter(
      (each) => each !== undefined,
    );
    expect(held.length).toBeLessThanOrEqual(10);
    expect(held.at(-1)).toBe(99);
  });
});

describe("templateShare()", () => {
  it.each([
    ["寻人启事小明六岁于东门走失", "寻人启事小红九岁于西门走失", 5 / 13],
    ["同一段文字同一段文字", "同一段文字同一段文字", 1],
    ["完全不同的一段文字", "毫无关系另外几个词语", 0],
    ["", "", 0],
  ])("of %s and %s", (a, b, share) => {
    expect(templateShare(a, b)).toBeCloseTo(share, 12);
  });

  it("stays between 0 and 1", () => {
    const text = fc.array(fc.constantFrom(...Array.from("甲乙丙丁")), { maxLength: 30 }).map((each) => each.join(""));
    fc.assert(
      fc.property(text, text, (a, b) => {
        expect(templateShare(a, b)).toBeGreaterThanOrEqual(0);
        expect(templateShare(a, b)).toBeLessThanOrEqual(1);
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

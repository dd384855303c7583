import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { certainRunUnits, fingerprintsInto } from "./fingerprints.ts";
import { bigramsOf } from "./grams.ts";
import { pinyinKey } from "./pinyin-key.ts";
import { containment, countShared, jaccard } from "./similarity.ts";
import { sketchOf, sketchSimilarity } from "./sketch.ts";
import { soundInto } from "./sound.ts";

const sets = fc.uniqueArray(fc.integer({ min: -200, max: 200 }), { maxLength: 60 });
const toSorted = (values: readonly number[]): Int32Array => Int32Array.from(values).sort();

describe("bigramsOf()", () => {
  it.each([
    ["pairs of Han characters", "网络谣言", 3],
    ["one character as one gram", "网", 1],
    ["a word of three letters as one gram", "the", 1],
    ["four letters in a row", "water", 2],
    ["repeats once", "哈哈哈哈", 1],
    ["nothing", "", 0],
  ])("gives %s", (_, text, count) => {
    expect(bigramsOf(text).length).toBe(count);
  });

  it("passes over spaces", () => {
    expect([...bigramsOf("网 络谣 言")]).toEqual([...bigramsOf("网络谣言")]);
  });

  it("is a sorted set", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme", maxLength: 40 }), (text) => {
        const grams = [...bigramsOf(text)];
        expect(grams).toEqual([...new Set(grams)].toSorted((a, b) => a - b));
      }),
      { seed: 1, numRuns: 200 },
    );
  });
});

it("countShared(), jaccard() and containment() are those of sets", () => {
  fc.assert(
    fc.property(sets, sets, (one, other) => {
      const [a, b] = [toSorted(one), toSorted(other)];
      const shared = one.filter((each) => other.includes(each)).length;
      expect(countShared(a, b)).toBe(shared);
      expect(jaccard(a, b)).toBeCloseTo(shared === 0 ? 0 : shared / new Set([...one, ...other]).size, 12);
      expect(containment(a, b)).toBeCloseTo(shared === 0 ? 0 : shared / Math.min(one.length, other.length), 12);
    }),
    { seed: 1, numRuns: 300 },
  );
});

describe("sketchSimilarity()", () => {
  it.each([0.2, 0.5, 0.7, 0.9])("estimates a Jaccard index of %d without bias", (index) => {
    const [size, rounds] = [100, 60];
    const shared = Math.round((2 * size * index) / (1 + index));
    const truth = shared / (2 * size - shared);
    let sum = 0;
    for (let round = 0; round < rounds; round += 1) {
      const name = (i: number): number => Math.imul(round * 1000 + i, 0x9e3779b1);
      const a = Int32Array.from({ length: size }, (_, i) => name(i));
      const b = Int32Array.from({ length: size }, (_, i) => name(i + size - shared));
      sum += sketchSimilarity(sketchOf(a), sketchOf(b));
    }
    // Four standard errors of a mean over `rounds` sketches of 128 slots, doubled because slots borrow.
    const error = 8 * Math.sqrt((truth * (1 - truth)) / (128 * rounds));
    expect(Math.abs(sum / rounds - truth)).toBeLessThan(error);
  });
});

it("fingerprintsInto() shares a fingerprint wherever two texts share a long enough piece", () => {
  const units = fc.array(fc.integer({ min: 0x4e00, max: 0x4e20 }), { maxLength: 30 });
  const piece = fc.array(fc.integer({ min: 0x4e00, max: 0x4e20 }), { minLength: certainRunUnits, maxLength: 20 });
  const listFingerprints = (text: readonly number[]): ReadonlySet<number> => {
    const out = new Int32Array(text.length + 1);
    return new Set(out.subarray(0, fingerprintsInto(out, Uint16Array.from(text), text.length)));
  };
  fc.assert(
    fc.property(units, units, piece, (before, after, common) => {
      const one = listFingerprints([...before, ...common]);
      const other = listFingerprints([...common, ...after]);
      expect([...one].some((fingerprint) => other.has(fingerprint))).toBe(true);
    }),
    { seed: 1, numRuns: 300 },
  );
});

it("soundInto() writes what pinyinKey() makes", () => {
  const piece = fc.constantFrom("网络", "谣言", "yao", "wang", "x", "7", " ", "не", "the water", "3g");
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
      const text = pieces.join("");
      const out = new Uint16Array(text.length + 1);
      expect(String.fromCharCode(...out.subarray(0, soundInto(out, text)))).toBe(pinyinKey(text));
    }),
    { seed: 1, numRuns: 500 },
  );
});

describe("pinyinKey()", () => {
  it.each([
    ["characters of one sound", "网络谣言", "网洛谣岩"],
    ["a syllable in letters", "网络谣言", "网洛yao岩"],
    ["n and l, zh and z", "男主", "蓝组"],
  ])("is the same for %s", (_, a, b) => {
    expect(pinyinKey(a)).toBe(pinyinKey(b));
  });

  it("decides a long run of ambiguous letters at once", () => {
    const run = "nangan".repeat(2000);
    expect(pinyinKey(`网${run}`).length).toBe(1 + 2 * 2000);
    expect(pinyinKey(`网${run}xzq`)).toBe(`${pinyinKey("网")}${run}xzq`);
  });

  it("tells different sounds apart, and leaves other scripts as they are", () => {
    expect(pinyinKey("谣言")).not.toBe(pinyinKey("真相"));
    expect(pinyinKey("не правда")).toBe("не правда");
  });
});

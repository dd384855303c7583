import { bigramsOf, jaccard } from "@breakwater/engine/text";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../registry/entry.ts";
import { parseEntry } from "../registry/parse-entry.ts";
import { findDifference, toGist } from "./differences.ts";
import { findDuplicates, mergeDuplicates } from "./duplicates.ts";
import { comparisonsMax, findNearIdentical, type SimilarPair } from "./near-identical.ts";

/** The slow, obvious way: every pair. */
function findByAllPairs(texts: readonly string[], similarityMin: number): readonly SimilarPair[] {
  const pairs: SimilarPair[] = [];
  for (let a = 0; a < texts.length; a += 1) {
    for (let b = a + 1; b < texts.length; b += 1) {
      const similarity = jaccard(bigramsOf(texts[a] ?? ""), bigramsOf(texts[b] ?? ""));
      if (similarity > 0 && similarity >= similarityMin) pairs.push({ a, b, similarity });
    }
  }
  return pairs;
}

it("findNearIdentical() finds what comparing all pairs finds", () => {
  const text = fc
    .array(fc.constantFrom("网", "络", "谣", "言", "不", "实"), { maxLength: 14 })
    .map((letters) => letters.join(""));
  const min = fc.constantFrom(0.3, 0.5, 0.75, 0.8, 0.85, 1);
  fc.assert(
    fc.property(fc.array(text, { maxLength: 25 }), min, (texts, similarityMin) => {
      const pairs = findByAllPairs(texts, similarityMin);
      expect(findNearIdentical(texts, similarityMin)).toEqual({ pairs, cutShort: 0 });
    }),
    { seed: 21, numRuns: 500 },
  );
});

it("findNearIdentical() counts the texts that it did not compare with all, and stays quick", () => {
  const body = "一二三四五六七八九十甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥";
  const texts = Array.from({ length: comparisonsMax + 50 }, (_, i) => body + String.fromCharCode(0x5000 + i));
  const { pairs, cutShort } = findNearIdentical(texts, 0.85);
  expect(pairs.length).toBeGreaterThan(comparisonsMax);
  expect(cutShort).toBe(49);
});

it("findDuplicates() of many equal claims are as many as the claims", () => {
  const entries = Array.from({ length: 500 }, (_, i) =>
    entryOf({ id: i, claim, verdict: i % 2 === 0 ? "false" : "true" }),
  );
  const { pairs } = findDuplicates(entries);
  expect(pairs).toHaveLength(499);
  expect(pairs.filter((pair) => pair.isContradiction)).toEqual([expect.objectContaining({ a: 0, b: 1 })]);
});

function entryOf(fields: Readonly<Record<string, unknown>>): Entry {
  const parsed = parseEntry({ verdict: "false", ...fields });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.faults));
  return parsed.entry;
}

describe("findDifference()", () => {
  it.each([
    ["Ten ships left the harbour", "ten SHIPS left the harbour!", null],
    ["10 ships left the harbour", "35 ships left the harbour", "numbers"],
    ["Ten ships left the harbour", "Two ships left the harbour", "numbers"],
    ["1,000 ships left", "1000 ships left", null],
    ["死亡三人", "死亡五人", "numbers"],
    ["死亡３人", "死亡3人", null],
    ["The vaccine does alter genes", "The vaccine does not alter genes", "negation"],
    ["The vaccine doesn't alter genes", "The vaccine does alter genes", "negation"],
    ["喝茶可以防癌", "喝茶不可以防癌", "negation"],
    ["喝茶沒有用", "喝茶没有用", null],
    ["The mayor Li has resigned", "The mayor Wu has resigned", "words"],
    ["The mayor Lee has resigned", "The mayor Wang has resigned", "words"],
    ["A video shows a ship", "Video shows a ship", null],
    ["Photos of the ship", "Photo of the ships", null],
    ["演员李华今日去世", "演员张明今日去世", "words"],
    ["演员李华今日去世", "著名演员李华今日去世", null],
    ["假的。演员李华今日去世", "错！演员李华今日去世", null],
  ])("%s | %s", (a, b, difference) => {
    const [one, other] = [a, b].map((text) => toGist({ text, verdict: "false" }));
    expect(one && other && findDifference(one, other)).toBe(difference);
  });

  it.each([
    ["false", "misleading", null],
    ["false", "true", "verdict"],
    ["false", "unproven", "verdict"],
    ["mixed", "unproven", null],
  ] as const)("%s beside %s", (a, b, difference) => {
    expect(findDifference(toGist({ text: "x", verdict: a }), toGist({ text: "x", verdict: b }))).toBe(difference);
  });
});

const claim = "The old bridge over the river will be closed to all traffic for a whole year";

describe("findDuplicates() and mergeDuplicates()", () => {
  const entries = [
    entryOf({ id: "a", claim, url: "https://a.example/1", tags: ["x"] }),
    entryOf({
      id: "b",
      claim: `${claim}!`,
      url: "https://b.example/2",
      date: "2020-02-01",
      tags: ["y", "x"],
      wordings: ["w"],
    }),
    entryOf({ id: "c", claim: claim.replace("will", "will not") }),
    entryOf({ id: "d", claim, verdict: "true" }),
    entryOf({ id: "e", claim: "Bridge shut", wordings: [claim] }),
    entryOf({ id: "f", claim: "Something else altogether is said about schools" }),
    entryOf({ id: "g", claim: "😀" }),
    entryOf({ id: "h", claim: "😀" }),
  ];
  const duplicates = findDuplicates(entries).pairs;

  it("tell what reads alike, and why it is not one", () => {
    const told = duplicates.map(({ a, b, difference }) => [entries[a]?.id, entries[b]?.id, difference]);
    expect(told).toContainEqual(["a", "b", null]);
    expect(told).toContainEqual(["a", "c", "negation"]);
    expect(told).toContainEqual(["a", "d", "verdict"]);
    expect(told).toContainEqual(["a", "e", null]);
    expect(told.flat()).not.toContain("f");
    expect(told.flat()).not.toContain("g");
    expect(duplicates.filter((pair) => pair.isContradiction).every(({ a, b }) => a === 3 || b === 3)).toBe(true);
  });

  it("make one entry of them, with all that they were worded as", () => {
    const merged = mergeDuplicates(entries, duplicates);
    expect(merged.entries.map(({ id }) => id)).toEqual(["a", "c", "d", "f", "g", "h"]);
    expect([...merged.into]).toEqual([
      ["b", "a"],
      ["e", "a"],
    ]);
    expect(merged.entries[0]).toEqual({
      ...entries[0],
      wordings: [
        { text: `${claim}!`, date: "2020-02-01", source: "https://b.example/2" },
        { text: "w" },
        { text: "Bridge shut" },
      ],
      sources: [{ text: "https://b.example/2" }],
      tags: ["x", "y"],
    });
  });

  it("merge nothing into what is merged itself", () => {
    const merged = mergeDuplicates(entries, [
      { a: 1, b: 4, similarity: 1, difference: null, isContradiction: false },
      { a: 0, b: 1, similarity: 1, difference: null, isContradiction: false },
    ]);
    expect([...merged.into]).toEqual([["e", "b"]]);
  });
});

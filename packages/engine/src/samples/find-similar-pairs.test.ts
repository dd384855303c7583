import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigramsOf, containment, jaccard } from "../text/index.ts";
import { findSimilarPairs } from "./find-similar-pairs.ts";

const words = Array.from("春夏秋冬山川河海花草树木风雨雷电日月星辰东西南北金木水火土天地人和");

/** Texts of 20 to 60 characters and copies of them with some characters changed. */
const someTexts = fc
  .array(
    fc.record({
      base: fc.array(fc.nat(words.length - 1), { minLength: 20, maxLength: 60 }),
      changes: fc.array(fc.tuple(fc.nat(59), fc.nat(words.length - 1)), { maxLength: 12 }),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map((each) =>
    each.flatMap(({ base, changes }) => {
      const copy = [...base];
      for (const [place, word] of changes) copy[place % copy.length] = word;
      return [base, copy].map((text) => text.map((word) => words[word]).join(""));
    }),
  );

describe("findSimilarPairs()", () => {
  it("finds what comparing every pair finds, and nothing else", () => {
    let [near, found] = [0, 0];
    fc.assert(
      fc.property(someTexts, (texts) => {
        const pairs = new Map(findSimilarPairs(texts).pairs.map(({ a, b, similarity }) => [`${a} ${b}`, similarity]));
        texts.forEach((text, b) => {
          for (let a = 0; a < b; a += 1) {
            const [one, other] = [bigramsOf(texts[a]), bigramsOf(text)];
            const similarity = jaccard(one, other);
            const reported = pairs.get(`${a} ${b}`);
            if (similarity >= 0.7) {
              near += 1;
              if (reported !== undefined) found += 1;
            }
            // Sounds make some different characters equal, so what is reported may lie a little higher.
            if (reported !== undefined) expect(Math.max(similarity, containment(one, other))).toBeGreaterThan(0.4);
          }
        });
      }),
      { seed: 1, numRuns: 200 },
    );
    expect(near).toBeGreaterThan(200);
    expect(found / near).toBeGreaterThanOrEqual(0.995);
  });

  it.each([
    ["half of a text", "春天来了山上的花都开了我们去河边看树木和日月星辰吧", "春天来了山上的花都开了我们去河边"],
    [
      "a text with as much again",
      "春天来了山上的花都开了我们去河边看树",
      "春天来了山上的花都开了我们去河边看树东南西北的风吹过金色的土地和水面上",
    ],
    ["other characters of the same sound", "网络谣言止于智者请大家不要转发", "网洛谣岩止于智者请大加不要转发"],
  ])("finds %s", (_, text, copy) => {
    expect(findSimilarPairs([text, copy]).pairs.map(({ a, b }) => [a, b])).toEqual([[0, 1]]);
  });

  it("does not take a turn of phrase for a copy", () => {
    expect(findSimilarPairs(["今天天气真好我们出去走走", "今天天气真好他在家写作业到深夜没有出门"]).pairs).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bigramsOf, jaccard } from "../text/index.ts";
import { findSamples, type FoundSamples } from "./find-samples.ts";

function cluster(texts: readonly string[], options = {}): FoundSamples {
  return findSamples(
    { count: texts.length, normalised: texts, firstAt: Float64Array.from(texts, (_, i) => i) },
    options,
  );
}

const rumour = "听说城东的水厂昨夜出了事故大家今天先不要喝自来水";

describe("findSamples()", () => {
  it("puts changed copies into one sample, numbered by first appearance, and names the first as representative", () => {
    const { table } = cluster([
      "一条完全不同的消息讲的是周末的足球比赛",
      rumour,
      rumour.replace("昨夜", "昨晚"),
      `${rumour}转给家里人`,
    ]);
    expect([...table.sampleOfText]).toEqual([0, 1, 1, 1]);
    expect([...table.representative]).toEqual([0, 1]);
    expect(table.count).toBe(2);
  });

  it.each([
    ["a greeting", "生日快乐"],
    ["what a share button writes", "转发微博"],
    ["nothing but emoji", ""],
    ["too few words", "真好"],
  ])("gives %s no sample", (_, text) => {
    expect([...cluster([text]).table.sampleOfText]).toEqual([-1]);
  });

  it("does not join the ends of a chain of small changes", () => {
    const steps = Array.from(
      { length: 24 },
      (_, i) =>
        "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥".slice(i) +
        "一二三四五六七八九十百千万亿金木水火土日月星".slice(0, i),
    );
    const { table } = cluster(steps.filter((step) => step.length >= 20));
    const last = table.sampleOfText.length - 1;
    expect(table.sampleOfText[last]).not.toBe(table.sampleOfText[0]);
  });

  it("forgets a sample that nobody added to for a window", () => {
    const texts = [rumour, rumour.replace("昨夜", "昨晚")];
    const found = (windowMs: number): readonly number[] => [
      ...findSamples({ count: 2, normalised: texts, firstAt: Float64Array.of(0, 1000) }, { windowMs }).table
        .sampleOfText,
    ];
    expect(found(1000)).toEqual([0, 0]);
    expect(found(999)).toEqual([0, 1]);
  });

  it("tells fillings of one template from copies, and links them", () => {
    const fill = (name: string, age: string, place: string): string =>
      `寻人启事我家孩子${name}今年${age}昨天下午在${place}附近走失有线索的好心人请联系家属必有重谢`;
    const { table, families } = cluster([
      fill("王小明", "六岁", "人民公园东门"),
      "一条完全不同的消息讲的是周末的足球比赛",
      fill("李红红艳艳", "九岁半", "火车站北广场"),
    ]);
    const [first, , second] = table.sampleOfText;
    expect(
      first === second || families.some(({ samples }) => samples.includes(first) && samples.includes(second)),
    ).toBe(true);
  });

  it("counts what it could not look at", () => {
    const texts = Array.from(
      { length: 60 },
      (_, i) => `我们今天下午去了城东的市场买了很多东西${"甲乙丙丁戊己庚辛壬癸"[i % 10]}${i}号摊位价格便宜${i * 7919}`,
    );
    const { limits } = cluster(texts, { bucketMax: 2, candidatesMax: 1 });
    expect(limits.map(({ limit }) => limit)).toEqual(expect.arrayContaining(["bucketMax"]));
    for (const { times, value } of limits) {
      expect(times).toBeGreaterThan(0);
      expect(value).toBeGreaterThan(0);
    }
  });

  it("joins no two texts that have nothing in common, and never splits an equal outcome by repetition", () => {
    const text = fc
      .array(fc.constantFrom(...Array.from("春夏秋冬山川河海花草树木风雨雷电日月星辰")), {
        minLength: 8,
        maxLength: 30,
      })
      .map((each) => each.join(""));
    fc.assert(
      fc.property(fc.uniqueArray(text, { maxLength: 12 }), (texts) => {
        const { table } = cluster(texts);
        expect([...cluster(texts).table.sampleOfText]).toEqual([...table.sampleOfText]);
        table.sampleOfText.forEach((sample, i) => {
          if (sample < 0 || table.representative[sample] === i) return;
          const members = texts.filter((_, j) => j !== i && table.sampleOfText[j] === sample);
          expect(Math.max(...members.map((other) => jaccard(bigramsOf(other), bigramsOf(texts[i]))))).toBeGreaterThan(
            0.2,
          );
        });
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

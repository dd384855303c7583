import { describe, expect, it } from "vitest";
import { meanInterval, medianOf, shareInterval, shareUpperBound } from "./intervals.ts";
import { createRandom, shuffleRange } from "./random.ts";
import { averagePrecision, confusionOf } from "./ranking.ts";

describe("Clopper–Pearson", () => {
  it.each([
    // Published tables; 0 of n has the closed form 1 - 0.025^(1/n).
    [0, 10, 0, 0.3085],
    [5, 10, 0.1871, 0.8129],
    [10, 10, 0.6915, 1],
    [1, 100, 0.00025, 0.0545],
  ])("%i of %i lies in [%f, %f]", (hits, trials, low, high) => {
    const [from, to] = shareInterval(hits, trials);
    expect(from).toBeCloseTo(low, 3);
    expect(to).toBeCloseTo(high, 3);
  });
  it("bounds no hit in n runs by 1 - 0.05^(1/n)", () => {
    expect(shareUpperBound(0, 150)).toBeCloseTo(1 - 0.05 ** (1 / 150), 9);
    expect(shareUpperBound(0, 1000)).toBeCloseTo(1 - 0.05 ** (1 / 1000), 9);
  });
});

it("meanInterval() is Student's", () => {
  const [low, high] = meanInterval([1, 2, 3, 4, 5]) ?? [0, 0];
  expect(low).toBeCloseTo(3 - 2.776 * Math.sqrt(0.5), 3);
  expect(high).toBeCloseTo(3 + 2.776 * Math.sqrt(0.5), 3);
  expect(meanInterval([1])).toBeNull();
});

it("medianOf() takes the middle of both", () => {
  expect([medianOf([3, 1, 2]), medianOf([4, 1, 2, 3])]).toEqual([2, 2.5]);
});

describe("averagePrecision()", () => {
  it.each([
    ["perfect", [3, 2, 1], [true, true, false], 1],
    ["worst", [3, 2, 1], [false, false, true], 1 / 3],
    ["useless: one step for all", [0, 0, 0, 0], [true, false, false, false], 0.25],
    ["mixed", [4, 3, 2, 1], [true, false, true, false], (1 + 2 / 3) / 2],
  ])("%s", (_, scores, positive, expected) => {
    expect(averagePrecision(scores, positive)).toBeCloseTo(expected, 9);
  });
});

it("confusionOf() counts both sides", () => {
  const seen = confusionOf([true, true, false, false], [true, false, true, false]);
  expect(seen).toEqual({ flagged: 2, precision: 0.5, recall: 0.5, f1: 0.5, falseFlagged: 1 });
});

describe("createRandom() and shuffleRange()", () => {
  it("repeat by seed and look uniform", () => {
    const draws = Array.from({ length: 10_000 }, createRandom(1));
    expect(Array.from({ length: 10_000 }, createRandom(1))).toEqual(draws);
    expect(createRandom(2)()).not.toBe(draws[0]);
    expect(draws.reduce((sum, draw) => sum + draw, 0) / draws.length).toBeCloseTo(0.5, 1);
    expect(draws.every((draw) => draw >= 0 && draw < 1)).toBe(true);
  });
  it("deal every order of three about equally and leave the rest alone", () => {
    const random = createRandom(3);
    const counts = new Map<string, number>();
    for (let run = 0; run < 6000; run++) {
      const values = Int32Array.of(9, 1, 2, 3, 9);
      shuffleRange(values, [1, 4], random);
      expect([values[0], values[4]]).toEqual([9, 9]);
      counts.set(values.join(""), (counts.get(values.join("")) ?? 0) + 1);
    }
    expect(counts.size).toBe(6);
    expect(Math.min(...counts.values())).toBeGreaterThan(880);
  });
});

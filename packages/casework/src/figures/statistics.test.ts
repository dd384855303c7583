import { describe, expect, it } from "vitest";
import { toQuantileHours, toWilsonInterval } from "./statistics.ts";

describe("toWilsonInterval()", () => {
  it.each([
    // hits, of, and the bounds as R's prop.test(correct = FALSE) gives them
    [0, 10, 0, 0.277_533],
    [10, 10, 0.722_467, 1],
    [7, 10, 0.396_773, 0.892_209],
    [1, 100, 0.001_767, 0.054_486],
    [0, 0, 0, 1],
  ])("%d of %d", (hits, of, low, high) => {
    const interval = toWilsonInterval(hits, of);
    expect(interval.low).toBeCloseTo(low, 4);
    expect(interval.high).toBeCloseTo(high, 4);
  });
});

describe("toQuantileHours()", () => {
  const hour = 3_600_000;
  it.each([
    [[1, 2, 3], 0.5, 2],
    [[1, 2, 3, 4], 0.5, 2.5],
    [[1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11], 0.9, 10],
    [[5], 0.9, 5],
  ])("of %j at %d", (hours, quantile, expected) => {
    expect(
      toQuantileHours(
        hours.map((one) => one * hour),
        quantile,
      ),
    ).toBe(expected);
  });
});

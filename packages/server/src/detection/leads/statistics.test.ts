import { describe, expect, it } from "vitest";
import { testRateJump, toWilsonInterval } from "./statistics.ts";

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

describe("testRateJump()", () => {
  /** The plain sum of the law's terms. */
  function tail(today: number, past: number, days: number): number {
    const [n, p] = [today + past, 1 / (days + 1)];
    const choose = (k: number): number =>
      Array.from({ length: k }, (_, i) => (n - i) / (i + 1)).reduce((a, b) => a * b, 1);
    return Array.from({ length: past + 1 }, (_, i) => today + i).reduce(
      (sum, k) => sum + choose(k) * p ** k * (1 - p) ** (n - k),
      0,
    );
  }

  it.each([
    [1, 0, 7],
    [5, 3, 7],
    [20, 14, 14],
    [3, 40, 28],
    [12, 0, 28],
  ])("%d today after %d in %d days", (today, past, days) => {
    expect(testRateJump(today, past, days) / tail(today, past, days)).toBeCloseTo(1, 9);
  });

  it("asks nothing of a day without leads, and says what is far out", () => {
    expect(testRateJump(0, 5, 7)).toBe(1);
    expect(testRateJump(200, 0, 28)).toBeLessThan(1e-250);
    expect(testRateJump(200, 0, 28)).toBeGreaterThan(0);
  });

  it("rejects a steady rate no more often than its level", () => {
    // Poisson of mean 2 a day, drawn by inversion from an even sequence.
    let seed = 1;
    const draw = (): number => {
      seed = (seed * 48_271) % 2_147_483_647;
      let u = seed / 2_147_483_647;
      let [k, p] = [0, Math.exp(-2)];
      while (u > p) {
        u -= p;
        k += 1;
        p *= 2 / k;
      }
      return k;
    };
    let rejected = 0;
    for (let run = 0; run < 4000; run++) {
      const past = Array.from({ length: 14 }, draw).reduce((a, b) => a + b, 0);
      if (testRateJump(draw(), past, 14) <= 0.01) rejected += 1;
    }
    expect(rejected / 4000).toBeLessThan(0.012);
    expect(rejected).toBeGreaterThan(0);
  });
});

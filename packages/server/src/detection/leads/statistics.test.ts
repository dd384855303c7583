import { describe, expect, it } from "vitest";
import { testRateJump } from "./statistics.ts";

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

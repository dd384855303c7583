import { describe, expect, it } from "vitest";
import { backoff, waitAfter } from "./backoff.ts";

const waits = (random: number): readonly number[] =>
  Array.from({ length: backoff.attemptsMax - 1 }, (_, i) => waitAfter(i + 1, { random, retryAfter: null }));

describe("waitAfter()", () => {
  it("grows from seconds to a day, and ends after about three days", () => {
    const even = waits(0.5);
    expect(even.map((ms) => ms / 1_000)).toEqual([10, 30, 90, 270, 810, 2_430, 7_290, 21_870, 65_610, 86_400, 86_400]);
    const hours = even.reduce((sum, ms) => sum + ms, 0) / 3_600_000;
    expect(hours).toBeCloseTo(75.3, 1);
  });

  it("is spread by a fifth to either side", () => {
    const even = waits(0.5);
    waits(0).forEach((ms, i) => expect(ms).toBe(Math.round((even[i] ?? 0) * 0.8)));
    waits(0.999_999).forEach((ms, i) => expect(ms / (even[i] ?? 0)).toBeCloseTo(1.2, 4));
  });

  it("waits as long as it is asked to, up to a day", () => {
    expect(waitAfter(1, { random: 0.5, retryAfter: 60 })).toBe(60_000);
    expect(waitAfter(5, { random: 0.5, retryAfter: 60 })).toBe(810_000);
    expect(waitAfter(1, { random: 0.5, retryAfter: 999_999 })).toBe(86_400_000);
  });
});

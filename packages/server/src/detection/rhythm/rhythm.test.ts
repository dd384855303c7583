import { describe, expect, it } from "vitest";
import { day0, dayMs, hourMs } from "../testing/pieces.ts";
import { measureRhythm, type CountSteps } from "./rhythm.ts";

/** Five actions in each hour from `began` on, with what `more` says of some. */
const community =
  (began: number, more: Readonly<Record<number, number>> = {}): CountSteps =>
  (from, to, stepMs) =>
    Array.from({ length: (to - from) / stepMs }, (_, i) => {
      const at = from + i * stepMs;
      return at < began ? 0 : (more[at] ?? 5);
    });

describe("measureRhythm()", () => {
  it("sets each hour beside the same hour of the other days, which a burst does not move", () => {
    const end = day0 + 10 * dayMs + 90_000;
    const burst = day0 + 9 * dayMs + 8 * hourMs;
    const { from, stepMs, observed, expected } = measureRhythm(community(day0, { [burst]: 900 }), end, Infinity);
    expect([from, stepMs, observed.length]).toEqual([day0, hourMs, 240]);
    expect(observed[224]).toBe(900);
    expect(expected.every((value) => value === 5)).toBe(true);
  });

  it("takes the middle of an even number of days", () => {
    const at8 = (day: number): number => day0 + day * dayMs + 8 * hourMs;
    const more = { [at8(0)]: 1, [at8(1)]: 2, [at8(2)]: 4, [at8(3)]: 9, [at8(4)]: 100 };
    const { expected } = measureRhythm(community(day0, more), day0 + 5 * dayMs, Infinity);
    expect([0, 1, 2, 3, 4].map((day) => expected[day * 24 + 8])).toEqual([6.5, 6.5, 5.5, 3, 3]);
  });

  it("expects nothing of hours that have fewer than three other days, and begins with the first action", () => {
    const { from, observed, expected } = measureRhythm(community(day0 + hourMs), day0 + 3 * dayMs, Infinity);
    expect([from, observed.length]).toEqual([day0 + hourMs, 71]);
    expect(expected).toEqual(observed.map(() => null));
    expect(measureRhythm(() => [], day0, Infinity)).toMatchObject({ observed: [], expected: [] });
  });

  it("goes back two weeks at most, and no further than whole hours of the window", () => {
    expect(measureRhythm(community(day0), day0 + 40 * dayMs, Infinity).observed).toHaveLength(14 * 24);
    const { from, observed } = measureRhythm(community(day0), day0 + 40 * dayMs + 1, 6 * dayMs);
    expect([from, observed.length]).toEqual([day0 + 34 * dayMs + hourMs, 6 * 24 - 1]);
  });
});

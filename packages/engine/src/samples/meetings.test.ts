import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMeetings } from "./meetings.ts";

type Met = readonly [item: number, weight: number];

/** Sums in a map, everything sorted. */
function chooseSlowly(met: readonly Met[], weightMin: number, itemsMax: number): readonly number[] {
  const weights = new Map<number, number>();
  for (const [item, weight] of met) weights.set(item, (weights.get(item) ?? 0) + weight);
  const order = [...weights.keys()];
  const worth = order.filter((item) => (weights.get(item) ?? 0) >= weightMin);
  const best = worth.toSorted((a, b) => (weights.get(b) ?? 0) - (weights.get(a) ?? 0)).slice(0, itemsMax);
  return order.filter((item) => best.includes(item));
}

describe("createMeetings()", () => {
  it("chooses as adding up and sorting would, search after search", () => {
    const met = fc.array(fc.tuple(fc.nat(19), fc.integer({ min: 1, max: 4 })), { maxLength: 60 });
    const searches = fc.array(fc.tuple(met, fc.integer({ min: 1, max: 6 })), { maxLength: 5 });
    fc.assert(
      fc.property(searches, fc.integer({ min: 1, max: 8 }), (each, itemsMax) => {
        const meetings = createMeetings(20, itemsMax);
        for (const [met, weightMin] of each) {
          meetings.begin(weightMin);
          for (const [item, weight] of met) meetings.add(item, weight);
          expect([...meetings.end()]).toEqual(chooseSlowly(met, weightMin, itemsMax));
        }
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("counts the searches in which not all could be compared", () => {
    const meetings = createMeetings(20, 2);
    for (const items of [[1, 2], [1, 2, 3], [4]]) {
      meetings.begin(1);
      for (const item of items) meetings.add(item, 1);
      meetings.end();
    }
    expect(meetings.cut).toBe(1);
  });

  it("keeps apart items that stand in one slot at different times", () => {
    const meetings = createMeetings(4, 9);
    meetings.begin(1);
    meetings.add(1, 1);
    expect([...meetings.end()]).toEqual([1]);
    meetings.begin(1);
    meetings.add(5, 1);
    expect([...meetings.end()]).toEqual([5]);
  });
});

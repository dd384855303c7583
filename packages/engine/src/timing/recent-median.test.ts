import fc from "fast-check";
import { expect, it } from "vitest";
import { createRecentMedian } from "./recent-median.ts";

it("is the upper median of the latest, whatever came and was thinned", () => {
  const step = fc.oneof({ weight: 9, arbitrary: fc.nat(20) }, { weight: 1, arbitrary: fc.constant("thin" as const) });
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 9 }), fc.array(step, { maxLength: 60 }), (size, steps) => {
      const median = createRecentMedian(size);
      let recent: number[] = [];
      for (const one of steps) {
        if (one === "thin") {
          median.thin();
          recent = recent.filter((_, i) => i % 2 === 1);
        } else {
          median.push(one);
          recent = [...recent, one].slice(-size);
        }
        const sorted = recent.toSorted((a, b) => a - b);
        expect(median.count).toBe(recent.length);
        expect(median.get()).toBe(sorted[sorted.length >> 1] ?? 0);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

import fc from "fast-check";
import { expect, it } from "vitest";
import { createDistinctCount } from "./distinct-count.ts";

it("counts as a set that is emptied does", () => {
  const step = fc.oneof({ weight: 9, arbitrary: fc.nat(300) }, { weight: 1, arbitrary: fc.constant("clear" as const) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 80 }), (steps) => {
      const count = createDistinctCount();
      const set = new Set<number>();
      for (const one of steps) {
        if (one === "clear") {
          count.clear();
          set.clear();
        } else {
          expect(count.add(one)).toBe(!set.has(one));
          set.add(one);
        }
        expect(count.size).toBe(set.size);
      }
    }),
    { seed: 1, numRuns: 200 },
  );
});

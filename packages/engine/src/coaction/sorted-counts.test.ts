import fc from "fast-check";
import { expect, it } from "vitest";
import { firstAbove, firstAtLeast } from "./sorted-counts.ts";

it("firstAtLeast() and firstAbove() find what looking from the left finds", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: -5, max: 5 })), fc.integer({ min: -7, max: 7 }), (any, value) => {
      const values = Float64Array.from(any).sort();
      expect(firstAtLeast(values, value)).toBe(values.filter((one) => one < value).length);
      expect(firstAbove(values, value)).toBe(values.filter((one) => one <= value).length);
      expect(firstAtLeast(values, value + 0.5)).toBe(firstAbove(values, value));
    }),
    { seed: 1 },
  );
});

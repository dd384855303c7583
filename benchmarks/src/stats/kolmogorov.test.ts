import { describe, expect, it } from "vitest";
import { testUniform } from "./kolmogorov.ts";
import { createRandom } from "./random.ts";

describe("testUniform()", () => {
  it("knows the distance of a lone value", () => {
    expect(testUniform([0.3]).distance).toBeCloseTo(0.7, 12);
  });

  it("is itself calibrated, and sees a slope", () => {
    const random = createRandom(1);
    const draw = (bend: number): number[] => Array.from({ length: 200 }, () => random() ** bend);
    const small = Array.from({ length: 500 }, () => testUniform(draw(1)).p).filter((p) => p < 0.05).length;
    // Twenty-five expected; five deviations either way.
    expect(small).toBeGreaterThan(2);
    expect(small).toBeLessThan(50);
    expect(testUniform(draw(1.5)).p).toBeLessThan(1e-3);
  });
});

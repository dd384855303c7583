import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { logPoissonTail } from "./distributions.ts";
import { logGamma } from "./log-gamma.ts";
import { findCrowdedQuantile, logCrowdedTail } from "./negative-binomial.ts";

/** The whole lower part summed term by term. */
function tailByComplement(k: number, mean: number, dispersion: number): number {
  const size = mean / (dispersion - 1);
  let below = 0;
  for (let i = 0; i < k; i += 1) {
    const choose = logGamma(i + size) - logGamma(size) - logGamma(i + 1);
    below += Math.exp(choose + i * Math.log((dispersion - 1) / dispersion) - size * Math.log(dispersion));
  }
  return 1 - below;
}

describe("logCrowdedTail()", () => {
  it("agrees with the lower part summed term by term", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.double({ min: 0.01, max: 20, noNaN: true }),
        fc.double({ min: 1.05, max: 8, noNaN: true }),
        (k, mean, dispersion) => {
          fc.pre(k > mean);
          const slow = tailByComplement(k, mean, dispersion);
          expect(Math.abs(Math.exp(logCrowdedTail(k, mean, dispersion)) - slow)).toBeLessThan(1e-9);
        },
      ),
      { seed: 1 },
    );
  });

  it("is Poisson's tail where nothing is crowded", () => {
    expect(logCrowdedTail(9, 2, 1)).toBe(logPoissonTail(9, 2));
    expect(logCrowdedTail(9, 2, 1.0001)).toBeCloseTo(logPoissonTail(9, 2), 2);
  });
});

describe("findCrowdedQuantile()", () => {
  it("gives the first rare count", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.001, max: 300, noNaN: true }),
        fc.double({ min: 1, max: 9, noNaN: true }),
        (mean, dispersion) => {
          const level = Math.log(1e-6);
          const k = findCrowdedQuantile({ mean, dispersion }, level, 4);
          expect(logCrowdedTail(k, mean, dispersion)).toBeLessThanOrEqual(level);
          if (k > 4) expect(logCrowdedTail(k - 1, mean, dispersion)).toBeGreaterThan(level);
        },
      ),
      { seed: 2 },
    );
  });
});

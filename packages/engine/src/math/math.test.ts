import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  binomialTail,
  gammaTail,
  hypergeometricTail,
  logBetaBinomial,
  logBetaBinomialWhole,
  logHypergeometric,
  logPoissonTail,
} from "./distributions.ts";
import { logChoose, logFactorial, logGamma } from "./log-gamma.ts";
import { adjustEValues, adjustPValues, logSumExp } from "./multiplicity.ts";
import { createRandom } from "./random.ts";

const close = (a: number, b: number): void => expect(Math.abs(a - b)).toBeLessThan(1e-9 * Math.max(1, Math.abs(b)));

describe("logFactorial() and logGamma()", () => {
  it.each([0, 1, 2, 5, 170, 2048, 2049, 5000])("agree at %i", (n) => close(logFactorial(n), logGamma(n + 1)));
  it("joins the table and the series without a step", () => {
    close(logFactorial(2049) - logFactorial(2048), Math.log(2049));
  });
  it("knows the half", () => close(logGamma(0.5), 0.5 * Math.log(Math.PI)));
});

describe("distributions sum to one", () => {
  it("hypergeometric", () => {
    fc.assert(
      fc.property(fc.nat(30), fc.nat(30), fc.nat(30), (a, b, c) => {
        const total = a + b;
        const draws = Math.min(c, total);
        let sum = 0;
        for (let k = 0; k <= draws; k += 1) sum += Math.exp(logHypergeometric(k, draws, a, total));
        close(sum, 1);
        expect(hypergeometricTail(0, { draws, marked: a, total })).toBeCloseTo(1, 9);
      }),
      { seed: 1 },
    );
  });
  it("beta-binomial, by factorials as by gamma functions", () => {
    for (const [k, n, a, b] of [
      [0, 5, 1, 1],
      [3, 5, 9, 1],
      [70, 99, 3, 40],
    ] as const) {
      close(logBetaBinomialWhole(k, n, a, b), logBetaBinomial(k, n, a, b));
    }
  });
  it("beta-binomial", () => {
    fc.assert(
      fc.property(fc.nat(40), fc.integer({ min: 1, max: 200 }), fc.integer({ min: 1, max: 200 }), (n, a, b) => {
        let sum = 0;
        for (let k = 0; k <= n; k += 1) sum += Math.exp(logBetaBinomial(k, n, a / 10, b / 10));
        close(sum, 1);
      }),
      { seed: 1 },
    );
  });
});

describe("tails against plain sums", () => {
  it.each([
    [3, 0.5],
    [3, 10],
    [40, 10],
    [1, 1e-6],
  ])("Poisson P(X >= %i; %f)", (k, mean) => {
    let below = 0;
    for (let i = 0; i < k; i += 1) below += Math.exp(i * Math.log(mean) - mean - logFactorial(i));
    if (below < 0.999999) close(Math.exp(logPoissonTail(k, mean)), 1 - below);
    else expect(Math.exp(logPoissonTail(k, mean))).toBeLessThan(1e-5);
  });
  it("binomial, both ways", () => {
    let sum = 0;
    for (let i = 7; i <= 20; i += 1) sum += Math.exp(logChoose(20, i)) * 0.3 ** i * 0.7 ** (20 - i);
    close(binomialTail(7, 20, 0.3), sum);
    close(binomialTail(2, 20, 0.3), 1 - 0.7 ** 20 - 20 * 0.3 * 0.7 ** 19);
  });
  it("gamma of shape 1 is exponential", () => {
    for (const x of [0.1, 1, 5, 40]) close(gammaTail(1, x), Math.exp(-x));
  });
});

describe("multiplicity", () => {
  it("adjustPValues() is the textbook step-up", () => {
    const p = [0.01, 0.04, 0.03, 0.005];
    expect([...adjustPValues(p)].map((q) => Number(q.toFixed(4)))).toEqual([0.02, 0.04, 0.04, 0.02]);
  });
  it("adjustEValues() rejects exactly what e-BH rejects", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: -20, max: 120 }), { minLength: 1, maxLength: 30 }), (raw) => {
        const logE = raw.map((value) => value / 10);
        const tests = logE.length + 5;
        const sorted = [...logE].sort((a, b) => b - a);
        let kept = 0;
        sorted.forEach((value, i) => {
          if (Math.exp(value) >= tests / (0.05 * (i + 1))) kept = i + 1;
        });
        expect([...adjustEValues(logE, tests)].filter((q) => q <= 0.05 + 1e-12).length).toBe(kept);
      }),
      { seed: 1 },
    );
  });
  it("logSumExp() survives large values", () => close(logSumExp([1000, 1000]), 1000 + Math.log(2)));
});

it("createRandom() repeats by seed and differs between seeds", () => {
  const [a, b, c] = [createRandom(7), createRandom(7), createRandom(8)];
  const draws = Array.from({ length: 1000 }, a);
  expect(Array.from({ length: 1000 }, b)).toEqual(draws);
  expect(c()).not.toBe(draws[0]);
  expect(draws.reduce((sum, x) => sum + x, 0) / 1000).toBeCloseTo(0.5, 1);
});

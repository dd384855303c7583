import { describe, expect, it } from "vitest";
import { logBetaBinomial } from "../math/distributions.ts";
import { logNull, outsiderRate } from "./in-step-null.ts";
import type { LockstepPrior } from "./lockstep-rates.ts";

const prior: LockstepPrior = { lockstepShare: 0.3, looseRate: 0.04 };
const few = [
  [1, 0, 0],
  [4, 0, 0],
  [4, 3, 0],
  [4, 3, 3],
  [10, 20, 7],
] as const;

/** P(so many of so many in the window) under the two kinds of cell, before anything of the cell was seen. */
function mixture(count: number, inside: number): number {
  const loose = Math.exp(logBetaBinomial(inside, count, 1, 1 / prior.looseRate - 1));
  const locked = Math.exp(logBetaBinomial(inside, count, 9, 1));
  return prior.lockstepShare * locked + (1 - prior.lockstepShare) * loose;
}

const choose = (n: number, k: number): number => (k === 0 ? 1 : (choose(n - 1, k - 1) * n) / k);

describe("logNull()", () => {
  it.each(few)("sums to one over the counts of %d members, given %d outsiders, %d of them in", (m, n, nIn) => {
    let sum = 0;
    for (let inside = 0; inside <= m; inside += 1) {
      sum += Math.exp(logNull({ members: m, inside, outsiders: n, outsidersIn: nIn }, prior));
    }
    expect(sum).toBeCloseTo(1, 9);
  });

  it.each([null, prior])("with outsiders to spare deals a window's rows to members at random, prior: %o", (given) => {
    // Three members and 20 outsiders, of whom five are in the window: choose(3, k) choose(20, 5 - k) / choose(23, 5).
    for (const inside of [0, 1, 2, 3]) {
      const chance = Math.exp(logNull({ members: 3, inside, outsiders: 20, outsidersIn: 5 - inside }, given));
      expect(chance).toBeCloseTo((choose(3, inside) * choose(20, 5 - inside)) / choose(23, 5), 12);
    }
  });

  it.each(few)("is the mixture updated by the outsiders: %d members, %d outsiders, %d of them in", (m, n, nIn) => {
    for (let inside = 0; inside <= m; inside += 1) {
      // P(members, outsiders) / P(outsiders), where the outsiders are whichever of all.
      const all = mixture(m + n, inside + nIn) / choose(m + n, inside + nIn);
      const seen = mixture(n, nIn) / choose(n, nIn);
      const plain = (all / seen) * choose(m, inside);
      const found = Math.exp(logNull({ members: m, inside, outsiders: n, outsidersIn: nIn }, prior));
      expect(found / plain).toBeCloseTo(1, 9);
    }
  });
});

describe("outsiderRate()", () => {
  it.each([0, 1, 2, 3])(
    "is what the null says of a single member beside three outsiders, %d of them in",
    (outsidersIn) => {
      const single = { members: 1, inside: 1, outsiders: 3, outsidersIn };
      expect(outsiderRate(3, outsidersIn, prior)).toBeCloseTo(Math.exp(logNull(single, prior)), 9);
      expect(outsiderRate(3, outsidersIn, null)).toBe((outsidersIn + 1) / 5);
    },
  );
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addIndependent, raiseToPower, type BoundedLaw } from "./bounded-sum.ts";
import { createRandom } from "./random.ts";
import { scoreSharing, testSharedValues, type ValueClass } from "./shared-values.ts";

describe("addIndependent()", () => {
  const law = fc
    .array(fc.double({ min: 0.01, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 })
    .map((weights) => weights.map((weight) => weight / weights.reduce((a, b) => a + b)))
    .map((mass): BoundedLaw => ({ cells: Float64Array.from(mass.slice(0, 5)), beyond: mass[5] }));

  it("agrees with every pair of outcomes, and powers with repeated adding", () => {
    fc.assert(
      fc.property(law, law, (a, b) => {
        const slow = new Float64Array(6);
        const outcomes = (of: BoundedLaw): number[] => [...of.cells, of.beyond];
        for (const [i, x] of outcomes(a).entries())
          for (const [j, y] of outcomes(b).entries()) slow[Math.min(i + j, 5)] += x * y;
        const sum = addIndependent(a, b);
        expect([...sum.cells, sum.beyond].map((x, i) => Math.abs(x - slow[i]) < 1e-12)).not.toContain(false);
        const fast = raiseToPower(a, 5);
        const two = addIndependent(a, a);
        const five = addIndependent(addIndependent(two, two), a);
        expect(fast.beyond).toBeCloseTo(five.beyond, 12);
      }),
      { seed: 4, numRuns: 50 },
    );
  });
});

/** A population as counts of holders per value; the test of one group drawn from it. */
function testGroup(counts: readonly number[], group: readonly number[]): ReturnType<typeof testSharedValues> {
  const total = counts.reduce((a, b) => a + b);
  const bySize = new Map<number, number>();
  for (const marked of counts) if (marked > 1) bySize.set(marked, (bySize.get(marked) ?? 0) + 1);
  const draws = group.reduce((a, b) => a + b);
  const classes: ValueClass[] = [...bySize].map(([marked, values]) => ({ draws, marked, total, values }));
  const observed = group.flatMap((held, value) =>
    held > 1 ? [{ held, law: { draws, marked: counts[value], total } }] : [],
  );
  return testSharedValues(classes, observed);
}

/** Draws without replacement, one at a time: the slow reference of the null. */
function drawGroup(counts: readonly number[], draws: number, random: () => number): number[] {
  const holders = counts.flatMap((count, value) => Array.from({ length: count }, () => value));
  const group = counts.map(() => 0);
  for (let i = 0; i < draws; i += 1) {
    const at = i + Math.floor(random() * (holders.length - i));
    [holders[i], holders[at]] = [holders[at], holders[i]];
    group[holders[i]] += 1;
  }
  return group;
}

describe("testSharedValues()", () => {
  // Mostly lone values, some small offices, one carrier that a fifth of all share.
  const counts = [...Array.from({ length: 300 }, () => 1), ...Array.from({ length: 60 }, (_, i) => 2 + (i % 4)), 130];

  it("gives p-values that are uniform on groups drawn at random", () => {
    const random = createRandom(11);
    const runs = 1500;
    const p = Array.from({ length: runs }, () => {
      const { p, pAt } = testGroup(counts, drawGroup(counts, 25, random));
      return p - random() * pAt;
    }).sort((a, b) => a - b);
    const distance = Math.max(...p.map((x, i) => Math.max(Math.abs(x - i / runs), Math.abs(x - (i + 1) / runs))));
    // Kolmogorov's bound at 1 in 1,000 is 1.95 / sqrt(n); values taken as independent cost a little of it.
    expect(distance).toBeLessThan(1.95 / Math.sqrt(runs));
  });

  it.each([2, 3, 4])("agrees with seeded draws on %i accounts at one small office", (held) => {
    const group = counts.map(() => 0);
    group[303] = held;
    for (let i = 0; i < 12 - held; i += 1) group[i] = 1;
    const random = createRandom(12);
    const { statistic, p } = testGroup(counts, group);
    const runs = 4000;
    let reached = 0;
    for (let i = 0; i < runs; i += 1) {
      if (testScore(counts, drawGroup(counts, 12, random)) >= statistic - 0.25) reached += 1;
    }
    expect(p).toBeGreaterThan((reached / runs) * 0.6 - 2e-3);
    expect(p).toBeLessThan((reached / runs) * 1.5 + 2e-3);
  });

  it("goes far below what draws could show", () => {
    const group = counts.map(() => 0);
    for (const office of [303, 307, 311, 315, 319]) group[office] = 5;
    const { p } = testGroup(counts, group);
    expect(p).toBeLessThan(1e-15);
    expect(p).toBeGreaterThan(0);
  });

  it("gives nothing for sharing what many outsiders share", () => {
    const group = counts.map(() => 0);
    group[360] = 6;
    for (let i = 0; i < 19; i += 1) group[i] = 1;
    expect(testGroup(counts, group).p).toBeGreaterThan(0.2);
  });

  it("is 1 where nothing is shared", () => {
    const group = counts.map((_, value) => (value < 20 ? 1 : 0));
    expect(testGroup(counts, group)).toMatchObject({ statistic: 0, p: 1 });
  });
});

function testScore(counts: readonly number[], group: readonly number[]): number {
  const total = counts.reduce((a, b) => a + b);
  const draws = group.reduce((a, b) => a + b);
  return group.reduce((sum, held, value) => sum + scoreSharing(held, { draws, marked: counts[value], total }), 0);
}

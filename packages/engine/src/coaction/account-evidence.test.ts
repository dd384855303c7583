import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createRandom } from "../math/random.ts";
import { weighAccounts, type AccountEvidence } from "./account-evidence.ts";
import { createCellViewer } from "./cell-view.ts";
import { toIncidence } from "./incidence.ts";
import { buildLayer, type Row } from "./testing/build-layer.ts";

const options = { scale: 0, halfWidth: 10, anchorsMax: 64, priors: null, qMax: 1 };

/** What is said of each account when the first `members` accounts are the candidate and every object a cell of it. */
function weigh(objects: readonly (readonly Row[])[], members: number): ReadonlyMap<number, AccountEvidence> {
  const accountCount = 1 + Math.max(...objects.flat().map((row) => row.account));
  const candidate = {
    accounts: Int32Array.from({ length: members }, (_, account) => account),
    cells: Int32Array.from(objects.keys()),
  };
  const cells = createCellViewer(toIncidence(buildLayer(objects), accountCount)).view(candidate, null);
  return new Map(weighAccounts(cells, options).map((one) => [one.account, one]));
}

const toRows = (times: readonly number[]): readonly Row[] => times.map((at, account) => ({ account, at }));

describe("weighAccounts() leaves each account out of what it is weighed against", () => {
  const anyTimes = fc.array(fc.nat(30), { minLength: 4, maxLength: 14 }).map((ticks) => ticks.map((tick) => tick * 5));

  it("a member is in step within one window alone, wherever its own time falls", () => {
    fc.assert(
      fc.property(anyTimes, fc.integer({ min: 2, max: 6 }), (others, members) => {
        const inStepAt = Array.from({ length: 31 }, (_, tick) => tick * 5).filter(
          (at) => weigh([toRows([at, ...others])], Math.min(members, others.length)).get(0)?.inStep === 1,
        );
        if (inStepAt.length === 0) return;
        expect(Math.max(...inStepAt) - Math.min(...inStepAt)).toBeLessThanOrEqual(2 * options.halfWidth);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("two equal waves are no reason to find a member in step with whichever it joins", () => {
    // Accounts 1 and 2 act at 0, accounts 3 and 4 at 1,000, the other six in between.
    const others = [0, 0, 1000, 1000, 200, 300, 400, 600, 700, 800];
    const inStep = [0, 1000].map((at) => weigh([toRows([at, ...others])], 5).get(0)?.inStep);
    expect(inStep).toEqual([1, 0]);
  });
});

describe("weighAccounts() on a planted mixture", () => {
  const hourMs = 3_600_000;
  const [planted, honest, objectCount] = [8, 60, 12];

  /** Objects of 30 rows: eight accounts act within the window on three in four of them, sixty others at any time. */
  function plant(seed: number): readonly (readonly Row[])[] {
    const random = createRandom(seed);
    return Array.from({ length: objectCount }, (_, object) => {
      const wave = object * hourMs + random() * 1000;
      const inWave = Array.from({ length: planted }, (__, account) => ({ account, at: wave + random() * 8 }));
      const anybody = Array.from({ length: honest }, (__, i) => ({
        account: planted + i,
        at: object * hourMs + random() * 1000,
      }));
      return [...inWave.filter(() => random() < 0.75), ...anybody.filter(() => random() < 0.5)];
    });
  }

  // A candidate that a community would give: the planted accounts and as many bystanders.
  const runs = Array.from({ length: 20 }, (_, i) => weigh(plant(i + 1), 2 * planted));
  const held = runs.map((run) => [...run.values()].filter((one) => one.q <= 0.01 && one.logE > 0));

  it("holds the planted accounts and nobody else", () => {
    const missed = held.map((accounts) => planted - accounts.filter((one) => one.account < planted).length);
    const wrong = held.flatMap((accounts) => accounts.filter((one) => one.account >= planted));
    expect(missed.reduce((sum, count) => sum + count, 0)).toBeLessThanOrEqual(0.02 * 20 * planted);
    expect(wrong.length).toBeLessThanOrEqual(0.01 * 20 * planted);
  });

  it("states local rates that add up to about as many honest accounts as there are", () => {
    for (const run of runs) {
      const stated = [...run.values()].reduce((sum, one) => sum + one.localFdr, 0);
      expect(Math.abs(stated - (run.size - planted))).toBeLessThan(3);
    }
  });

  it("expects of an honest account about as many objects in step as it has", () => {
    const bystanders = runs.flatMap((run) => [...run.values()].filter((one) => one.account >= planted));
    const inStep = bystanders.reduce((sum, one) => sum + one.inStep, 0);
    const expected = bystanders.reduce((sum, one) => sum + one.expected, 0);
    // Four standard deviations of a Poisson count, and the pseudo-row of the rate: 1 in 30 rows of each touch.
    const touched = bystanders.reduce((sum, one) => sum + one.touched, 0);
    expect(inStep).toBeGreaterThan(expected - touched / 25 - 4 * Math.sqrt(expected));
    expect(inStep).toBeLessThan(expected + 4 * Math.sqrt(expected));
  });

  it("lists the surest first, with the mean of the local rates so far as q, and the rows it counts", () => {
    for (const run of runs) {
      const listed = [...run.values()];
      let sum = 0;
      listed.forEach((one, i) => {
        sum += one.localFdr;
        expect(one.q).toBeCloseTo(sum / (i + 1), 12);
        expect(one.localFdr).toBeGreaterThanOrEqual(listed[i - 1]?.localFdr ?? 0);
        expect(one.rows).toHaveLength(one.inStep);
        expect(one.inStep).toBeLessThanOrEqual(one.touched);
      });
    }
  });
});

it("weighAccounts() holds nobody where nobody acts in step", () => {
  const random = createRandom(5);
  for (let run = 0; run < 20; run += 1) {
    const objects = Array.from({ length: 12 }, () => toRows(Array.from({ length: 40 }, () => random() * 1000)));
    expect([...weigh(objects, 8).values()].filter((one) => one.q <= 0.01 && one.logE > 0)).toEqual([]);
  }
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairCells, type CellPairOptions } from "./cell-pairs.ts";
import { toIncidence, type Incidence } from "./incidence.ts";

const unbounded: CellPairOptions = { accountCellsMax: 1000, pairsMax: 1e9, accountsMin: 1 };

/** Sets of accounts, one for each object, as a layer whose times say nothing. */
function toObjects(objects: readonly (readonly number[])[], accountCount: number): Incidence {
  const start = [0];
  for (const accounts of objects) start.push(start[start.length - 1] + accounts.length);
  const account = Int32Array.from(objects.flat());
  const layer = {
    name: "url" as const,
    objectCount: objects.length,
    start: Int32Array.from(start),
    account,
    at: new Float64Array(account.length),
    action: new Int32Array(account.length),
    source: Int32Array.from(objects, (_, i) => i),
  };
  return toIncidence(layer, accountCount);
}

/** Every two cells compared account by account. */
function pairSlowly(objects: readonly (readonly number[])[], accountsMin: number): readonly string[] {
  return objects.flatMap((a, i) =>
    objects.slice(i + 1).flatMap((b, j) => {
      const shared = a.filter((account) => b.includes(account)).length;
      return shared > 0 && shared >= accountsMin ? [`${i} ${i + 1 + j} ${shared}`] : [];
    }),
  );
}

function list(incidence: Incidence, options: CellPairOptions): readonly string[] {
  const seen: string[] = [];
  pairCells(incidence, options).visit((a, b, shared) => seen.push(`${a} ${b} ${shared}`));
  return seen;
}

const anyObjects = fc.array(fc.uniqueArray(fc.nat(9), { minLength: 1, maxLength: 6 }), { maxLength: 9 });

describe("pairCells()", () => {
  it("sees what comparing every two cells sees", () => {
    fc.assert(
      fc.property(anyObjects, fc.integer({ min: 1, max: 3 }), (objects, accountsMin) => {
        const found = list(toObjects(objects, 10), { ...unbounded, accountsMin });
        expect(found.toSorted()).toEqual(pairSlowly(objects, accountsMin).toSorted());
      }),
      { seed: 1, numRuns: 300 },
    );
  });

  it("takes an even sample of a busy account's cells and counts the account", () => {
    const objects = Array.from({ length: 10 }, () => [0, 1]);
    const pairs = pairCells(toObjects(objects, 2), { ...unbounded, accountCellsMax: 5 });
    expect(pairs.accountsCut).toBe(2);
    const seen = new Set<number>();
    pairs.visit((a, b, shared) => {
      expect(shared).toBe(2);
      seen.add(a).add(b);
    });
    expect([...seen]).toEqual([0, 2, 4, 6, 8]);
  });

  it("leaves out the account that would go beyond the pairs allowed, and counts its pairs", () => {
    const objects = [[0, 1], [0, 1], [0, 1], [1], [1]];
    const pairs = pairCells(toObjects(objects, 2), { ...unbounded, pairsMax: 5 });
    expect(pairs.pairsCut).toBe(10);
    expect(list(toObjects(objects, 2), { ...unbounded, pairsMax: 5 })).toEqual(["0 1 1", "0 2 1", "1 2 1"]);
  });
});

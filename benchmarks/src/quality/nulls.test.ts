import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Columns } from "../data/columns.ts";
import { createRandom } from "../stats/random.ts";
import { groupByObject, shuffleAccounts } from "./calibration-a.ts";
import { swapAccounts } from "./swap.ts";

const rowsOf = (rows: readonly (readonly [account: number, object: number, at: number])[]): Columns => ({
  account: rows.map(([account]) => `a${account}`),
  object: rows.map(([, object]) => `o${object}`),
  at: Float64Array.from(rows, ([, , at]) => at),
});
const someRows = fc
  .array(fc.tuple(fc.nat(6), fc.nat(4), fc.nat(99)), { minLength: 1, maxLength: 60 })
  .map((rows) => rowsOf(rows));
const tally = (rows: Columns, keyOf: (row: number) => string): readonly string[] =>
  rows.account.map((_, row) => keyOf(row)).sort();

describe("shuffleAccounts()", () => {
  it("keeps who is on which object, and the objects' times", () => {
    fc.assert(
      fc.property(someRows, fc.nat(), (rows, seed) => {
        const shuffled = shuffleAccounts(groupByObject(rows), createRandom(seed));
        const pairs = (of: Columns): readonly string[] => tally(of, (row) => `${of.account[row]} ${of.object[row]}`);
        const times = (of: Columns): readonly string[] => tally(of, (row) => `${of.object[row]} ${of.at[row]}`);
        expect(pairs(shuffled)).toEqual(pairs(rows));
        expect(times(shuffled)).toEqual(times(rows));
      }),
      { seed: 1 },
    );
  });
});

describe("swapAccounts()", () => {
  it("keeps activity per stratum and the objects' times, and invents no repetition", () => {
    fc.assert(
      fc.property(someRows, fc.nat(), (rows, seed) => {
        const stratumOf = (row: number): string => String(Math.floor(rows.at[row] / 25));
        const swapped = swapAccounts(rows, { stratumOf, attemptsPerRow: 10, random: createRandom(seed) });
        const activity = (of: Columns): readonly string[] => tally(of, (row) => `${of.account[row]} ${stratumOf(row)}`);
        const pairs = (of: Columns): number => new Set(tally(of, (row) => `${of.account[row]} ${of.object[row]}`)).size;
        expect(activity(swapped)).toEqual(activity(rows));
        expect([swapped.object, swapped.at]).toEqual([rows.object, rows.at]);
        expect(pairs(swapped)).toBeGreaterThanOrEqual(pairs(rows));
      }),
      { seed: 1 },
    );
  });
  it("moves nearly everybody where it can", () => {
    const rows = rowsOf(Array.from({ length: 400 }, (_, i) => [i, i % 40, i] as const));
    const swapped = swapAccounts(rows, { stratumOf: () => "", attemptsPerRow: 10, random: createRandom(1) });
    const stayed = swapped.account.filter((account, row) => account === rows.account[row]).length;
    expect(stayed).toBeLessThan(20);
  });
});

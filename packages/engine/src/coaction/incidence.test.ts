import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Layer } from "../contract/table.ts";
import { stratify, toIncidence } from "./incidence.ts";
import { halveLayer } from "./split-layer.ts";
import { arbitraryLayer, buildLayer } from "./testing/build-layer.ts";

const accountCount = 8;
const anyLayer = arbitraryLayer({ accounts: accountCount, objects: 6, rows: 8, lastAt: 50 });

/** The object of each row, by looking for it. */
function objectsOfRows(layer: Layer): readonly number[] {
  return Array.from(layer.at, (_, row) => layer.start.findIndex((from, o) => from <= row && row < layer.start[o + 1]));
}

describe("toIncidence()", () => {
  it("lists each account's rows and each row's object as looking through the layer does", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const incidence = toIncidence(layer, accountCount);
        expect([...incidence.objectOfRow]).toEqual(objectsOfRows(layer));
        for (let account = 0; account < accountCount; account += 1) {
          const own = incidence.rowOfAccount.slice(
            incidence.accountStart[account],
            incidence.accountStart[account + 1],
          );
          expect([...own]).toEqual([...layer.account.keys()].filter((row) => layer.account[row] === account));
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("stratify()", () => {
  it("puts two rows into one cell exactly when they share the object and the stratum", () => {
    fc.assert(
      fc.property(anyLayer, fc.integer({ min: 1, max: 60 }), fc.nat(60), (layer, width, offset) => {
        const { cells } = stratify(toIncidence(layer, accountCount), width, offset);
        const names = objectsOfRows(layer).map((o, row) => `${o} ${Math.floor((layer.at[row] + offset) / width)}`);
        const ordered = [...new Set(names)];
        expect([...cells.ofRow]).toEqual(names.map((name) => ordered.indexOf(name)));
        expect(cells.count).toBe(ordered.length);
        expect([...cells.start]).toEqual([...ordered.map((name) => names.indexOf(name)), names.length]);
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("cuts times before 1970 on the same grid", () => {
    const layer = buildLayer([[-11, -10, -1, 0, 9].map((at, account) => ({ account, at }))]);
    expect([...stratify(toIncidence(layer, 5), 10, 0).cells.ofRow]).toEqual([0, 1, 1, 2, 2]);
  });
});

describe("halveLayer()", () => {
  it("keeps every other object whole, and both halves are all", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const slices = (of: Layer): readonly string[] =>
          Array.from(of.source, (source, o) => {
            const cut = (column: Int32Array | Float64Array): string =>
              column.slice(of.start[o], of.start[o + 1]).join();
            return `${source}: ${cut(of.account)} ${cut(of.at)} ${cut(of.action)}`;
          });
        const all = slices(layer);
        expect(slices(halveLayer(layer, 0))).toEqual(all.filter((_, o) => o % 2 === 0));
        expect(slices(halveLayer(layer, 1))).toEqual(all.filter((_, o) => o % 2 === 1));
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

import { describe, expect, it } from "vitest";
import { defaultOptions } from "../contract/options.ts";
import type { Layer } from "../contract/table.ts";
import { createRandom } from "../math/random.ts";
import { listWholeCandidates } from "./find-co-action.ts";
import { findCoSelection, type SelectedGroup } from "./find-co-selection.ts";
import { buildLayer } from "./testing/build-layer.ts";

const accountCount = 300;

/** Sixty objects of about ten accounts by chance; the first `planted` accounts choose `chosen` of them together. */
function makeLayer(seed: number, planted: number, chosen: number): Layer {
  const random = createRandom(seed);
  const anybody = (): number => planted + Math.floor(random() * (accountCount - planted));
  return buildLayer(
    Array.from({ length: 60 }, (_, object) => {
      const together = object % 3 === 0 && object < 3 * chosen ? Array.from({ length: planted }, (__, i) => i) : [];
      const accounts = new Set([...together, ...Array.from({ length: 10 }, anybody)]);
      return [...accounts].map((account) => ({ account, at: random() * 1e9 }));
    }),
  );
}

function find(layers: readonly Layer[]): readonly SelectedGroup[] {
  return findCoSelection(layers, {
    accountCount,
    objectShareMax: 0.6,
    fdr: 0.01,
    accountFdr: 0.01,
    listCandidates: (incidence) => listWholeCandidates(incidence, defaultOptions),
  });
}

describe("findCoSelection()", () => {
  it("finds the accounts that keep choosing the same objects, at whatever times, and nobody else", () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      const groups = find([makeLayer(seed, 10, 14)]);
      const accounts = new Set(groups.flatMap((group) => group.accounts.map((one) => one.account)));
      expect([...accounts].toSorted((a, b) => a - b)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
    }
  });

  it("counts the meetings of the half that did not form the candidate, and names the rows of all", () => {
    const layer = makeLayer(1, 10, 14);
    const [group] = find([layer]);
    // Seven of the fourteen objects are in either half, each with 10 × 9 / 2 meetings.
    expect(group.meetings).toBe(7 * 45);
    expect(group.expected).toBeLessThan(group.meetings / 3);
    for (const { account, shared, rows } of group.accounts) {
      expect(shared).toBe(7);
      expect(rows).toHaveLength(14);
      expect(rows.every((row) => layer.account[row] === account)).toBe(true);
    }
  });

  it("finds nothing where activity and popularity explain every meeting", () => {
    const found = Array.from({ length: 20 }, (_, i) => find([makeLayer(100 + i, 0, 0)]).length);
    expect(found).toEqual(found.map(() => 0));
  });

  it("has nothing to test in a layer too small to be halved", () => {
    expect(
      find([
        buildLayer(
          [
            [0, 1, 2],
            [0, 1, 2],
            [0, 1, 2],
          ].map((all) => all.map((account) => ({ account, at: 0 }))),
        ),
      ]),
    ).toEqual([]);
    expect(find([])).toEqual([]);
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toIncidence } from "./incidence.ts";
import { measureLockstep, priorsWithout } from "./lockstep-rates.ts";
import { arbitraryLayer, buildLayer, type Row } from "./testing/build-layer.ts";

const accountCount = 40;
const scales = [0, 5, 20];
const anyLayer = arbitraryLayer({ accounts: accountCount, objects: 12, rows: 9, lastAt: 60 });

const step = (count: number, gap: number): readonly Row[] =>
  Array.from({ length: count }, (_, i) => ({ account: i, at: i * gap }));

describe("measureLockstep()", () => {
  it("gives each cell the share of its pairs within each width", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const { ofCell } = measureLockstep(toIncidence(layer, accountCount), scales);
        for (let object = 0; object < layer.objectCount; object += 1) {
          const at = Array.from(layer.at.subarray(layer.start[object], layer.start[object + 1]));
          const gaps = at.flatMap((one, i) => at.slice(i + 1).map((other) => other - one));
          scales.forEach((scale, s) => {
            const share = gaps.filter((gap) => gap <= scale).length / gaps.length;
            expect(ofCell[object * scales.length + s]).toBeCloseTo(share, 6);
          });
        }
      }),
      { seed: 1, numRuns: 100 },
    );
  });
});

describe("priorsWithout()", () => {
  it("equals measuring the layer again without those objects", () => {
    fc.assert(
      fc.property(anyLayer, fc.infiniteStream(fc.boolean()), (layer, flips) => {
        const objects = Array.from({ length: layer.objectCount }, (_, object) =>
          Array.from(layer.at.slice(layer.start[object], layer.start[object + 1]), (at, i) => ({
            account: layer.account[layer.start[object] + i],
            at,
          })),
        );
        const without = new Set([...objects.keys()].filter(() => flips.next().value === true));
        const rest = buildLayer(objects.filter((_, object) => !without.has(object)));
        const taken = priorsWithout(measureLockstep(toIncidence(layer, accountCount), scales), without);
        const again = priorsWithout(measureLockstep(toIncidence(rest, accountCount), scales), []);
        for (const rows of [2, 3, 4, 8, 30]) {
          for (const scale of scales.keys()) {
            expect(taken.priorOf(rows, scale).lockstepShare).toBeCloseTo(again.priorOf(rows, scale).lockstepShare, 6);
            expect(taken.priorOf(rows, scale).looseRate).toBeCloseTo(again.priorOf(rows, scale).looseRate, 6);
          }
        }
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it.each([
    { name: "nothing was measured", objects: [], rows: 4, share: 0.25, rate: 0.05 },
    // (20 + 5 × 0.12) / 25, and no loose cell beside the pseudo-cells.
    {
      name: "all of the class are in lockstep",
      objects: Array(20).fill(step(4, 1)),
      rows: 5,
      share: 0.824,
      rate: 0.05,
    },
    { name: "all of another class are", objects: Array(20).fill(step(4, 1)), rows: 8, share: 0.25, rate: 0.05 },
    // Never quieter than syndicated pages; (0 + 5 × 0.05) / 25.
    { name: "none of the class ever is", objects: Array(20).fill(step(4, 99)), rows: 4, share: 0.25, rate: 0.01 },
  ])("starts from what pseudo-cells say and learns by class: $name", ({ objects, rows, share, rate }) => {
    const priors = priorsWithout(measureLockstep(toIncidence(buildLayer(objects), 40), [5]), []);
    expect(priors.priorOf(rows, 0).lockstepShare).toBeCloseTo(share, 9);
    expect(priors.priorOf(rows, 0).looseRate).toBeCloseTo(rate, 9);
  });
});

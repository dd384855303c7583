import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLayer } from "../coaction/testing/build-layer.ts";
import type { Layer } from "../contract/table.ts";
import { listInStepActions } from "./in-step-actions.ts";
import type { InStepObject } from "./in-step-objects.ts";

const anyLayer = arbitraryLayer({ accounts: 7, objects: 6, rows: 7, lastAt: 20 });
/** Accounts 0 to 4 are members, in the opposite order. */
const placeOf = new Map([0, 1, 2, 3, 4].map((account) => [account, 4 - account]));

function toObjects(layer: Layer): readonly InStepObject[] {
  return Array.from({ length: layer.objectCount }, (_, object) => ({
    layer,
    object,
    rows: Array.from({ length: layer.start[object + 1] - layer.start[object] }, (__, i) => layer.start[object] + i),
  }));
}

describe("listInStepActions()", () => {
  it("lists each row of a member once, in the order of time", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const objects = toObjects(layer);
        const slowly = objects.flatMap(({ rows }, object) =>
          rows
            .filter((row) => layer.account[row] <= 4)
            .map((row) => `${layer.at[row]} ${4 - layer.account[row]} ${object}`),
        );
        const { at, account, object, total } = listInStepActions(objects, { placeOf, actionsMax: 1000 });
        expect(at.map((time, i) => `${time} ${account[i]} ${object[i]}`).toSorted()).toEqual(slowly.toSorted());
        expect(at).toEqual(at.toSorted((a, b) => a - b));
        expect(total).toBe(slowly.length);
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("keeps within its bound by an even sample, and counts the rest", () => {
    fc.assert(
      fc.property(anyLayer, fc.integer({ min: 1, max: 6 }), (layer, actionsMax) => {
        const objects = toObjects(layer);
        const all = listInStepActions(objects, { placeOf, actionsMax: 1000 });
        const some = listInStepActions(objects, { placeOf, actionsMax });
        expect(some.total).toBe(all.total);
        expect(some.at).toHaveLength(Math.min(actionsMax, all.total));
        const text = (one: typeof all, i: number): string => `${one.at[i]} ${one.account[i]} ${one.object[i]}`;
        const places = some.at.map((_, i) => all.at.findIndex((__, j) => text(all, j) === text(some, i)));
        expect(places).toEqual(places.toSorted((a, b) => a - b));
        expect(new Set(places).size).toBe(places.length);
        if (some.at.length > 0) expect(places[0]).toBe(0);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

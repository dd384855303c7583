import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { arbitraryLayer } from "../coaction/testing/build-layer.ts";
import type { Layer } from "../contract/table.ts";
import { listEdges, type EdgeOptions } from "./edges.ts";
import type { InStepObject } from "./in-step-objects.ts";

const options: EdgeOptions = {
  accountName: (account) => `a${account}`,
  objectName: (object) => `o${object.object}`,
  rateOf: () => 0.1,
  edgesMax: 1000,
  pairedMax: 100,
};
const anyLayer = arbitraryLayer({ accounts: 7, objects: 6, rows: 7, lastAt: 20 });

function toObjects(layer: Layer): readonly InStepObject[] {
  return Array.from({ length: layer.objectCount }, (_, object) => ({
    layer,
    object,
    rows: Array.from({ length: layer.start[object + 1] - layer.start[object] }, (__, i) => layer.start[object] + i),
  }));
}

describe("listEdges()", () => {
  it("gives each two accounts the objects on which both are, as asking every two does", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const objects = toObjects(layer);
        const slowly: string[] = [];
        for (let a = 0; a < 7; a += 1) {
          for (let b = a + 1; b < 7; b += 1) {
            const both = objects.filter(({ rows }) =>
              [a, b].every((account) => rows.some((row) => layer.account[row] === account)),
            );
            const names = both.map((object) => `o${object.object}`);
            if (both.length > 0)
              slowly.push(`a${a} a${b} ${both.length} ${(both.length * 0.1).toFixed(6)} ${names.join()}`);
          }
        }
        const found = listEdges(objects, options);
        const plain = found.map(
          (edge) => `${edge.source} ${edge.target} ${edge.observed} ${edge.expected.toFixed(6)} ${edge.objects.join()}`,
        );
        expect(plain.toSorted()).toEqual(slowly.toSorted());
        expect(found.map((edge) => edge.q)).toEqual(found.map((edge) => edge.q).toSorted((x, y) => x - y));
      }),
      { seed: 1, numRuns: 100 },
    );
  });

  it("keeps the strongest within its bound, and pairs a crowded object only in part", () => {
    fc.assert(
      fc.property(anyLayer, (layer) => {
        const objects = toObjects(layer);
        const all = listEdges(objects, options);
        expect(listEdges(objects, { ...options, edgesMax: 3 })).toEqual(all.slice(0, 3));
        const observed = listEdges(objects, { ...options, pairedMax: 3 }).reduce((sum, edge) => sum + edge.observed, 0);
        expect(observed).toBeLessThanOrEqual(3 * objects.length);
      }),
      { seed: 1, numRuns: 50 },
    );
  });
});

import fc from "fast-check";
import { actionKinds, objectKinds, type ActionKind, type ObjectKind } from "@breakwater/records";
import { expect, it } from "vitest";
import { layerNames, type ActionTable, type Layer, type LayerName } from "../contract/table.ts";
import { toActionTable } from "./action-table.ts";
import { buildLayers, findLayer } from "./layers.ts";
import { arbitraryAction } from "./testing/arbitrary-action.ts";
import { observeAll } from "./testing/observe-all.ts";

it.each<[ActionKind, ObjectKind, LayerName | null]>([
  ["post", "url", "url"],
  ["repost", "post", "repost"],
  ["post", "post", "repost"], // a quote
  ["reply", "post", "reply"],
  ["reply", "hashtag", "hashtag"],
  ["like", "post", "like"],
  ["follow", "account", "account"],
  ["join", "room", "room"],
  ["prize_claim", "room", "room"],
  ["report", "post", "report"],
  ["appeal", "account", "report"],
  ["registration", "post", null],
])("findLayer() puts a %s on a %s into %s", (actionKind, objectKind, layer) => {
  expect(findLayer(actionKind, objectKind)).toBe(layer);
});

/** The definition, by maps: for each object of the layer its first row of each account. */
function buildSlowly(table: ActionTable, sampleOfText: Int32Array, name: LayerName): Layer {
  const rowsOf = new Map<number, Map<number, number>>();
  const touch = (source: number, row: number): void => {
    const rows = rowsOf.get(source) ?? new Map<number, number>();
    rowsOf.set(source, rows);
    if (!rows.has(table.account[row])) rows.set(table.account[row], row);
  };
  for (let row = 0; row < table.count; row++) {
    const sample = sampleOfText[table.text[row]] ?? -1;
    if (name === "sample" && sample !== -1) touch(sample, row);
    for (let at = table.objectStart[row]; at < table.objectStart[row + 1]; at++) {
      const object = table.objectIndex[at];
      const layer = findLayer(actionKinds[table.kind[row]], objectKinds[table.objects.kinds[object]]);
      if (layer === name) touch(object, row);
    }
  }
  const kept = [...rowsOf].filter(([, rows]) => rows.size > 1).toSorted(([a], [b]) => a - b);
  const action = kept.flatMap(([, rows]) => [...rows.values()]);
  const sizes = kept.map(([, rows]) => rows.size);
  return {
    name,
    objectCount: kept.length,
    start: Int32Array.from([0, ...sizes.map((_, i) => sizes.slice(0, i + 1).reduce((sum, size) => sum + size, 0))]),
    account: Int32Array.from(action, (row) => table.account[row]),
    at: Float64Array.from(action, (row) => table.at[row]),
    action: Int32Array.from(action),
    source: Int32Array.from(kept, ([source]) => source),
  };
}

it("buildLayers() equals the definition, for any layers asked", () => {
  const names = fc.shuffledSubarray([...layerNames]);
  fc.assert(
    fc.property(fc.array(arbitraryAction, { maxLength: 80 }), names, (actions, asked) => {
      const limits = { actionsMax: 1000, textsMax: 1000 };
      const { table } = toActionTable([observeAll(actions)], { from: 0, to: Number.POSITIVE_INFINITY, limits });
      const sampleOfText = Int32Array.from({ length: table.texts.count }, (_, text) => (text % 3) - 1);
      const layers = buildLayers(table, sampleOfText, asked);
      expect(layers).toEqual(asked.map((name) => buildSlowly(table, sampleOfText, name)));
    }),
    { seed: 6, numRuns: 150 },
  );
});

it("buildLayers() leaves the samples empty without a sample table", () => {
  const actions = ["a", "b"].map((account, i) => ({
    id: account,
    at: i + 1,
    account,
    kind: "post" as const,
    objects: [],
    text: "the same",
  }));
  const limits = { actionsMax: 10, textsMax: 10 };
  const { table } = toActionTable([observeAll(actions)], { from: 0, to: 9, limits });
  expect(buildLayers(table, null, ["sample"])[0].objectCount).toBe(0);
  expect(buildLayers(table, Int32Array.of(0), ["sample"])[0].objectCount).toBe(1);
});

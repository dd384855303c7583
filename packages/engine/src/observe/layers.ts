import type { ActionKind, ObjectKind } from "@breakwater/records";
import { actionKinds, objectKinds } from "@breakwater/records";
import type { ActionTable, Layer, LayerName } from "../contract/table.ts";

/**
 * Which account first touched which object when, for each layer of `names` in their order. Objects keep the order of
 * the table; those of one account alone are left out. Without `sampleOfText` the layer `sample` is empty.
 * Cost: linear in the table, by a counting sort per layer.
 */
export function buildLayers(
  table: ActionTable,
  sampleOfText: Int32Array | null,
  names: readonly LayerName[],
): readonly Layer[] {
  const codeOf = new Map(names.map((name, code) => [name, code]));
  const touches = collectObjectTouches(table, codeOf);
  return names.map((name, code) => {
    if (name !== "sample") return buildLayer(name, table, touches[code]);
    return buildLayer(
      name,
      table,
      collectSampleTouches(table, sampleOfText ?? new Int32Array(table.texts.count).fill(-1)),
    );
  });
}

/** Touches in canonical order: row i of the table touches `source[i]`. */
type Touches = { readonly action: Int32Array; readonly source: Int32Array };

/** The layer that an action of this kind on an object of that kind belongs to. */
export function findLayer(actionKind: ActionKind, objectKind: ObjectKind): LayerName | null {
  if (actionKind === "report" || actionKind === "appeal") return "report";
  if (objectKind !== "post") return objectKind;
  switch (actionKind) {
    case "reply":
    case "repost":
    case "like":
      return actionKind;
    case "post":
      // A post that refers to another one quotes it, which passes it on.
      return "repost";
    default:
      return null;
  }
}

function collectObjectTouches(table: ActionTable, codeOf: ReadonlyMap<LayerName, number>): readonly Touches[] {
  const layerOfKinds = listLayerOfKinds(codeOf);
  const layerOf = new Int8Array(table.objectIndex.length);
  const counts = new Int32Array(codeOf.size + 1);
  for (let row = 0; row < table.count; row++) {
    const end = table.objectStart[row + 1];
    for (let at = table.objectStart[row]; at < end; at++) {
      const code = layerOfKinds[table.kind[row] * objectKinds.length + table.objects.kinds[table.objectIndex[at]]];
      layerOf[at] = code;
      counts[code + 1] += 1;
    }
  }
  const touches = Array.from({ length: codeOf.size }, (_, code) => ({
    action: new Int32Array(counts[code + 1]),
    source: new Int32Array(counts[code + 1]),
  }));
  const filled = new Int32Array(codeOf.size);
  for (let row = 0; row < table.count; row++) {
    const end = table.objectStart[row + 1];
    for (let at = table.objectStart[row]; at < end; at++) {
      const code = layerOf[at];
      if (code === -1) continue;
      touches[code].action[filled[code]] = row;
      touches[code].source[filled[code]] = table.objectIndex[at];
      filled[code] += 1;
    }
  }
  return touches;
}

function listLayerOfKinds(codeOf: ReadonlyMap<LayerName, number>): Int8Array {
  const codes = actionKinds.flatMap((actionKind) =>
    objectKinds.map((objectKind) => {
      const layer = findLayer(actionKind, objectKind);
      return layer === null ? -1 : (codeOf.get(layer) ?? -1);
    }),
  );
  return Int8Array.from(codes);
}

function collectSampleTouches(table: ActionTable, sampleOfText: Int32Array): Touches {
  const action = new Int32Array(table.count);
  const source = new Int32Array(table.count);
  let count = 0;
  for (let row = 0; row < table.count; row++) {
    const sample = table.text[row] === -1 ? -1 : sampleOfText[table.text[row]];
    if (sample === -1) continue;
    action[count] = row;
    source[count++] = sample;
  }
  return { action: action.subarray(0, count), source: source.subarray(0, count) };
}

function buildLayer(name: LayerName, table: ActionTable, touches: Touches): Layer {
  const sorted = sortBySource(touches);
  const firsts = keepFirsts(table, sorted);
  const { start, source, action } = dropLonely(firsts);
  return {
    name,
    objectCount: source.length,
    start,
    account: action.map((row) => table.account[row]),
    at: Float64Array.from(action, (row) => table.at[row]),
    action,
    source,
  };
}

/** A stable counting sort, so rows of one source stay in canonical order. */
function sortBySource({ action, source }: Touches): Touches {
  let sourceCount = 0;
  for (const one of source) if (one >= sourceCount) sourceCount = one + 1;
  const next = new Int32Array(sourceCount + 1);
  for (const one of source) next[one + 1] += 1;
  for (let one = 0; one < sourceCount; one++) next[one + 1] += next[one];
  const sorted = { action: new Int32Array(action.length), source: new Int32Array(action.length) };
  for (let i = 0; i < action.length; i++) {
    const place = next[source[i]];
    next[source[i]] = place + 1;
    sorted.action[place] = action[i];
    sorted.source[place] = source[i];
  }
  return sorted;
}

/** Keeps the first row of each account on each source. */
function keepFirsts(table: ActionTable, { action, source }: Touches): Touches {
  const lastSource = new Int32Array(table.accounts.count).fill(-1);
  let count = 0;
  for (let i = 0; i < action.length; i++) {
    const account = table.account[action[i]];
    if (lastSource[account] === source[i]) continue;
    lastSource[account] = source[i];
    action[count] = action[i];
    source[count++] = source[i];
  }
  return { action: action.subarray(0, count), source: source.subarray(0, count) };
}

function dropLonely({ action, source }: Touches): Touches & { readonly start: Int32Array } {
  const start: number[] = [0];
  const kept: number[] = [];
  let count = 0;
  let first = 0;
  for (let i = 1; i <= action.length; i++) {
    if (i < action.length && source[i] === source[first]) continue;
    if (i - first > 1) {
      kept.push(source[first]);
      action.copyWithin(count, first, i);
      count += i - first;
      start.push(count);
    }
    first = i;
  }
  return { action: action.slice(0, count), source: Int32Array.from(kept), start: Int32Array.from(start) };
}

import type { Layer } from "../contract/table.ts";

/**
 * The objects of even (half 0) or odd (half 1) ordinal as a layer of their own. Ordinals follow first appearance, so
 * both halves span the same time and hold like objects. Cost: linear in the rows.
 */
export function halveLayer(layer: Layer, half: 0 | 1): Layer {
  const start = [0];
  const source: number[] = [];
  let rows = 0;
  for (let object = half; object < layer.objectCount; object += 2) {
    rows += layer.start[object + 1] - layer.start[object];
    start.push(rows);
    source.push(layer.source[object]);
  }
  const halved = {
    name: layer.name,
    objectCount: source.length,
    start: Int32Array.from(start),
    account: new Int32Array(rows),
    at: new Float64Array(rows),
    action: new Int32Array(rows),
    source: Int32Array.from(source),
  };
  for (let i = 0; i < source.length; i += 1) {
    const object = 2 * i + half;
    const [from, to] = [layer.start[object], layer.start[object + 1]];
    halved.account.set(layer.account.subarray(from, to), start[i]);
    halved.at.set(layer.at.subarray(from, to), start[i]);
    halved.action.set(layer.action.subarray(from, to), start[i]);
  }
  return halved;
}

import fc from "fast-check";
import type { Layer, LayerName } from "../../contract/table.ts";

/** One account's action on an object. */
export type Row = { readonly account: number; readonly at: number };

/** A layer of objects given by their rows, in any order. */
export function buildLayer(objects: readonly (readonly Row[])[], name: LayerName = "url"): Layer {
  const sorted = objects.map((rows) => rows.toSorted((x, y) => x.at - y.at || x.account - y.account));
  const rows = sorted.flat();
  const start = [0];
  for (const own of sorted) start.push(start[start.length - 1] + own.length);
  return {
    name,
    objectCount: objects.length,
    start: Int32Array.from(start),
    account: Int32Array.from(rows, (row) => row.account),
    at: Float64Array.from(rows, (row) => row.at),
    action: Int32Array.from(rows.keys()),
    source: Int32Array.from(objects.keys()),
  };
}

/** Small layers in which accounts, times and whole objects often coincide. */
export function arbitraryLayer(size: {
  readonly accounts: number;
  readonly objects: number;
  readonly rows: number;
  readonly lastAt: number;
}): fc.Arbitrary<Layer> {
  const row = fc.record({ account: fc.nat(size.accounts - 1), at: fc.nat(size.lastAt) });
  const object = fc.uniqueArray(row, { minLength: 2, maxLength: size.rows, selector: ({ account }) => account });
  return fc.array(object, { maxLength: size.objects }).map((objects) => buildLayer(objects));
}

import { entryBytesMax } from "../entry/entry.ts";

/** The entries of a tile, each behind its length in two bytes, high byte first. */
export function encodeEntryBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bundle = new Uint8Array(entries.reduce((sum, entry) => sum + entry.length + 2, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > entryBytesMax)
      throw new RangeError(`An entry has ${entry.length} bytes, past ${entryBytesMax}.`);
    bundle[at] = entry.length >> 8;
    bundle[at + 1] = entry.length & 255;
    bundle.set(entry, at + 2);
    at += entry.length + 2;
  }
  return bundle;
}

/** The `width` entries of a bundle, or null where the bytes hold more, fewer or a part of one. */
export function parseEntryBundle(bundle: Uint8Array, width: number): readonly Uint8Array[] | null {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at + 2 <= bundle.length) {
    const end = at + 2 + ((bundle[at] ?? 0) << 8) + (bundle[at + 1] ?? 0);
    if (end > bundle.length) return null;
    entries.push(bundle.subarray(at + 2, end));
    at = end;
  }
  return at === bundle.length && entries.length === width ? entries : null;
}

import type { WrittenTile } from "@breakwater/ledger";

/**
 * The tiles of a commit as one object, written before the checkpoint moves. Tiles themselves are written after it: if they came
 * first and the process died, the next writer would have to put other bytes at the same paths, and could not.
 */
export function encodeStaged(tiles: readonly WrittenTile[]): Uint8Array {
  const parts = tiles.flatMap(({ path, bytes }) => {
    const head = Buffer.alloc(8);
    head.writeUInt32BE(path.length, 0);
    head.writeUInt32BE(bytes.length, 4);
    return [head, Buffer.from(path, "latin1"), bytes];
  });
  return Buffer.concat(parts);
}

/** The tiles, or null where the bytes were not written by `encodeStaged`. */
export function parseStaged(staged: Uint8Array): readonly WrittenTile[] | null {
  const buffer = Buffer.from(staged.buffer, staged.byteOffset, staged.byteLength);
  const tiles: WrittenTile[] = [];
  let at = 0;
  while (at + 8 <= buffer.length) {
    const pathEnd = at + 8 + buffer.readUInt32BE(at);
    const end = pathEnd + buffer.readUInt32BE(at + 4);
    if (end > buffer.length) return null;
    tiles.push({ path: buffer.toString("latin1", at + 8, pathEnd), bytes: staged.subarray(pathEnd, end) });
    at = end;
  }
  return at === buffer.length ? tiles : null;
}

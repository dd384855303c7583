import {
  hashBytes,
  hashRange,
  listTilesOf,
  parseEntryBundle,
  tileWidth,
  tileWidthAt,
  toConsistencyRanges,
  toInclusionRanges,
  toTilePath,
  type LeafRange,
  type TileId,
} from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { sha256 } from "../primitives.ts";

/** Bytes by path; null where nothing is. */
export type ReadObject = (path: string) => Promise<Uint8Array | null>;

/** Reads a log of `size`. What is read is not judged here: proofs are for others to verify. */
export interface LogReader {
  /** The leaf's bytes. `sequence < size`. Cost: one bundle of 256 entries. */
  readEntry(sequence: number): Promise<Uint8Array>;
  /** Entries from `start` up to, not including, `end`. */
  readEntries(start: number, end: number): AsyncIterable<Uint8Array>;
  /** The inclusion proof in a tree of `treeSize` leaves, at most `size`. Cost: a tile per eight levels, some 250 hashes each. */
  proveInclusion(sequence: number, treeSize: number): Promise<readonly Uint8Array[]>;
  proveConsistency(oldSize: number, newSize: number): Promise<readonly Uint8Array[]>;
}

export function createLogReader(size: number, read: ReadObject): LogReader {
  const readBundle = async (index: number): Promise<readonly Uint8Array[]> => {
    const tile: TileId = { kind: "entries", level: 0, index, width: tileWidthAt(0, index, size) };
    const entries = parseEntryBundle(await readTile(tile, read), tile.width);
    if (entries === null) throw damaged(toTilePath(tile));
    return entries;
  };
  const prove = async (ranges: readonly LeafRange[]): Promise<readonly Uint8Array[]> => {
    const needed = listTilesOf(ranges, size);
    const tiles = new Map<string, Uint8Array>();
    for (const tile of needed) tiles.set(toTilePath(tile), await readTile(tile, read));
    return ranges.map((range) => {
      const hash = hashRange(range, { size, tiles, sha256 });
      if (hash === null) throw damaged("a tile");
      return hash;
    });
  };
  const checkRange = (from: number, to: number): void => {
    if (from < 0 || from > to || to > size) throw new RangeError(`The log has ${size} entries, not ${from} to ${to}.`);
  };
  return {
    async readEntry(sequence) {
      checkRange(sequence, sequence + 1);
      const entry = (await readBundle(Math.floor(sequence / tileWidth)))[sequence % tileWidth];
      if (entry === undefined) throw damaged(`entry ${sequence}`);
      return entry;
    },
    async *readEntries(start, end) {
      checkRange(start, end);
      for (let at = start; at < end;) {
        const index = Math.floor(at / tileWidth);
        const from = index * tileWidth;
        yield* (await readBundle(index)).slice(at - from, end - from);
        at = from + tileWidth;
      }
    },
    proveInclusion(sequence, treeSize) {
      checkRange(sequence, treeSize);
      return prove(toInclusionRanges(sequence, treeSize));
    },
    proveConsistency(oldSize, newSize) {
      checkRange(oldSize, newSize);
      return prove(toConsistencyRanges(oldSize, newSize));
    },
  };
}

/** The bytes of a tile, or of the full one that has replaced it since. */
async function readTile(tile: TileId, read: ReadObject): Promise<Uint8Array> {
  const path = toTilePath(tile);
  const bytes = (await read(path)) ?? (tile.width < tileWidth ? await readFullTile(tile, read) : null);
  if (bytes === null || (tile.kind === "hashes" && bytes.length !== tile.width * hashBytes)) throw damaged(path);
  return bytes;
}

async function readFullTile(tile: TileId, read: ReadObject): Promise<Uint8Array | null> {
  const bytes = await read(toTilePath({ ...tile, width: tileWidth }));
  if (bytes === null) return null;
  if (tile.kind === "hashes") return bytes.subarray(0, tile.width * hashBytes);
  const entries = parseEntryBundle(bytes, tileWidth)?.slice(0, tile.width) ?? [];
  return bytes.subarray(
    0,
    entries.reduce((sum, entry) => sum + entry.length + 2, 0),
  );
}

function damaged(what: string): LedgerFailure {
  return new LedgerFailure("log_damaged", `The log is damaged: ${what} is missing or has the wrong length.`);
}

import type { Sha256 } from "../primitives.ts";
import { hashBytes, hashNode } from "../tree/hashing.ts";
import { toFullSubtrees, type LeafRange } from "../tree/proof-ranges.ts";
import { tileHeight, tileWidth, tileWidthAt, toTilePath, type TileId } from "./tile-id.ts";

/** Bytes of tiles by their path. */
export type TileHashes = ReadonlyMap<string, Uint8Array>;

/** The tiles of a log of `size` from which the hashes of some ranges are computed, each once. */
export function listTilesOf(ranges: readonly LeafRange[], size: number): readonly TileId[] {
  const tiles = new Map<string, TileId>();
  for (const subtree of ranges.flatMap(toFullSubtrees)) {
    const { tile } = placeOf(subtree, size);
    tiles.set(toTilePath(tile), tile);
  }
  return [...tiles.values()];
}

export type TileSource = { readonly size: number; readonly tiles: TileHashes; readonly sha256: Sha256 };

/** The hash of a range of leaves, or null where a tile that it needs is missing or too short. Cost: at most 255 hashes a tile. */
export function hashRange(range: LeafRange, source: TileSource): Uint8Array | null {
  let hash: Uint8Array | null = null;
  for (const subtree of [...toFullSubtrees(range)].reverse()) {
    const left = hashSubtree(subtree, source);
    if (left === null) return null;
    hash = hash === null ? left : hashNode(left, hash, source.sha256);
  }
  return hash;
}

/** The hash of a full subtree, from the one tile that holds the hashes at or below its height. */
export function hashSubtree(
  subtree: { readonly height: number; readonly index: number },
  { size, tiles, sha256 }: TileSource,
): Uint8Array | null {
  const { tile, first, count } = placeOf(subtree, size);
  const bytes = tiles.get(toTilePath(tile));
  if (bytes === undefined || bytes.length < (first + count) * hashBytes) return null;
  let hashes = splitHashes(bytes.subarray(first * hashBytes, (first + count) * hashBytes));
  while (hashes.length > 1) {
    const above: Uint8Array[] = [];
    for (let i = 0; i + 1 < hashes.length; i += 2) above.push(hashNode(hashes[i], hashes[i + 1], sha256));
    hashes = above;
  }
  return hashes[0] ?? null;
}

export function splitHashes(bytes: Uint8Array): Uint8Array[] {
  const hashes: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; at += hashBytes) hashes.push(bytes.subarray(at, at + hashBytes));
  return hashes;
}

/** Where a subtree's hashes stand: `count` of them from `first` on in `tile`. */
function placeOf(
  { height, index }: { readonly height: number; readonly index: number },
  size: number,
): { readonly tile: TileId; readonly first: number; readonly count: number } {
  const level = Math.floor(height / tileHeight);
  const count = 2 ** (height % tileHeight);
  const start = index * count;
  const tileIndex = Math.floor(start / tileWidth);
  const width = tileWidthAt(level, tileIndex, size);
  return { tile: { kind: "hashes", level, index: tileIndex, width }, first: start % tileWidth, count };
}

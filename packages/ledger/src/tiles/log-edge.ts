import { concatBytes } from "../bytes/bytes.ts";
import type { Sha256 } from "../primitives.ts";
import { appendLeaf, emptyFrontier, rootOf, sizeOf, type Frontier, type Subtree } from "../tree/frontier.ts";
import { hashBytes, hashLeaf } from "../tree/hashing.ts";
import { toFullSubtrees } from "../tree/proof-ranges.ts";
import { encodeEntryBundle, parseEntryBundle } from "./entry-bundle.ts";
import { hashSubtree, splitHashes, type TileHashes } from "./tile-hashes.ts";
import { levelsOf, tileHeight, tileWidth, tileWidthAt, toTilePath, type TileId } from "./tile-id.ts";

/** All that is needed to append: the frontier of the tree, and the tiles at the right edge that are not full. */
export type LogEdge = {
  readonly frontier: Frontier;
  /** Per level, the hashes of its partial tile. */
  readonly hashes: readonly (readonly Uint8Array[])[];
  /** The entries of the partial bundle. */
  readonly entries: readonly Uint8Array[];
};

export const emptyEdge: LogEdge = { frontier: emptyFrontier, hashes: [], entries: [] };

export type WrittenTile = { readonly path: string; readonly bytes: Uint8Array };

export type Appended = {
  readonly edge: LogEdge;
  /** Tiles of the grown tree that the tree before did not have. */
  readonly tiles: readonly WrittenTile[];
};

/** Appends entries and says which tiles that makes. Cost: linear in the entries, and a partial tile per level. */
export function appendEntries(edge: LogEdge, entries: readonly Uint8Array[], sha256: Sha256): Appended {
  const sizeBefore = sizeOf(edge.frontier);
  const levels = edge.hashes.map((hashes) => [...hashes]);
  let frontier = edge.frontier;
  for (const entry of entries) {
    frontier = appendLeaf(frontier, hashLeaf(entry, sha256), {
      sha256,
      onSubtree: ({ height, hash }) => {
        if (height % tileHeight === 0) (levels[height / tileHeight] ??= []).push(hash);
      },
    });
  }
  const bundled = [...edge.entries, ...entries];
  const tiles = [
    ...cutTiles(bundled, { kind: "entries", level: 0, sizeBefore, encode: encodeEntryBundle }),
    ...levels.flatMap((hashes, level) => cutTiles(hashes, { kind: "hashes", level, sizeBefore, encode: concatBytes })),
  ];
  return { edge: { frontier, hashes: levels.map(keepPartial), entries: keepPartial(bundled) }, tiles };
}

/** The size and root of the tree. */
export function headOf(edge: LogEdge, sha256: Sha256): { readonly size: number; readonly root: Uint8Array } {
  return { size: sizeOf(edge.frontier), root: rootOf(edge.frontier, sha256) };
}

/** The tiles at the right edge of a log of `size` that are not full: `restoreEdge` takes the log up from them. */
export function listEdgeTiles(size: number): readonly TileId[] {
  const tiles: TileId[] = [];
  for (let level = 0; level < levelsOf(size); level++) {
    const index = Math.floor(size / tileWidth ** (level + 1));
    const width = tileWidthAt(level, index, size);
    if (width === 0) continue;
    tiles.push({ kind: "hashes", level, index, width });
    if (level === 0) tiles.push({ kind: "entries", level, index, width });
  }
  return tiles;
}

/** The edge of a log of `size`, or null where a tile is missing or of the wrong length. The root is the caller's to compare. */
export function restoreEdge(size: number, tiles: TileHashes, sha256: Sha256): LogEdge | null {
  const hashes: (readonly Uint8Array[])[] = Array.from({ length: levelsOf(size) }, () => []);
  let entries: readonly Uint8Array[] = [];
  for (const tile of listEdgeTiles(size)) {
    const bytes = tiles.get(toTilePath(tile));
    if (bytes === undefined) return null;
    if (tile.kind === "entries") {
      const parsed = parseEntryBundle(bytes, tile.width);
      if (parsed === null) return null;
      entries = parsed;
    } else {
      if (bytes.length !== tile.width * hashBytes) return null;
      hashes[tile.level] = splitHashes(bytes);
    }
  }
  const frontier: Subtree[] = [];
  for (const subtree of toFullSubtrees({ start: 0, end: size })) {
    const hash = hashSubtree(subtree, { size, tiles, sha256 });
    if (hash === null) return null;
    frontier.push({ ...subtree, hash });
  }
  return { frontier, hashes, entries };
}

type Cutting<T> = {
  readonly kind: TileId["kind"];
  readonly level: number;
  readonly sizeBefore: number;
  readonly encode: (items: readonly T[]) => Uint8Array;
};

/** The tiles that `items`, which begin where the partial tile of the tree before does, make beyond that tile. */
function cutTiles<T>(items: readonly T[], { kind, level, sizeBefore, encode }: Cutting<T>): readonly WrittenTile[] {
  const first = Math.floor(sizeBefore / tileWidth ** (level + 1));
  const widthBefore = tileWidthAt(level, first, sizeBefore);
  const tiles: WrittenTile[] = [];
  for (let at = 0; at < items.length; at += tileWidth) {
    const cut = items.slice(at, at + tileWidth);
    if (at === 0 && cut.length === widthBefore) continue;
    const path = toTilePath({ kind, level, index: first + at / tileWidth, width: cut.length });
    tiles.push({ path, bytes: encode(cut) });
  }
  return tiles;
}

function keepPartial<T>(items: readonly T[]): readonly T[] {
  return items.slice(items.length - (items.length % tileWidth));
}

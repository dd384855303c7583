/** A tile holds the hashes of 256 subtrees of one height (C2SP tlog-tiles). */
export const tileWidth = 256;
/** Heights between the hashes of one tile level and the next. */
export const tileHeight = 8;

/** One resource of the log: hashes of a level, or the entries below level 0. `width` below 256 is a partial tile. */
export type TileId = {
  readonly kind: "hashes" | "entries";
  /** 0 for entries. */
  readonly level: number;
  readonly index: number;
  readonly width: number;
};

/** `tile/<level>/<index>[.p/<width>]`, the index in groups of three digits: 1234067 is `x001/x234/067`. */
export function toTilePath({ kind, level, index, width }: TileId): string {
  const groups: string[] = [];
  for (let left = index; groups.length === 0 || left > 0; left = Math.floor(left / 1000)) {
    groups.unshift(`${groups.length === 0 ? "" : "x"}${String(left % 1000).padStart(3, "0")}`);
  }
  const suffix = width === tileWidth ? "" : `.p/${width}`;
  return `tile/${kind === "entries" ? "entries" : level}/${groups.join("/")}${suffix}`;
}

/** The tile that a path names, or null where `toTilePath` would not have written it. */
export function parseTilePath(path: string): TileId | null {
  const match = /^tile\/(entries|\d{1,2})\/((?:x\d{3}\/)*\d{3})(?:\.p\/(\d{1,3}))?$/.exec(path);
  if (match === null) return null;
  const [, kind = "", groups = "", width] = match;
  const tile: TileId = {
    kind: kind === "entries" ? "entries" : "hashes",
    level: kind === "entries" ? 0 : Number(kind),
    index: Number(groups.replaceAll(/[x/]/g, "")),
    width: width === undefined ? tileWidth : Number(width),
  };
  return Number.isSafeInteger(tile.index) && tile.width > 0 && toTilePath(tile) === path ? tile : null;
}

/** How many hashes tile `index` of `level` has in a tree of `size`; 0 where there is none. */
export function tileWidthAt(level: number, index: number, size: number): number {
  const hashes = Math.floor(size / tileWidth ** level);
  return Math.max(0, Math.min(tileWidth, hashes - index * tileWidth));
}

/** The levels that a tree of `size` has tiles on, from 0 up. */
export function levelsOf(size: number): number {
  let levels = 0;
  while (Math.floor(size / tileWidth ** levels) > 0) levels++;
  return levels;
}

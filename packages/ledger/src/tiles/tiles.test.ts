import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toUtf8 } from "../bytes/utf8.ts";
import { sha256 } from "../testing/primitives.ts";
import { referenceRoot } from "../tree/tree.reference.ts";
import { encodeEntryBundle, parseEntryBundle } from "./entry-bundle.ts";
import { appendEntries, emptyEdge, headOf, listEdgeTiles, restoreEdge, type LogEdge } from "./log-edge.ts";
import { levelsOf, parseTilePath, tileWidthAt, toTilePath } from "./tile-id.ts";

const entries = Array.from({ length: 700 }, (_, i) => toUtf8(`entry ${i}`));

describe("tile paths", () => {
  it.each([
    [{ kind: "hashes", level: 0, index: 0, width: 256 }, "tile/0/000"],
    [{ kind: "hashes", level: 1, index: 1_234_067, width: 256 }, "tile/1/x001/x234/067"],
    [{ kind: "entries", level: 0, index: 1000, width: 17 }, "tile/entries/x001/000.p/17"],
    [{ kind: "hashes", level: 12, index: 5, width: 1 }, "tile/12/005.p/1"],
  ] as const)("%j is %s", (tile, path) => {
    expect(toTilePath(tile)).toBe(path);
    expect(parseTilePath(path)).toEqual(tile);
  });

  it.each([
    "tile/0/0",
    "tile/00/000",
    "tile/0/000.p/0",
    "tile/0/000.p/256",
    "tile/0/000.p/01",
    "tile/0/x000/000",
    "tile/0/001/000",
    "tile/0/x001",
    "tile/0/../000",
    "checkpoint",
    "/tile/0/000",
  ])("%s names no tile", (path) => {
    expect(parseTilePath(path)).toBeNull();
  });

  it("a tree of 70,000 has the tiles that the specification counts", () => {
    const widths = (level: number) => [tileWidthAt(level, 272, 70_000), tileWidthAt(level, 273, 70_000)];
    expect(widths(0)).toEqual([256, 112]);
    expect([tileWidthAt(1, 0, 70_000), tileWidthAt(1, 1, 70_000), tileWidthAt(2, 0, 70_000)]).toEqual([256, 17, 1]);
    expect(levelsOf(70_000)).toBe(3);
    expect(levelsOf(0)).toBe(0);
  });
});

describe("entry bundles", () => {
  it("are read back", () => {
    const some = [new Uint8Array(), toUtf8("a"), new Uint8Array(65_535).fill(1)];
    expect(parseEntryBundle(encodeEntryBundle(some), 3)).toEqual(some);
  });

  const bundle = encodeEntryBundle([toUtf8("one"), toUtf8("two")]);
  it.each([
    ["too few", bundle, 3],
    ["too many", bundle, 1],
    ["cut short", bundle.subarray(0, -1), 2],
    ["half a length", new Uint8Array([...bundle, 0]), 2],
  ])("%s: refused", (_, bytes, width) => {
    expect(parseEntryBundle(bytes, width)).toBeNull();
  });

  it("an entry past 65,535 bytes is a bug", () => {
    expect(() => encodeEntryBundle([new Uint8Array(65_536)])).toThrow(RangeError);
  });
});

describe("appending", () => {
  it("gives the tiles and the root of appending all at once, however it is cut, and after being restored from tiles", () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 300 }), { maxLength: 5 }), (cuts) => {
        const tiles = new Map<string, Uint8Array>();
        let edge: LogEdge | null = emptyEdge;
        let size = 0;
        for (const cut of cuts) {
          const next = entries.slice(size, size + cut);
          const appended = appendEntries(edge, next, sha256);
          for (const { path, bytes } of appended.tiles) {
            expect(tiles.has(path)).toBe(false);
            tiles.set(path, bytes);
          }
          size += next.length;
          edge = restoreEdge(size, tiles, sha256);
          expect(edge).toEqual(appended.edge);
          if (edge === null) return;
          expect(headOf(edge, sha256)).toEqual({ size, root: referenceRoot(entries.slice(0, size), sha256) });
        }
        for (const { path, bytes } of appendEntries(emptyEdge, entries.slice(0, size), sha256).tiles) {
          expect(tiles.get(path)).toEqual(bytes);
        }
      }),
      { seed: 8, numRuns: 40 },
    );
  });

  it("an edge is not restored from tiles that are missing or cut", () => {
    const { tiles } = appendEntries(emptyEdge, entries.slice(0, 300), sha256);
    const all = new Map(tiles.map(({ path, bytes }) => [path, bytes]));
    for (const tile of listEdgeTiles(300)) {
      const path = toTilePath(tile);
      const without = new Map(all);
      without.delete(path);
      expect(restoreEdge(300, without, sha256)).toBeNull();
      expect(
        restoreEdge(300, new Map(all).set(path, all.get(path)?.subarray(1) ?? new Uint8Array()), sha256),
      ).toBeNull();
    }
  });
});

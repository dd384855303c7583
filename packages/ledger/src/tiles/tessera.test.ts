// The sample log of transparency-dev/tessera, where it is at hand: a log that others wrote, read by us.
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { openCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import { parseVerifierKey } from "../note/verifier-key.ts";
import { sha256, verifyEd25519 } from "../testing/primitives.ts";
import { hasArchive, useArchive } from "../testing/public-archive.ts";
import { findConsistencyFault } from "../tree/consistency.ts";
import { hashLeaf } from "../tree/hashing.ts";
import { findInclusionFault } from "../tree/inclusion.ts";
import { toConsistencyRanges, toInclusionRanges, type LeafRange } from "../tree/proof-ranges.ts";
import { parseEntryBundle } from "./entry-bundle.ts";
import { headOf, listEdgeTiles, restoreEdge } from "./log-edge.ts";
import { hashRange, type TileHashes } from "./tile-hashes.ts";
import { toTilePath } from "./tile-id.ts";

const archive = "tessera-log.tar.gz";
const size = 15;

describe.skipIf(!hasArchive(archive))(
  "the Tessera sample log (set BREAKWATER_DATA to the folder that holds it)",
  () => {
    const inArchive = useArchive(archive);
    const read = (path: string): Uint8Array => new Uint8Array(readFileSync(inArchive(`tessera/testdata/log/${path}`)));
    const headAt = (at: number): Checkpoint => {
      const script = readFileSync(inArchive("tessera/testdata/build_log.sh"), "utf8");
      const key = parseVerifierKey(/LOG_PUBLIC_KEY="([^"]+)"/.exec(script)?.[1] ?? "", sha256);
      const trust = { origin: "example.com/log/testdata", keys: key === null ? [] : [key], verifyEd25519 };
      const opened = openCheckpoint(read(`checkpoint.${at}`), trust);
      if (typeof opened === "string") throw new Error(opened);
      return opened.checkpoint;
    };
    const tilesAt = (at: number): TileHashes =>
      new Map(listEdgeTiles(at).map((tile) => [toTilePath(tile), read(toTilePath(tile))]));

    it("all 16 checkpoints are signed, and each has the root of its tiles", () => {
      for (let at = 0; at <= size; at++) {
        const edge = restoreEdge(at, tilesAt(at), sha256);
        expect(edge && headOf(edge, sha256)).toEqual({ size: at, root: headAt(at).root });
      }
    });

    it("every entry is included and every older checkpoint is consistent", () => {
      const source = { size, tiles: tilesAt(size), sha256 };
      const prove = (ranges: readonly LeafRange[]) =>
        ranges.map((range) => hashRange(range, source) ?? new Uint8Array());
      const entries = parseEntryBundle(read(`tile/entries/000.p/${size}`), size) ?? [];
      expect(entries).toHaveLength(size);
      const newRoot = headAt(size).root;
      for (const [index, entry] of entries.entries()) {
        const inclusion = { leafHash: hashLeaf(entry, sha256), index, size, root: newRoot };
        expect(findInclusionFault({ ...inclusion, proof: prove(toInclusionRanges(index, size)) }, sha256)).toBeNull();
        const oldSize = index + 1;
        const consistency = { oldSize, oldRoot: headAt(oldSize).root, newSize: size, newRoot };
        const proof = prove(toConsistencyRanges(oldSize, size));
        expect(findConsistencyFault({ ...consistency, proof }, sha256)).toBeNull();
      }
    });
  },
);

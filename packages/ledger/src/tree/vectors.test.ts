// The vectors of transparency-dev/merkle, where they are at hand. Ours are in proofs.test.ts.
import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { sha256 } from "../testing/primitives.ts";
import { hasArchive, useArchive } from "../testing/public-archive.ts";
import { findConsistencyFault } from "./consistency.ts";
import { findInclusionFault } from "./inclusion.ts";

type Vector = {
  readonly wantErr: boolean;
  readonly proof: readonly string[] | null;
  readonly leafIdx: number;
  readonly treeSize: number;
  readonly leafHash: string;
  readonly root: string;
  readonly size1: number;
  readonly size2: number;
  readonly root1: string;
  readonly root2: string;
};

const archive = "merkle-vectors.tar.gz";
const decode = (text: string): Uint8Array => new Uint8Array(Buffer.from(text, "base64"));

describe.skipIf(!hasArchive(archive))("the public vectors (set BREAKWATER_DATA to the folder that holds them)", () => {
  const inArchive = useArchive(archive);
  const list = (kind: string): readonly (readonly [string, Vector])[] => {
    const folder = inArchive(`merkle/testdata/${kind}`);
    const names = globSync("**/*.json", { cwd: folder }).sort();
    return names.map((name) => [name, JSON.parse(readFileSync(join(folder, name), "utf8")) as Vector]);
  };

  it("all 98 of inclusion are judged right", () => {
    const vectors = list("inclusion");
    expect(vectors).toHaveLength(98);
    const wrong = vectors.filter(([, vector]) => {
      const proof = (vector.proof ?? []).map(decode);
      const claim = { leafHash: decode(vector.leafHash), index: vector.leafIdx, size: vector.treeSize, proof };
      return (findInclusionFault({ ...claim, root: decode(vector.root) }, sha256) !== null) !== vector.wantErr;
    });
    expect(wrong).toEqual([]);
  });

  it("all 98 of consistency are judged right", () => {
    const vectors = list("consistency");
    expect(vectors).toHaveLength(98);
    const wrong = vectors.filter(([, vector]) => {
      const claim = { oldSize: vector.size1, newSize: vector.size2, proof: (vector.proof ?? []).map(decode) };
      const roots = { oldRoot: decode(vector.root1), newRoot: decode(vector.root2) };
      return (findConsistencyFault({ ...claim, ...roots }, sha256) !== null) !== vector.wantErr;
    });
    expect(wrong).toEqual([]);
  });
});

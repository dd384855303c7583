import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sha256 } from "../testing/primitives.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { hashRange, listTilesOf, type TileSource } from "../tiles/tile-hashes.ts";
import { appendEntries, emptyEdge, headOf } from "../tiles/log-edge.ts";
import { findConsistencyFault } from "./consistency.ts";
import { hashLeaf } from "./hashing.ts";
import { findInclusionFault } from "./inclusion.ts";
import { toConsistencyRanges, toInclusionRanges, type LeafRange } from "./proof-ranges.ts";
import { referenceConsistency, referenceInclusion, referenceRoot } from "./tree.reference.ts";

const sizeMax = 600;
const leaves = Array.from({ length: sizeMax }, (_, i) => toUtf8(`leaf ${i}`));
const source: TileSource = {
  size: sizeMax,
  tiles: new Map(appendEntries(emptyEdge, leaves, sha256).tiles.map(({ path, bytes }) => [path, bytes])),
  sha256,
};
const prove = (ranges: readonly LeafRange[]) => ranges.map((range) => hashRange(range, source) ?? new Uint8Array());
const sizes = fc.integer({ min: 1, max: sizeMax });

/** Every proof with one thing wrong. */
function spoil(proof: readonly Uint8Array[]): readonly (readonly Uint8Array[])[] {
  const flipped = proof.map((hash, at) => proof.with(at, hash.with(at % 32, (hash[at % 32] ?? 0) ^ 1)));
  const dropped = proof.map((_, at) => proof.toSpliced(at, 1));
  const inserted = [...proof, new Uint8Array()].map((_, at) => proof.toSpliced(at, 0, sha256(toUtf8("extra"))));
  const swapped = proof.slice(1).map((hash, at) => proof.with(at, hash).with(at + 1, proof[at] ?? hash));
  const short = proof.map((hash, at) => proof.with(at, hash.subarray(0, 31)));
  return [...flipped, ...dropped, ...inserted, ...swapped, ...short];
}

describe("inclusion", () => {
  it("the proof of any leaf in any tree is the RFC's, verifies, and no spoilt one does", () => {
    fc.assert(
      fc.property(sizes, fc.nat(), (size, pick) => {
        const index = pick % size;
        const root = referenceRoot(leaves.slice(0, size), sha256);
        const proof = prove(toInclusionRanges(index, size));
        expect(proof).toEqual(referenceInclusion(index, leaves.slice(0, size), sha256));
        const claim = { leafHash: hashLeaf(leaves[index], sha256), index, size, root, proof };
        expect(findInclusionFault(claim, sha256)).toBeNull();
        for (const bad of spoil(proof)) expect(findInclusionFault({ ...claim, proof: bad }, sha256)).not.toBeNull();
        const other = hashLeaf(toUtf8("another"), sha256);
        expect(findInclusionFault({ ...claim, leafHash: other }, sha256)).toBe("root_differs");
        expect(findInclusionFault({ ...claim, index: index + 1 }, sha256)).not.toBeNull();
      }),
      { seed: 1, numRuns: 60 },
    );
  });

  it.each([
    ["an index past the end", { index: 1, size: 1 }],
    ["an empty tree", { index: 0, size: 0 }],
    ["a negative index", { index: -1, size: 4 }],
    ["a fraction", { index: 0.5, size: 1 }],
    ["a size past exact numbers", { index: 0, size: 2 ** 53 }],
    ["no number at all", { index: Number.NaN, size: 1 }],
  ])("%s is refused", (_, place) => {
    const leafHash = hashLeaf(new Uint8Array(), sha256);
    expect(findInclusionFault({ leafHash, root: leafHash, proof: [], ...place }, sha256)).toBe("size_out_of_range");
  });

  it("an empty leaf hash is not the root of an empty root", () => {
    const nothing = new Uint8Array();
    const claim = { leafHash: nothing, root: nothing, proof: [], index: 0, size: 1 };
    expect(findInclusionFault(claim, sha256)).toBe("malformed_proof");
  });
});

describe("consistency", () => {
  it("the proof of any two sizes is the RFC's, verifies, and no spoilt one does", () => {
    fc.assert(
      fc.property(sizes, sizes, (a, b) => {
        const [oldSize, newSize] = [Math.min(a, b), Math.max(a, b)];
        const oldRoot = referenceRoot(leaves.slice(0, oldSize), sha256);
        const newRoot = referenceRoot(leaves.slice(0, newSize), sha256);
        const proof = prove(toConsistencyRanges(oldSize, newSize));
        expect(proof).toEqual(referenceConsistency(oldSize, leaves.slice(0, newSize), { sha256 }));
        const claim = { oldSize, oldRoot, newSize, newRoot, proof };
        expect(findConsistencyFault(claim, sha256)).toBeNull();
        for (const bad of spoil(proof)) expect(findConsistencyFault({ ...claim, proof: bad }, sha256)).not.toBeNull();
        if (oldSize === newSize) return;
        expect(findConsistencyFault({ ...claim, oldRoot: newRoot }, sha256)).not.toBeNull();
        expect(findConsistencyFault({ ...claim, newRoot: oldRoot }, sha256)).not.toBeNull();
      }),
      { seed: 2, numRuns: 60 },
    );
  });

  const root = referenceRoot(leaves.slice(0, 4), sha256);
  it.each([
    ["an empty old tree, with which every tree begins", { oldSize: 0, newSize: 4, proof: [] }, "size_out_of_range"],
    ["a tree that shrank", { oldSize: 4, newSize: 3, proof: [] }, "size_out_of_range"],
    ["one size with a proof", { oldSize: 4, newSize: 4, proof: [root] }, "malformed_proof"],
    ["two sizes without one", { oldSize: 3, newSize: 4, proof: [] }, "malformed_proof"],
  ])("%s is refused", (_, { oldSize, newSize, proof }, fault) => {
    expect(findConsistencyFault({ oldSize, newSize, proof, oldRoot: root, newRoot: root }, sha256)).toBe(fault);
  });
});

it("listTilesOf() names every tile that a proof needs, and no other", () => {
  for (const [index, size] of [
    [0, 600],
    [255, 256],
    [256, 600],
    [599, 600],
    [511, 512],
  ] as const) {
    const ranges = toInclusionRanges(index, size);
    const needed = listTilesOf(ranges, sizeMax);
    expect(needed.length).toBeLessThanOrEqual(4);
    expect(needed.every(({ kind }) => kind === "hashes")).toBe(true);
  }
});

describe("the roots of the Certificate Transparency reference tree", () => {
  // The eight leaves and roots that CT implementations have tested with since 2013.
  const hex = ["", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"];
  it.each([
    [1, "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d"],
    [2, "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"],
    [3, "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77"],
    [8, "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"],
  ])("%i leaves", (size, root) => {
    const entries = hex.slice(0, size).map((text) => new Uint8Array(Buffer.from(text, "hex")));
    expect(Buffer.from(headOf(appendEntries(emptyEdge, entries, sha256).edge, sha256).root).toString("hex")).toBe(root);
  });
});

import type { Sha256 } from "../primitives.ts";
import { hashEmptyTree, hashNode } from "./hashing.ts";

/** A full subtree: `height` 0 is a leaf, `index` counts the subtrees of that height from the left. */
export type Subtree = { readonly height: number; readonly index: number; readonly hash: Uint8Array };

/**
 * The right edge of a growing tree: the roots of the full subtrees that its size is made of, largest first, one per set bit.
 * It is all that appending and the root need; nothing to its left is looked at again.
 */
export type Frontier = readonly Subtree[];

export const emptyFrontier: Frontier = [];

/** Appends one leaf. `onSubtree` hears of each full subtree that it completes, the leaf first. Cost: amortised two hashes. */
export function appendLeaf(
  frontier: Frontier,
  leafHash: Uint8Array,
  options: { readonly sha256: Sha256; readonly onSubtree?: (subtree: Subtree) => void },
): Frontier {
  const size = sizeOf(frontier);
  let subtree: Subtree = { height: 0, index: size, hash: leafHash };
  options.onSubtree?.(subtree);
  let kept = frontier.length;
  for (; kept > 0; kept--) {
    const left = frontier[kept - 1];
    if (left === undefined || left.height !== subtree.height) break;
    const hash = hashNode(left.hash, subtree.hash, options.sha256);
    subtree = { height: left.height + 1, index: left.index / 2, hash };
    options.onSubtree?.(subtree);
  }
  return [...frontier.slice(0, kept), subtree];
}

export function sizeOf(frontier: Frontier): number {
  const last = frontier.at(-1);
  return last === undefined ? 0 : (last.index + 1) * 2 ** last.height;
}

/** The root of the tree that the frontier is the edge of. Cost: a hash per set bit of the size. */
export function rootOf(frontier: Frontier, sha256: Sha256): Uint8Array {
  const last = frontier.at(-1);
  if (last === undefined) return hashEmptyTree(sha256);
  return frontier.slice(0, -1).reduceRight((right, subtree) => hashNode(subtree.hash, right, sha256), last.hash);
}

// RFC 6962 section 2.1 read aloud: the whole tree again for every question.
import type { Sha256 } from "../primitives.ts";
import { hashEmptyTree, hashLeaf, hashNode } from "./hashing.ts";

export function referenceRoot(leaves: readonly Uint8Array[], sha256: Sha256): Uint8Array {
  const [only] = leaves;
  if (only === undefined) return hashEmptyTree(sha256);
  if (leaves.length === 1) return hashLeaf(only, sha256);
  const split = splitOf(leaves.length);
  return hashNode(referenceRoot(leaves.slice(0, split), sha256), referenceRoot(leaves.slice(split), sha256), sha256);
}

/** PATH(m, D[n]) */
export function referenceInclusion(m: number, leaves: readonly Uint8Array[], sha256: Sha256): readonly Uint8Array[] {
  if (leaves.length <= 1) return [];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return m < split
    ? [...referenceInclusion(m, left, sha256), referenceRoot(right, sha256)]
    : [...referenceInclusion(m - split, right, sha256), referenceRoot(left, sha256)];
}

/** SUBPROOF(m, D[n], b) */
export function referenceConsistency(
  m: number,
  leaves: readonly Uint8Array[],
  { sha256, isWhole = true }: { readonly sha256: Sha256; readonly isWhole?: boolean },
): readonly Uint8Array[] {
  if (m === leaves.length) return isWhole ? [] : [referenceRoot(leaves, sha256)];
  const split = splitOf(leaves.length);
  const [left, right] = [leaves.slice(0, split), leaves.slice(split)];
  return m <= split
    ? [...referenceConsistency(m, left, { sha256, isWhole }), referenceRoot(right, sha256)]
    : [...referenceConsistency(m - split, right, { sha256, isWhole: false }), referenceRoot(left, sha256)];
}

function splitOf(n: number): number {
  let split = 1;
  while (split * 2 < n) split *= 2;
  return split;
}

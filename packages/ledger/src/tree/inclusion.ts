import { isEqualBytes } from "../bytes/bytes.ts";
import type { Sha256 } from "../primitives.ts";
import { hashBytes, hashNode } from "./hashing.ts";
import { half, isSize, type ProofFault } from "./proof-fault.ts";

export type InclusionClaim = {
  readonly leafHash: Uint8Array;
  /** From 0. */
  readonly index: number;
  readonly size: number;
  readonly root: Uint8Array;
  /** From the leaf's sibling upwards. */
  readonly proof: readonly Uint8Array[];
};

/**
 * Why a proof does not show that the leaf is at `index` of the tree of `size` leaves under `root`; null where it does.
 *
 * The algorithm of RFC 9162 section 2.1.3.2, and stricter: every hash has 32 bytes, and sizes are exact integers.
 * Cost: one hash per element of the proof, of which more than 53 are refused by the sizes.
 */
export function findInclusionFault(claim: InclusionClaim, sha256: Sha256): ProofFault | null {
  const { leafHash, index, size, root, proof } = claim;
  if (!isSize(index) || !isSize(size) || index >= size) return "size_out_of_range";
  if (leafHash.length !== hashBytes || proof.some((hash) => hash.length !== hashBytes)) return "malformed_proof";
  let [node, last] = [index, size - 1];
  let hash = leafHash;
  for (const sibling of proof) {
    if (last === 0) return "malformed_proof";
    if (node % 2 === 1 || node === last) {
      hash = hashNode(sibling, hash, sha256);
      // A node at the right edge without a sibling of its own rises until it has one.
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      hash = hashNode(hash, sibling, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) return "malformed_proof";
  return isEqualBytes(hash, root) ? null : "root_differs";
}

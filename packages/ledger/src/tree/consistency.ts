import { isEqualBytes } from "../bytes/bytes.ts";
import type { Sha256 } from "../primitives.ts";
import { hashBytes, hashNode } from "./hashing.ts";
import { half, isSize, type ProofFault } from "./proof-fault.ts";

export type ConsistencyClaim = {
  readonly oldSize: number;
  readonly oldRoot: Uint8Array;
  readonly newSize: number;
  readonly newRoot: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

/**
 * Why a proof does not show that the new tree begins with the whole of the old one; null where it does.
 *
 * The algorithm of RFC 9162 section 2.1.4.2, and stricter: an empty old tree is refused, because every tree begins with it and
 * the answer would look like a proof of something; trees of one size need equal roots and an empty proof.
 * Cost: two hashes per element of the proof.
 */
export function findConsistencyFault(claim: ConsistencyClaim, sha256: Sha256): ProofFault | null {
  const { oldSize, oldRoot, newSize, newRoot, proof } = claim;
  if (!isSize(oldSize) || !isSize(newSize) || oldSize === 0 || oldSize > newSize) return "size_out_of_range";
  if (proof.some((hash) => hash.length !== hashBytes)) return "malformed_proof";
  if (oldSize === newSize) {
    if (proof.length > 0) return "malformed_proof";
    return isEqualBytes(oldRoot, newRoot) ? null : "root_differs";
  }
  if (proof.length === 0) return "malformed_proof";

  let [node, last] = [oldSize - 1, newSize - 1];
  while (node % 2 === 1) [node, last] = [half(node), half(last)];
  // An old tree that is a full subtree of the new one is its own first hash, which the proof then leaves out.
  const seed = node === 0 ? oldRoot : proof[0];
  const rest = node === 0 ? proof : proof.slice(1);
  if (seed === undefined || seed.length !== hashBytes) return "malformed_proof";

  let [oldHash, newHash] = [seed, seed];
  for (const sibling of rest) {
    if (last === 0) return "malformed_proof";
    if (node % 2 === 1 || node === last) {
      oldHash = hashNode(sibling, oldHash, sha256);
      newHash = hashNode(sibling, newHash, sha256);
      while (node % 2 === 0 && node !== 0) [node, last] = [half(node), half(last)];
    } else {
      newHash = hashNode(newHash, sibling, sha256);
    }
    [node, last] = [half(node), half(last)];
  }
  if (last !== 0) return "malformed_proof";
  return isEqualBytes(oldHash, oldRoot) && isEqualBytes(newHash, newRoot) ? null : "root_differs";
}

import { concatBytes } from "../bytes/bytes.ts";
import type { Sha256 } from "../primitives.ts";

/** Bytes of a SHA-256 hash. */
export const hashBytes = 32;

/** RFC 6962 section 2.1: the prefixes keep a leaf from being passed off as a node, and a node as a leaf. */
const leafPrefix = new Uint8Array([0]);
const nodePrefix = new Uint8Array([1]);

export function hashLeaf(data: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes([leafPrefix, data]));
}

export function hashNode(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  return sha256(concatBytes([nodePrefix, left, right]));
}

/** The root of a tree without leaves. */
export function hashEmptyTree(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

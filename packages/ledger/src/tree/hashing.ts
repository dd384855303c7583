import type { Sha256 } from "../primitives.ts";

/** Bytes of a SHA-256 hash. */
export const hashBytes = 32;

/** RFC 6962 section 2.1: the prefixes keep a leaf from being passed off as a node, and a node as a leaf. */
const leafPrefix = 0;
const nodePrefix = 1;

export function hashLeaf(data: Uint8Array, sha256: Sha256): Uint8Array {
  const bytes = new Uint8Array(data.length + 1);
  bytes[0] = leafPrefix;
  bytes.set(data, 1);
  return sha256(bytes);
}

/** Both hashes have 32 bytes. */
export function hashNode(left: Uint8Array, right: Uint8Array, sha256: Sha256): Uint8Array {
  if (left.length !== hashBytes || right.length !== hashBytes)
    throw new RangeError("A node has two hashes of 32 bytes.");
  node.set(left, 1);
  node.set(right, hashBytes + 1);
  return sha256(node);
}

/** What a node is the hash of. One for all: a proof in a large log takes hundreds, and none is needed twice. */
const node: Uint8Array = new Uint8Array([nodePrefix, ...new Uint8Array(2 * hashBytes)]);

/** The root of a tree without leaves. */
export function hashEmptyTree(sha256: Sha256): Uint8Array {
  return sha256(new Uint8Array(0));
}

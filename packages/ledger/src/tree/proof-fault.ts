/** Why a proof proves nothing. */
export type ProofFault =
  /** A size or an index that no tree has, or a tree that is too small for what is claimed of it. */
  | "size_out_of_range"
  /** Too few or too many hashes, or one that is not 32 bytes long. */
  | "malformed_proof"
  /** The hashes lead to another root. */
  | "root_differs";

/** Sizes and indices are exact integers; past 2^53 JavaScript's numbers are not. */
export function isSize(value: number): boolean {
  return Number.isSafeInteger(value) && value >= 0;
}

/** `>>> 1` for numbers past 32 bits. */
export function half(value: number): number {
  return Math.floor(value / 2);
}

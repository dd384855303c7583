import type { ProofFault } from "../tree/proof-fault.ts";

/** Why a bundle proves nothing. */
export type BundleFaultKind =
  /** Not a zip that we write. */
  | "malformed_zip"
  /** A file is missing, or one is there that the description does not know, or the description cannot be read. */
  | "wrong_files"
  /** The manifest does not have the hashes of the files. */
  | "wrong_manifest"
  | "malformed_key"
  /** The log's keys are others than those that were given. */
  | "untrusted_key"
  /** A key was passed on without the signatures and the proof that this takes. */
  | "broken_rotation"
  | "malformed_checkpoint"
  | "foreign_origin"
  /** No signature by the key that signed at this size. */
  | "bad_signature"
  | "malformed_entry"
  | "malformed_proof"
  /** The entry is not in the log, or not at this place. */
  | "not_included"
  /** An older checkpoint is not a beginning of the log. */
  | "inconsistent"
  /** Payload or salt are not those that were committed to. */
  | "wrong_payload"
  /** Erased, without an entry that says so. */
  | "unlogged_erasure"
  /** An outside checkpoint of the same size has another root: two histories were shown. */
  | "split_view"
  /** The bundle has no proof that reaches the outside checkpoint. */
  | "outside_unreachable";

export type BundleFault = {
  readonly kind: BundleFaultKind;
  /** The file or outside checkpoint that it was found in. */
  readonly where: string;
  readonly proof?: ProofFault;
};

export type Checked<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly fault: BundleFault };

export function pass<T>(value: T): Checked<T> {
  return { ok: true, value };
}

export function fail(
  kind: BundleFaultKind,
  where: string,
  proof?: ProofFault,
): { readonly ok: false; readonly fault: BundleFault } {
  return { ok: false, fault: proof === undefined ? { kind, where } : { kind, where, proof } };
}

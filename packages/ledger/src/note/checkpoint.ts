import { parseBase64, toBase64 } from "../bytes/base64.ts";
import type { VerifyEd25519 } from "../primitives.ts";
import { hashBytes } from "../tree/hashing.ts";
import { listNoteSigners, parseNote, signNote, type NoteSigner } from "./signed-note.ts";
import type { VerifierKey } from "./verifier-key.ts";

/** The head of a log at one size (C2SP tlog-checkpoint). */
export type Checkpoint = {
  /** Which log: a name that no other log has, such as `forum.example/ledger`. */
  readonly origin: string;
  readonly size: number;
  readonly root: Uint8Array;
};

export type CheckpointFault = "malformed_checkpoint" | "foreign_origin" | "not_signed_by_a_known_key";

/** The signed bytes of a checkpoint. */
export function signCheckpoint(checkpoint: Checkpoint, signers: readonly NoteSigner[]): Uint8Array {
  return signNote(formatCheckpointText(checkpoint), signers);
}

/** The three lines that are signed. */
export function formatCheckpointText({ origin, size, root }: Checkpoint): string {
  return `${origin}\n${size}\n${toBase64(root)}\n`;
}

/** What a note says it is the head of, or null where it says nothing of the kind. No signature is looked at. */
export function parseCheckpoint(bytes: Uint8Array): Checkpoint | null {
  const note = parseNote(bytes);
  if (note === null) return null;
  const [origin = "", digits = "", encoded = "", ...rest] = note.text.split("\n");
  // Behind the last newline stands an empty string; extension lines, where there are any, are not empty.
  if (origin === "" || rest.pop() !== "" || rest.includes("")) return null;
  const size = parseDecimal(digits);
  const root = parseBase64(encoded);
  if (size === null || root === null || root.length !== hashBytes) return null;
  return { origin, size, root };
}

export type OpenedCheckpoint = { readonly checkpoint: Checkpoint; readonly signers: readonly VerifierKey[] };

/** A checkpoint of the log `origin` with those of `keys` that signed it, at least one; or why there is none. */
export function openCheckpoint(
  bytes: Uint8Array,
  trust: { readonly origin: string; readonly keys: readonly VerifierKey[]; readonly verifyEd25519: VerifyEd25519 },
): OpenedCheckpoint | CheckpointFault {
  const note = parseNote(bytes);
  const checkpoint = parseCheckpoint(bytes);
  if (note === null || checkpoint === null) return "malformed_checkpoint";
  if (checkpoint.origin !== trust.origin) return "foreign_origin";
  const signers = listNoteSigners(note, trust.keys, trust.verifyEd25519);
  return signers.length === 0 ? "not_signed_by_a_known_key" : { checkpoint, signers };
}

/** A whole number without sign or leading zero that JavaScript can hold exactly. */
export function parseDecimal(digits: string): number | null {
  if (!/^(?:0|[1-9]\d{0,15})$/.test(digits)) return null;
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : null;
}

import { isEqualBytes } from "../bytes/bytes.ts";
import { parseEntry, type Entry } from "../entry/entry.ts";
import { parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
import { parseVerifierKey } from "../note/verifier-key.ts";
import type { VerifierPrimitives } from "../primitives.ts";
import { findConsistencyFault } from "../tree/consistency.ts";
import { hashLeaf } from "../tree/hashing.ts";
import { findInclusionFault } from "../tree/inclusion.ts";
import { checkCheckpoint, checkRotation, type KeyPeriod, type Rotation } from "./check-keys.ts";
import { fail, pass, type Checked } from "./checked.ts";

/** The head of a log as it publishes it, and the keys by which it was signed, oldest first. */
export type PublishedHead = {
  /** Signed note. */
  readonly checkpoint: Uint8Array;
  /** Verifier key that the log began with. */
  readonly firstKey: string;
  readonly rotations: readonly Rotation[];
};

/** A head that was judged: what it says, and the keys that hold for it. */
export type JudgedHead = { readonly checkpoint: Checkpoint; readonly keys: readonly KeyPeriod[] };

/** For whoever reads a log piece by piece, as over HTTP: the keys pass trust on to one another, and the newest signed the checkpoint. */
export function judgeHead(
  { checkpoint, firstKey, rotations }: PublishedHead,
  primitives: VerifierPrimitives,
): Checked<JudgedHead> {
  const first = parseVerifierKey(firstKey, primitives.sha256);
  if (first === null) return fail("malformed_key", "keys");
  const origin = parseCheckpoint(checkpoint)?.origin;
  if (origin === undefined) return fail("malformed_checkpoint", "checkpoint");
  const keys: KeyPeriod[] = [{ key: first, from: 0 }];
  for (const rotation of rotations) {
    const held = keys.at(-1)?.key ?? first;
    const where = `entry ${rotation.sequence}`;
    const next = checkRotation({ ...rotation, where }, { held, origin, primitives });
    if (!next.ok) return next;
    keys.push(next.value);
  }
  const opened = checkCheckpoint(checkpoint, "checkpoint", { origin, periods: keys, primitives });
  return opened.ok ? pass({ checkpoint: opened.value.checkpoint, keys }) : opened;
}

/** The leaf's bytes are entry `sequence` of the log under this head. `proof`: RFC 6962, the leaf's sibling first. */
export function judgeEntry(
  { checkpoint: { size, root } }: JudgedHead,
  {
    sequence,
    leaf,
    proof,
  }: { readonly sequence: number; readonly leaf: Uint8Array; readonly proof: readonly Uint8Array[] },
  { sha256 }: Pick<VerifierPrimitives, "sha256">,
): Checked<Entry> {
  const where = `entry ${sequence}`;
  const entry = parseEntry(leaf);
  if (entry === null || entry.sequence !== sequence) return fail("malformed_entry", where);
  const fault = findInclusionFault({ leafHash: hashLeaf(leaf, sha256), index: sequence, size, root, proof }, sha256);
  return fault === null ? pass(entry) : fail("not_included", where, fault);
}

/**
 * A checkpoint that was kept is one of this log, and the log under this head begins with the whole of it. `proof`: RFC 6962, from its size
 * to the head's; null: there is none to be had. A kept one that is larger than the head says that the log has lost entries.
 */
export function judgeKept(
  { checkpoint: head, keys }: JudgedHead,
  { note, proof }: { readonly note: Uint8Array; readonly proof: readonly Uint8Array[] | null },
  primitives: VerifierPrimitives,
): Checked<Checkpoint> {
  const where = "kept checkpoint";
  const opened = checkCheckpoint(note, where, { origin: head.origin, periods: keys, primitives });
  if (!opened.ok) return opened;
  const kept = opened.value.checkpoint;
  if (kept.size === head.size) return isEqualBytes(kept.root, head.root) ? pass(kept) : fail("split_view", where);
  if (proof === null || kept.size > head.size) return fail("outside_unreachable", where);
  const sizes = { oldSize: kept.size, oldRoot: kept.root, newSize: head.size, newRoot: head.root };
  const fault = findConsistencyFault({ ...sizes, proof }, primitives.sha256);
  return fault === null ? pass(kept) : fail("inconsistent", where, fault);
}

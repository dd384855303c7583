import { isEqualBytes } from "../bytes/bytes.ts";
import { bundlePaths } from "../bundle/layout.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import { parseConsistencyProof } from "../note/consistency-proof.ts";
import type { VerifierPrimitives } from "../primitives.ts";
import { findConsistencyFault } from "../tree/consistency.ts";
import { checkCheckpoint, type KeyPeriod } from "./check-keys.ts";
import { fileAt, type OpenedBundle } from "./check-files.ts";
import { fail, pass, type Checked } from "./checked.ts";

export type HistoryTrust = {
  readonly origin: string;
  readonly periods: readonly KeyPeriod[];
  readonly primitives: VerifierPrimitives;
};

/** The older checkpoints of the bundle: each was signed in its time, and the log still begins with it. */
export function checkOlder(
  { files, description }: OpenedBundle,
  head: Checkpoint,
  trust: HistoryTrust,
): Checked<readonly Checkpoint[]> {
  const older: Checkpoint[] = [];
  for (const size of description.older) {
    const path = bundlePaths.olderCheckpoint(size);
    const opened = checkCheckpoint(fileAt(files, path), path, trust);
    if (!opened.ok) return opened;
    const { checkpoint } = opened.value;
    const proof = parseConsistencyProof(fileAt(files, bundlePaths.olderProof(size)));
    if (proof === null || proof.oldSize !== size || proof.newSize !== head.size) {
      return fail("malformed_proof", bundlePaths.olderProof(size));
    }
    if (checkpoint.size !== size) return fail("malformed_checkpoint", path);
    const claim = {
      oldSize: size,
      oldRoot: checkpoint.root,
      newSize: head.size,
      newRoot: head.root,
      proof: proof.proof,
    };
    const fault = findConsistencyFault(claim, trust.primitives.sha256);
    if (fault !== null) return fail("inconsistent", bundlePaths.olderProof(size), fault);
    older.push(checkpoint);
  }
  return pass(older);
}

/**
 * A checkpoint that somebody outside kept: signed by this log, and a state that the log went through. This is the only check
 * that the holder of the key cannot pass after rewriting what stands below it.
 */
export function checkOutside(
  outside: { readonly name: string; readonly bytes: Uint8Array },
  known: readonly Checkpoint[],
  trust: HistoryTrust,
): Checked<Checkpoint> {
  const opened = checkCheckpoint(outside.bytes, outside.name, trust);
  if (!opened.ok) return opened;
  const { checkpoint } = opened.value;
  const same = known.find(({ size }) => size === checkpoint.size);
  if (same === undefined) return fail("outside_unreachable", outside.name);
  return isEqualBytes(same.root, checkpoint.root) ? pass(checkpoint) : fail("split_view", outside.name);
}

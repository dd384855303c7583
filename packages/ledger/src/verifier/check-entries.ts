import { isEqualBytes } from "../bytes/bytes.ts";
import { bundlePaths, type PayloadWord } from "../bundle/layout.ts";
import { parseEntry, type Entry } from "../entry/entry.ts";
import { ownTypes } from "../entry/facts.ts";
import { commitPayload, secretBytes } from "../entry/payload.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import { parseLogProof } from "../note/log-proof.ts";
import type { Sha256 } from "../primitives.ts";
import { hashLeaf } from "../tree/hashing.ts";
import { findInclusionFault } from "../tree/inclusion.ts";
import { fileAt, type OpenedBundle } from "./check-files.ts";
import { fail, pass, type Checked } from "./checked.ts";

/** An entry that is proven to be in the log, and what is known of its payload. */
export type ProvenEntry = { readonly entry: Entry; readonly payload: PayloadWord };

/** Every entry of the bundle stands in the log at its place, and every payload is the one that it committed to. */
export function checkEntries(
  bundle: OpenedBundle,
  checkpoint: Checkpoint,
  sha256: Sha256,
): Checked<readonly ProvenEntry[]> {
  const proven: ProvenEntry[] = [];
  for (const { sequence, payload } of bundle.description.entries) {
    const checked = checkInclusion(bundle, { sequence, checkpoint, sha256 });
    if (!checked.ok) return checked;
    const entry = checked.value;
    if ((payload === "none") !== (entry.commitment === undefined))
      return fail("wrong_payload", bundlePaths.entry(sequence));
    if (payload === "present" && !isOpened(bundle, entry, sha256)) {
      return fail("wrong_payload", bundlePaths.payload(sequence));
    }
    proven.push({ entry, payload });
  }
  const erasures = new Set(proven.flatMap(({ entry }) => (entry.type === ownTypes.payloadErased ? [entry.about] : [])));
  const unlogged = proven.find(({ entry, payload }) => payload === "erased" && !erasures.has(entry.sequence));
  return unlogged === undefined ? pass(proven) : fail("unlogged_erasure", bundlePaths.entry(unlogged.entry.sequence));
}

type Place = { readonly sequence: number; readonly checkpoint: Checkpoint; readonly sha256: Sha256 };

function checkInclusion({ files }: OpenedBundle, { sequence, checkpoint, sha256 }: Place): Checked<Entry> {
  const bytes = fileAt(files, bundlePaths.entry(sequence));
  const entry = parseEntry(bytes);
  if (entry === null || entry.sequence !== sequence) return fail("malformed_entry", bundlePaths.entry(sequence));
  const path = bundlePaths.proof(sequence);
  const proof = parseLogProof(fileAt(files, path));
  const isOurs = proof !== null && isEqualBytes(proof.checkpoint, fileAt(files, bundlePaths.checkpoint));
  if (proof === null || !isOurs || proof.index !== sequence) return fail("malformed_proof", path);
  const { size, root } = checkpoint;
  const claim = { leafHash: hashLeaf(bytes, sha256), index: sequence, size, root, proof: proof.proof };
  const fault = findInclusionFault(claim, sha256);
  return fault === null ? pass(entry) : fail("not_included", path, fault);
}

function isOpened({ files }: OpenedBundle, { sequence, commitment }: Entry, sha256: Sha256): boolean {
  const payload = fileAt(files, bundlePaths.payload(sequence));
  const salt = fileAt(files, bundlePaths.salt(sequence));
  if (commitment === undefined || salt.length !== secretBytes) return false;
  return isEqualBytes(commitPayload(payload, salt, sha256), commitment);
}

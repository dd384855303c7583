import { parseUtf8 } from "../bytes/utf8.ts";
import { bundlePaths } from "../bundle/layout.ts";
import { parseEntry } from "../entry/entry.ts";
import { ownTypes } from "../entry/facts.ts";
import { openCheckpoint, type OpenedCheckpoint } from "../note/checkpoint.ts";
import { parseLogProof } from "../note/log-proof.ts";
import { isSameKey, keyTextBytesMax, parseVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
import type { VerifierPrimitives } from "../primitives.ts";
import { hashLeaf } from "../tree/hashing.ts";
import { findInclusionFault } from "../tree/inclusion.ts";
import { fileAt, type OpenedBundle } from "./check-files.ts";
import { fail, pass, type Checked } from "./checked.ts";

/** A key and the smallest size of a checkpoint that it signs. Its time ends with the size at which the next one's begins. */
export type KeyPeriod = { readonly key: VerifierKey; readonly from: number };

/**
 * The keys of the log, oldest first. Each passes trust on to the next by a checkpoint that both signed and that has the logged
 * rotation as its last entry. At least one of them must be among those that the reader trusts, where any are given: a chain
 * cannot be forged to run through a key whose holder did not sign its links.
 */
export function checkKeys(
  { files, description }: OpenedBundle,
  trusted: readonly VerifierKey[],
  primitives: VerifierPrimitives,
): Checked<readonly KeyPeriod[]> {
  const held = fileAt(files, bundlePaths.firstKey);
  const text = held.length > keyTextBytesMax ? null : parseUtf8(held);
  const first = text?.endsWith("\n") ? parseVerifierKey(text.slice(0, -1), primitives.sha256) : null;
  if (first === null) return fail("malformed_key", bundlePaths.firstKey);
  const periods: KeyPeriod[] = [{ key: first, from: 0 }];
  for (const sequence of description.rotations) {
    const entry = files.get(bundlePaths.entry(sequence));
    const path = bundlePaths.rotation(sequence);
    if (entry === undefined) return fail("broken_rotation", path);
    const held = periods.at(-1)?.key ?? first;
    const rotation = { sequence, entry, proof: fileAt(files, path), where: path };
    const next = checkRotation(rotation, { held, origin: description.origin, primitives });
    if (!next.ok) return next;
    periods.push(next.value);
  }
  const isTrusted = periods.some(({ key }) => trusted.some((known) => isSameKey(known, key)));
  return trusted.length === 0 || isTrusted ? pass(periods) : fail("untrusted_key", bundlePaths.firstKey);
}

/** The entry that names the next key, as its leaf's bytes, and the tlog-proof of it. */
export type Rotation = { readonly sequence: number; readonly entry: Uint8Array; readonly proof: Uint8Array };

/** The key that a rotation hands the log over to: both keys signed the checkpoint that has it as its last entry. */
export function checkRotation(
  { sequence, entry: bytes, proof, where }: Rotation & { readonly where: string },
  trust: { readonly held: VerifierKey; readonly origin: string; readonly primitives: VerifierPrimitives },
): Checked<KeyPeriod> {
  const { held, origin, primitives } = trust;
  const link = parseLogProof(proof);
  const entry = parseEntry(bytes);
  if (entry === null || link === null || entry.type !== ownTypes.keyRotated) return fail("broken_rotation", where);
  const next = parseVerifierKey(entry.key ?? "", primitives.sha256);
  if (next === null || isSameKey(held, next)) return fail("broken_rotation", where);
  const opened = openCheckpoint(link.checkpoint, { ...primitives, origin, keys: [held, next] });
  if (typeof opened === "string" || opened.signers.length !== 2) return fail("broken_rotation", where);
  const { size, root } = opened.checkpoint;
  const claim = { leafHash: hashLeaf(bytes, primitives.sha256), index: sequence, size, root, proof: link.proof };
  const fault = findInclusionFault(claim, primitives.sha256);
  if (size !== sequence + 1 || link.index !== sequence || fault !== null) return fail("broken_rotation", where);
  return pass({ key: next, from: size });
}

/** A checkpoint that the key of its time signed. At the size of a rotation that is the old key or the new one. */
export function checkCheckpoint(
  bytes: Uint8Array,
  where: string,
  trust: { readonly origin: string; readonly periods: readonly KeyPeriod[]; readonly primitives: VerifierPrimitives },
): Checked<OpenedCheckpoint> {
  const keys = trust.periods.map(({ key }) => key);
  const opened = openCheckpoint(bytes, { ...trust.primitives, origin: trust.origin, keys });
  if (opened === "malformed_checkpoint" || opened === "foreign_origin") return fail(opened, where);
  if (opened === "not_signed_by_a_known_key") return fail("bad_signature", where);
  const { size } = opened.checkpoint;
  const isInTime = trust.periods.some(({ key, from }, i) => {
    const until = trust.periods[i + 1]?.from ?? Number.POSITIVE_INFINITY;
    return from <= size && size <= until && opened.signers.includes(key);
  });
  return isInTime ? pass(opened) : fail("bad_signature", where);
}

import { isEqualBytes } from "../bytes/bytes.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { bundlePaths } from "../bundle/layout.ts";
import type { Files } from "../bundle/zip.ts";
import type { Checkpoint } from "../note/checkpoint.ts";
import { toPublicKeyPem } from "../note/public-key-pem.ts";
import { signatureOf } from "../note/signed-note.ts";
import type { VerifierKey } from "../note/verifier-key.ts";
import type { VerifierPrimitives } from "../primitives.ts";
import { checkEntries, type ProvenEntry } from "./check-entries.ts";
import { checkFiles, fileAt } from "./check-files.ts";
import { checkOlder, checkOutside, type HistoryTrust } from "./check-history.ts";
import { checkCheckpoint, checkKeys, type KeyPeriod } from "./check-keys.ts";
import { fail, pass, type Checked } from "./checked.ts";

export type VerifyOptions = VerifierPrimitives & {
  /** Keys that the reader has from elsewhere. With none, the bundle's own is taken, and the report says so. */
  readonly trustedKeys?: readonly VerifierKey[];
  /** Checkpoints that were kept outside. `name` is for messages. */
  readonly outside?: readonly { readonly name: string; readonly bytes: Uint8Array }[];
};

/** What a bundle proves. */
export type BundleReport = {
  readonly checkpoint: Checkpoint;
  readonly keys: readonly KeyPeriod[];
  /** Whether one of the keys is known from outside of the bundle. */
  readonly isKeyTrusted: boolean;
  readonly entries: readonly ProvenEntry[];
  readonly older: readonly Checkpoint[];
  /** Below this size nothing can have been rewritten since the outside checkpoints were given out; 0 without any. */
  readonly fixedBelow: number;
  /** Timestamps that the bundle brings, for somebody who reads ASN.1 to judge: over `checkpoint`, byte for byte. */
  readonly timestamps: readonly StampedCheckpoint[];
};

export type StampedCheckpoint = {
  readonly size: number;
  readonly checkpoint: Uint8Array;
  readonly response: Uint8Array;
  /** Certificates in PEM, as the bundle brings them: not a reason to trust. */
  readonly chain: Uint8Array;
};

/**
 * Judges a bundle, in the order of the protocol: files, keys, checkpoint, entries and payloads, history, outside checkpoints.
 * The first thing wrong is told and ends it; there is no partial success. Cost: linear in the bundle.
 */
export function verifyBundle(zip: Uint8Array, options: VerifyOptions): Checked<BundleReport> {
  const primitives: VerifierPrimitives = options;
  const bundle = checkFiles(zip, primitives.sha256);
  if (!bundle.ok) return bundle;
  const { files, description } = bundle.value;

  const keys = checkKeys(bundle.value, options.trustedKeys ?? [], primitives);
  if (!keys.ok) return keys;
  const trust = { origin: description.origin, periods: keys.value, primitives };

  const head = checkHead(files, trust);
  if (!head.ok) return head;
  const checkpoint = head.value;
  if (checkpoint.size !== description.size) return fail("wrong_files", bundlePaths.description);

  const entries = checkEntries(bundle.value, checkpoint, primitives.sha256);
  if (!entries.ok) return entries;

  const older = checkOlder(bundle.value, checkpoint, trust);
  if (!older.ok) return older;
  const rotated = trust.periods
    .slice(1)
    .find(({ from }) => from !== checkpoint.size && !description.older.includes(from));
  if (rotated !== undefined) return fail("broken_rotation", bundlePaths.rotation(rotated.from - 1));

  let fixedBelow = 0;
  for (const outside of options.outside ?? []) {
    const checked = checkOutside(outside, [...older.value, checkpoint], trust);
    if (!checked.ok) return checked;
    fixedBelow = Math.max(fixedBelow, checked.value.size);
  }
  const stamps = listStamps(bundle.value.description.timestamps, files, checkpoint.size);
  if (!stamps.ok) return stamps;
  return pass({
    checkpoint,
    keys: keys.value,
    isKeyTrusted: (options.trustedKeys ?? []).length > 0,
    entries: entries.value,
    older: older.value,
    fixedBelow,
    timestamps: stamps.value,
  });
}

/** The checkpoint, signed by the newest key. The copies for openssl must say the same as the note. */
function checkHead(files: Files, trust: HistoryTrust): Checked<Checkpoint> {
  const opened = checkCheckpoint(fileAt(files, bundlePaths.checkpoint), bundlePaths.checkpoint, trust);
  if (!opened.ok) return opened;
  const current = trust.periods.at(-1)?.key;
  if (current === undefined || !opened.value.signers.includes(current))
    return fail("bad_signature", bundlePaths.checkpoint);
  if (!isEqualBytes(fileAt(files, bundlePaths.currentKey), toUtf8(toPublicKeyPem(current)))) {
    return fail("malformed_key", bundlePaths.currentKey);
  }
  const signature = signatureOf(fileAt(files, bundlePaths.checkpoint), current);
  if (!isEqualBytes(fileAt(files, bundlePaths.signature), signature))
    return fail("bad_signature", bundlePaths.signature);
  return pass(opened.value.checkpoint);
}

function listStamps(
  lines: readonly { readonly size: number; readonly authority: number }[],
  files: Files,
  size: number,
): Checked<readonly StampedCheckpoint[]> {
  const stamps: StampedCheckpoint[] = [];
  for (const line of lines) {
    const path = bundlePaths.timestamp(line.size, line.authority);
    const checkpoint = files.get(line.size === size ? bundlePaths.checkpoint : bundlePaths.olderCheckpoint(line.size));
    if (checkpoint === undefined) return fail("wrong_files", path);
    const chain = fileAt(files, bundlePaths.timestampChain(line.size, line.authority));
    stamps.push({ size: line.size, checkpoint, response: fileAt(files, path), chain });
  }
  return pass(stamps);
}

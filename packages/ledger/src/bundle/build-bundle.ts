import { toUtf8 } from "../bytes/utf8.ts";
import { formatConsistencyProof } from "../note/consistency-proof.ts";
import { formatLogProof } from "../note/log-proof.ts";
import { signatureOf } from "../note/signed-note.ts";
import { toPublicKeyPem } from "../note/public-key-pem.ts";
import { formatVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
import type { Sha256 } from "../primitives.ts";
import { encodeDescription } from "./description.ts";
import { bundlePaths, type BundleDescription, type PayloadWord } from "./layout.ts";
import { formatManifest } from "./manifest.ts";
import { bundleReadme } from "./readme.ts";
import { writeZip } from "./zip.ts";

/** Everything that goes into a bundle, already proven. */
export type BundleParts = {
  readonly origin: string;
  readonly size: number;
  readonly checkpoint: Uint8Array;
  readonly firstKey: VerifierKey;
  /** The key that signed `checkpoint`. */
  readonly currentKey: VerifierKey;
  /** By sequence, rising, each once. */
  readonly entries: readonly BundledEntry[];
  readonly older: readonly OlderCheckpoint[];
  /** Proofs that the key was rotated, with the checkpoint that both keys signed. */
  readonly rotations: readonly { readonly sequence: number; readonly proof: Uint8Array }[];
  readonly timestamps: readonly BundledTimestamp[];
};

export type BundledEntry = {
  readonly sequence: number;
  readonly entry: Uint8Array;
  readonly proof: readonly Uint8Array[];
  readonly payload: PayloadWord;
  /** With `payload: "present"` only. */
  readonly opening?: { readonly payload: Uint8Array; readonly salt: Uint8Array };
};

export type OlderCheckpoint = {
  readonly size: number;
  readonly checkpoint: Uint8Array;
  readonly proof: readonly Uint8Array[];
};

export type BundledTimestamp = {
  readonly size: number;
  readonly authority: number;
  readonly response: Uint8Array;
  readonly chain: Uint8Array;
};

/** The bundle as a zip. The same parts give the same bytes. */
export function buildBundle(parts: BundleParts, sha256: Sha256): Uint8Array {
  const files = new Map<string, Uint8Array>([
    [bundlePaths.description, encodeDescription(describe(parts))],
    [bundlePaths.readme, toUtf8(bundleReadme.en(parts))],
    [bundlePaths.readmeChinese, toUtf8(bundleReadme.zh(parts))],
    [bundlePaths.checkpoint, parts.checkpoint],
    [bundlePaths.signature, signatureOf(parts.checkpoint, parts.currentKey)],
    [bundlePaths.firstKey, toUtf8(`${formatVerifierKey(parts.firstKey)}\n`)],
    [bundlePaths.currentKey, toUtf8(toPublicKeyPem(parts.currentKey))],
  ]);
  for (const { sequence, entry, proof, opening } of parts.entries) {
    files.set(bundlePaths.entry(sequence), entry);
    files.set(bundlePaths.proof(sequence), formatLogProof({ index: sequence, proof, checkpoint: parts.checkpoint }));
    if (opening === undefined) continue;
    files.set(bundlePaths.payload(sequence), opening.payload);
    files.set(bundlePaths.salt(sequence), opening.salt);
  }
  for (const { size, checkpoint, proof } of parts.older) {
    files.set(bundlePaths.olderCheckpoint(size), checkpoint);
    files.set(bundlePaths.olderProof(size), formatConsistencyProof({ oldSize: size, newSize: parts.size, proof }));
  }
  for (const { sequence, proof } of parts.rotations) files.set(bundlePaths.rotation(sequence), proof);
  for (const { size, authority, response, chain } of parts.timestamps) {
    files.set(bundlePaths.timestamp(size, authority), response);
    files.set(bundlePaths.timestampChain(size, authority), chain);
  }
  return writeZip(files.set(bundlePaths.manifest, formatManifest(files, sha256)));
}

function describe(parts: BundleParts): BundleDescription {
  return {
    origin: parts.origin,
    size: parts.size,
    entries: parts.entries.map(({ sequence, payload }) => ({ sequence, payload })),
    older: parts.older.map(({ size }) => size),
    rotations: parts.rotations.map(({ sequence }) => sequence),
    timestamps: parts.timestamps.map(({ size, authority }) => ({ size, authority })),
  };
}

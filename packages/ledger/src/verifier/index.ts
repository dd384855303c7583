// The verifier's door: all that judging takes, and nothing that writes. Hash and signature are passed in, so that the same code
// runs in Node and in a browser.
export { createLogAudit, type AuditOptions, type AuditReport, type LogAudit } from "./audit-log.ts";
export type { ProvenEntry } from "./check-entries.ts";
export type { KeyPeriod, Rotation } from "./check-keys.ts";
export type { BundleFault, BundleFaultKind, Checked } from "./checked.ts";
export { judgeEntry, judgeHead, judgeKept, type JudgedHead, type PublishedHead } from "./published.ts";
export { verifyBundle, type BundleReport, type StampedCheckpoint, type VerifyOptions } from "./verify-bundle.ts";
export { parseBase64 } from "../bytes/base64.ts";
export { toHex } from "../bytes/hex.ts";
export type { Entry } from "../entry/entry.ts";
export { openCheckpoint, parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
export { parseNote, type SignedNote } from "../note/signed-note.ts";
export { formatVerifierKey, isSameKey, parseVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
export type { Sha256, VerifierPrimitives, VerifyEd25519 } from "../primitives.ts";
export { findConsistencyFault } from "../tree/consistency.ts";
export { hashLeaf } from "../tree/hashing.ts";
export { findInclusionFault } from "../tree/inclusion.ts";

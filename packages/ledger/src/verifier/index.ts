// The verifier's door: all that judging takes, and nothing that writes. Hash and signature are passed in, so that the same code
// runs in Node and in a browser.
export { createLogAudit, type AuditOptions, type AuditReport, type LogAudit } from "./audit-log.ts";
export type { ProvenEntry } from "./check-entries.ts";
export type { KeyPeriod } from "./check-keys.ts";
export type { BundleFault, BundleFaultKind, Checked } from "./checked.ts";
export { verifyBundle, type BundleReport, type StampedCheckpoint, type VerifyOptions } from "./verify-bundle.ts";
export { openCheckpoint, parseCheckpoint, type Checkpoint } from "../note/checkpoint.ts";
export { formatVerifierKey, parseVerifierKey, type VerifierKey } from "../note/verifier-key.ts";
export type { Sha256, VerifierPrimitives, VerifyEd25519 } from "../primitives.ts";
export { findConsistencyFault } from "../tree/consistency.ts";
export { hashLeaf } from "../tree/hashing.ts";
export { findInclusionFault } from "../tree/inclusion.ts";

export { parseBase64, toBase64 } from "./bytes/base64.ts";
export { isEqualBytes } from "./bytes/bytes.ts";
export { toHex } from "./bytes/hex.ts";
export { parseUtf8, toUtf8 } from "./bytes/utf8.ts";
export { toCanonicalJson, type Json } from "./canonical/canonical-json.ts";
export { encodeEntry, parseEntry, type Entry } from "./entry/entry.ts";
export { findFactFault, isTime, ownTypes, type EntryFacts, type FactFault } from "./entry/facts.ts";
export {
  commitPayload,
  openPayload,
  payloadLimits,
  sealPayload,
  secretBytes,
  type PayloadSecret,
  type SealedPayload,
} from "./entry/payload.ts";
export {
  openCheckpoint,
  parseCheckpoint,
  signCheckpoint,
  type Checkpoint,
  type CheckpointFault,
  type OpenedCheckpoint,
} from "./note/checkpoint.ts";
export { formatLogProof, parseLogProof, type LogProof } from "./note/log-proof.ts";
export { listNoteSigners, parseNote, type NoteSigner, type SignedNote } from "./note/signed-note.ts";
export {
  createVerifierKey,
  formatVerifierKey,
  isKeyName,
  parseVerifierKey,
  type VerifierKey,
} from "./note/verifier-key.ts";
export type { Cipher, Sha256, VerifierPrimitives, VerifyEd25519 } from "./primitives.ts";
export { parseEntryBundle } from "./tiles/entry-bundle.ts";
export {
  appendEntries,
  emptyEdge,
  headOf,
  listEdgeTiles,
  restoreEdge,
  type Appended,
  type LogEdge,
  type WrittenTile,
} from "./tiles/log-edge.ts";
export { hashRange, listTilesOf, type TileHashes } from "./tiles/tile-hashes.ts";
export { levelsOf, parseTilePath, tileWidth, tileWidthAt, toTilePath, type TileId } from "./tiles/tile-id.ts";
export { findConsistencyFault, type ConsistencyClaim } from "./tree/consistency.ts";
export { hashBytes, hashLeaf } from "./tree/hashing.ts";
export { findInclusionFault, type InclusionClaim } from "./tree/inclusion.ts";
export {
  buildBundle,
  type BundledEntry,
  type BundledTimestamp,
  type BundleParts,
  type OlderCheckpoint,
} from "./bundle/build-bundle.ts";
export { type PayloadWord } from "./bundle/layout.ts";
export { parseZip, writeZip, type Files } from "./bundle/zip.ts";
export { type ProofFault } from "./tree/proof-fault.ts";
export { toConsistencyRanges, toInclusionRanges, type LeafRange } from "./tree/proof-ranges.ts";

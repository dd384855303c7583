import { buildBundle, type BundledEntry, type BundledTimestamp } from "../bundle/build-bundle.ts";
import { encodeEntry, parseEntry } from "../entry/entry.ts";
import { commitPayload } from "../entry/payload.ts";
import { toUtf8 } from "../bytes/utf8.ts";
import { signCheckpoint } from "../note/checkpoint.ts";
import { formatLogProof } from "../note/log-proof.ts";
import { formatVerifierKey } from "../note/verifier-key.ts";
import type { NoteSigner } from "../note/signed-note.ts";
import { appendEntries, emptyEdge, headOf } from "../tiles/log-edge.ts";
import { hashRange, type TileSource } from "../tiles/tile-hashes.ts";
import { toConsistencyRanges, toInclusionRanges, type LeafRange } from "../tree/proof-ranges.ts";
import type { Rotation } from "../verifier/check-keys.ts";
import { createTestSigner, sha256 } from "./primitives.ts";

export const sampleOrigin = "forum.example/ledger";
export const sampleSigner: NoteSigner = createTestSigner(sampleOrigin, 1);

/** Entry `i` of a made-up log, and what opens its payload. */
export function sampleEntry(i: number): Uint8Array {
  const commitment = commitPayload(samplePayload(i), sampleSalt(i), sha256);
  return encodeEntry({ sequence: i, at: 1_780_272_000_000 + i, type: "evidence_kept", rule: "CW-1", commitment });
}

export function samplePayload(i: number): Uint8Array {
  return toUtf8(`the text of entry ${i}`);
}

function sampleSalt(i: number): Uint8Array {
  return sha256(toUtf8(`salt ${i}`));
}

export type SampleLog = {
  readonly size: number;
  /** The checkpoint of the log when it had so many entries. */
  readonly noteAt: (size: number) => Uint8Array;
  readonly proveEntry: (sequence: number) => readonly Uint8Array[];
  readonly proveBeginning: (size: number) => readonly Uint8Array[];
  readonly rotations: readonly Rotation[];
  readonly bundle: (
    sequences: readonly number[],
    more?: { readonly older?: readonly Uint8Array[]; readonly timestamps?: readonly BundledTimestamp[] },
  ) => Uint8Array;
};

/**
 * A log of the given leaves, signed by `signers[0]`; where a leaf rotates the key, the next signer goes on. Whoever has the keys
 * can make one of any leaves they like: that is the attacker of the trials.
 */
export function createSampleLog(
  leaves: readonly Uint8Array[],
  signers: readonly NoteSigner[] = [sampleSigner],
): SampleLog {
  const size = leaves.length;
  const appended = appendEntries(emptyEdge, leaves, sha256);
  const source: TileSource = { size, sha256, tiles: new Map(appended.tiles.map(({ path, bytes }) => [path, bytes])) };
  const prove = (ranges: readonly LeafRange[]) => ranges.map((range) => hashRange(range, source) ?? new Uint8Array());
  const rotations = leaves.flatMap((leaf, i) => (Buffer.from(leaf).includes('"type":"key_rotated"') ? [i] : []));
  const signersAt = (at: number): readonly NoteSigner[] => {
    const passed = rotations.filter((sequence) => sequence < at).length;
    return rotations.includes(at - 1) ? signers.slice(passed - 1, passed + 1) : signers.slice(passed, passed + 1);
  };
  const noteAt = (at: number): Uint8Array => {
    const root =
      at === size ? headOf(appended.edge, sha256).root : (hashRange({ start: 0, end: at }, source) ?? new Uint8Array());
    return signCheckpoint({ origin: sampleOrigin, size: at, root }, signersAt(at));
  };
  const toBundled = (sequence: number): BundledEntry => {
    const entry = leaves[sequence];
    const proof = prove(toInclusionRanges(sequence, size));
    if (parseEntry(entry)?.commitment === undefined) return { sequence, entry, proof, payload: "none" };
    const opening = { payload: samplePayload(sequence), salt: sampleSalt(sequence) };
    return { sequence, entry, proof, payload: "present", opening };
  };
  const handedOver = rotations.map((sequence): Rotation => {
    const [entry, checkpoint] = [leaves[sequence] ?? new Uint8Array(), noteAt(sequence + 1)];
    const proof = formatLogProof({
      index: sequence,
      proof: prove(toInclusionRanges(sequence, sequence + 1)),
      checkpoint,
    });
    return { sequence, entry, proof };
  });
  return {
    size,
    noteAt,
    proveEntry: (sequence) => prove(toInclusionRanges(sequence, size)),
    proveBeginning: (at) => prove(toConsistencyRanges(at, size)),
    rotations: handedOver,
    bundle(sequences, { older = [], timestamps = [] } = {}) {
      const sizes = new Map(older.map((note) => [Number(new TextDecoder().decode(note).split("\n")[1]), note]));
      for (const sequence of rotations) if (sequence + 1 < size) sizes.set(sequence + 1, noteAt(sequence + 1));
      const current = signersAt(size).at(-1) ?? sampleSigner;
      const all = [...new Set([...sequences, ...rotations])].sort((a, b) => a - b);
      return buildBundle(
        {
          origin: sampleOrigin,
          size,
          checkpoint: noteAt(size),
          firstKey: (signers[0] ?? sampleSigner).key,
          currentKey: current.key,
          entries: all.map(toBundled),
          older: [...sizes]
            .filter(([at]) => at < size)
            .sort(([a], [b]) => a - b)
            .map(([at, checkpoint]) => ({ size: at, checkpoint, proof: prove(toConsistencyRanges(at, size)) })),
          rotations: handedOver,
          timestamps,
        },
        sha256,
      );
    },
  };
}

/** The leaves of an honest log. */
export function sampleLeaves(count: number): readonly Uint8Array[] {
  return Array.from({ length: count }, (_, i) => sampleEntry(i));
}

/** A leaf that hands the log over to `next`. */
export function sampleRotation(sequence: number, next: NoteSigner): Uint8Array {
  const at = 1_780_272_000_000 + sequence;
  return encodeEntry({ sequence, at, type: "key_rotated", key: formatVerifierKey(next.key) });
}

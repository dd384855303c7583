import {
  buildBundle,
  openPayload,
  parseCheckpoint,
  parseEntry,
  parseVerifierKey,
  toHex,
  type BundledEntry,
  type BundledTimestamp,
  type BundleParts,
  type Checkpoint,
  type OlderCheckpoint,
  type VerifierKey,
} from "@breakwater/ledger";
import { verifyBundle } from "@breakwater/ledger/verifier";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import type { SecretStore } from "../ports/secret-store.ts";
import { cipher, primitives, sha256 } from "../primitives.ts";
import { listRotations, readFirstKey, type Rotation } from "../reader/key-history.ts";
import { createLogReader, type LogReader } from "../reader/log-reader.ts";
import { createStagedRead } from "../reader/staged-read.ts";
import { findTimestamps } from "../timestamps/kept-timestamps.ts";

export type ExportOptions = {
  readonly store: LogStore;
  /** Without it every payload is withheld. */
  readonly secrets: SecretStore | null;
  readonly sequences: readonly number[];
  /** Checkpoints that readers may hold: the bundle gets a proof that the log still begins with each. */
  readonly older?: readonly Uint8Array[];
};

/**
 * The evidence bundle of some entries: a zip that anybody can verify offline. Only reads. Entries that erased one of them or
 * rotated the key come along. What is returned has been verified as its reader would.
 */
export async function exportEvidence(options: ExportOptions): Promise<Uint8Array> {
  const { objects, checkpoints } = options.store;
  const checkpoint = await checkpoints.read();
  const head = checkpoint === null ? null : parseCheckpoint(checkpoint);
  if (checkpoint === null || head === null || head.size === 0) {
    throw new LedgerFailure("refused_entry", "The ledger has no entries to export.");
  }
  const outOf = options.sequences.find(
    (sequence) => !Number.isSafeInteger(sequence) || sequence < 0 || sequence >= head.size,
  );
  if (outOf !== undefined) {
    throw new LedgerFailure("refused_entry", `There is no entry ${outOf}; the newest is ${head.size - 1}.`);
  }
  const reader = createLogReader(head.size, createStagedRead(options.store, head));
  const rotations = await listRotations(options.store);
  const sequences = await withErasures(
    [...options.sequences, ...rotations.map(({ sequence }) => sequence)],
    options.store,
  );
  const timestamps = await findTimestamps(objects, sequences, head.size);
  const kept = [
    ...(options.older ?? []),
    ...rotations.map(({ checkpoint }) => checkpoint),
    ...timestamps.map(({ checkpoint }) => checkpoint),
  ];
  const firstKey = await readFirstKey(options.store);
  const parts: BundleParts = {
    origin: head.origin,
    size: head.size,
    checkpoint,
    firstKey,
    currentKey: await findCurrentKey(firstKey, rotations, reader),
    entries: await bundleEntries(sequences, head, { ...options, reader }),
    older: await proveOlder(kept, head, reader),
    rotations: rotations.map(({ sequence, proof }) => ({ sequence, proof })),
    timestamps: timestamps.map(({ size, authority, response, chain }): BundledTimestamp => {
      return { size, authority, response, chain };
    }),
  };
  const bundle = buildBundle(parts, sha256);
  const outside = (options.older ?? []).map((bytes, i) => ({ name: `checkpoint ${i + 1}`, bytes }));
  const judged = verifyBundle(bundle, { ...primitives, outside });
  if (!judged.ok) {
    const { kind, where } = judged.fault;
    throw new LedgerFailure("log_damaged", `The bundle would not be verified: ${kind} at ${where}.`);
  }
  return bundle;
}

/** The sequences with those of the entries that erased them, rising, each once. */
async function withErasures(sequences: readonly number[], { objects }: LogStore): Promise<readonly number[]> {
  const all = new Set(sequences);
  for (const about of sequences) {
    const prefix = paths.erasuresOf(about);
    for (const path of await objects.list(prefix)) all.add(Number(path.slice(prefix.length)));
  }
  return [...all].sort((a, b) => a - b);
}

async function findCurrentKey(
  firstKey: VerifierKey,
  rotations: readonly Rotation[],
  reader: LogReader,
): Promise<VerifierKey> {
  const last = rotations.at(-1);
  if (last === undefined) return firstKey;
  const key = parseVerifierKey(parseEntry(await reader.readEntry(last.sequence))?.key ?? "", sha256);
  if (key === null) throw new LedgerFailure("log_damaged", `Entry ${last.sequence} rotates to no key.`);
  return key;
}

/** A bundle is made, and read, in memory. */
const payloadBytesMax = 1_000_000_000;

async function bundleEntries(
  sequences: readonly number[],
  head: Checkpoint,
  source: ExportOptions & { readonly reader: LogReader },
): Promise<readonly BundledEntry[]> {
  const entries: BundledEntry[] = [];
  let bytes = 0;
  for (const sequence of sequences) {
    const bundled = await bundleEntry(sequence, head, source);
    bytes += bundled.opening?.payload.length ?? 0;
    if (bytes > payloadBytesMax) {
      throw new LedgerFailure(
        "refused_entry",
        `The payloads are more than ${payloadBytesMax} bytes; export fewer entries.`,
      );
    }
    entries.push(bundled);
  }
  return entries;
}

async function bundleEntry(
  sequence: number,
  head: Checkpoint,
  { reader, store, secrets }: ExportOptions & { readonly reader: LogReader },
): Promise<BundledEntry> {
  const bytes = await reader.readEntry(sequence);
  const proof = await reader.proveInclusion(sequence, head.size);
  const commitment = parseEntry(bytes)?.commitment;
  const bundled = { sequence, entry: bytes, proof };
  if (commitment === undefined) return { ...bundled, payload: "none" };
  if ((await store.objects.list(paths.erasuresOf(sequence))).length > 0) return { ...bundled, payload: "erased" };
  const secret = (await secrets?.get(toHex(commitment))) ?? null;
  const sealed = secret === null ? null : await store.objects.get(paths.payloadOf(commitment));
  if (secret === null || sealed === null) return { ...bundled, payload: "withheld" };
  const payload = openPayload({ commitment, sealed }, secret, { sha256, cipher });
  if (payload === null) throw new LedgerFailure("log_damaged", `The payload of entry ${sequence} was changed.`);
  return { ...bundled, payload: "present", opening: { payload, salt: secret.salt } };
}

/** Each older size once, rising. The newest checkpoint needs no proof of itself. */
async function proveOlder(
  kept: readonly Uint8Array[],
  head: Checkpoint,
  reader: LogReader,
): Promise<readonly OlderCheckpoint[]> {
  const bySize = new Map<number, Uint8Array>();
  for (const bytes of kept) {
    const size = parseCheckpoint(bytes)?.size;
    if (size === undefined || size > head.size) {
      throw new LedgerFailure("refused_entry", "A checkpoint to prove against is none, or is newer than the log.");
    }
    // Every log begins with the empty one: there is nothing to prove.
    if (size > 0 && size < head.size && !bySize.has(size)) bySize.set(size, bytes);
  }
  const sizes = [...bySize].sort(([a], [b]) => a - b);
  return Promise.all(
    sizes.map(async ([size, checkpoint]) => {
      return { size, checkpoint, proof: await reader.proveConsistency(size, head.size) };
    }),
  );
}

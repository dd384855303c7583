import { formatLogProof, formatVerifierKey, parseCheckpoint, parseEntry, type Checkpoint } from "@breakwater/ledger";
import { exportEvidence } from "../ledger/evidence/export-evidence.ts";
import { LedgerFailure } from "../ledger/ledger-failure.ts";
import type { LogStore } from "../ledger/ports/log-store.ts";
import { listRotations, readFirstKey } from "../ledger/reader/key-history.ts";
import { createLogReader, type LogReader } from "../ledger/reader/log-reader.ts";
import { createStagedRead } from "../ledger/reader/staged-read.ts";
import { readPublished, type PublishedResource } from "../ledger/witnesses/published-resource.ts";

export type ProvenEntry = {
  readonly sequence: number;
  /** The leaf's bytes. */
  readonly entry: Uint8Array;
  readonly size: number;
  readonly proof: readonly Uint8Array[];
  /** The note of that size where it is the newest; else null. */
  readonly checkpoint: Uint8Array | null;
};

export type ProvenLeaf = Pick<ProvenEntry, "sequence" | "entry" | "proof">;

export type KeyOfLog = {
  /** Verifier key. */
  readonly key: string;
  readonly from: number;
  /** tlog-proof of the entry that named it; null for the first. */
  readonly proof: Uint8Array | null;
};

/**
 * What anybody may read of the ledger: what it publishes, and proofs that are computed from that. Never a payload. Plain data. Null
 * where the log does not have it; rejects with `LedgerFailure` where the log is damaged.
 */
export interface LedgerReading {
  /** `checkpoint`, tiles, `trust/…`. */
  published(path: string): Promise<PublishedResource | null>;
  /** Null also where `size` is no size that holds the entry, or larger than the log. */
  entry(sequence: number, size: number | null): Promise<ProvenEntry | null>;
  /** At most `limit` entries before `before` (null: of the newest), the newest first, proven for a log of `size` (null: now). */
  entries(range: {
    readonly before: number | null;
    readonly limit: number;
    readonly size: number | null;
  }): Promise<{ readonly items: readonly ProvenLeaf[]; readonly size: number } | null>;
  /**
   * An evidence bundle without payloads; `older`: notes that the log begins with. A word where the log has no such entries, or an older note
   * is none of it.
   */
  bundle(options: {
    readonly sequences: readonly number[];
    readonly older: readonly Uint8Array[];
  }): Promise<Uint8Array | "unknown_entry" | "unknown_checkpoint">;
  /** C2SP tlog-proof with the newest checkpoint. */
  entryProof(sequence: number): Promise<Uint8Array | null>;
  /** That the log at size `to` (null: now) begins with the log at size `from`. */
  consistency(
    from: number,
    to: number | null,
  ): Promise<{ readonly to: number; readonly proof: readonly Uint8Array[] } | null>;
  keys(): Promise<{ readonly origin: string; readonly keys: readonly KeyOfLog[] } | null>;
}

/** Reads the store by itself, also while its one writer writes: a connection of another thread will do. */
export function createLedgerReading(store: LogStore): LedgerReading {
  const open = async (): Promise<OpenLog | null> => {
    const note = await store.checkpoints.read();
    const head = note === null ? null : parseCheckpoint(note);
    if (note === null || head === null) return null;
    return { note, head, reader: createLogReader(head.size, createStagedRead(store, head)) };
  };
  /** A commit may replace a partial tile by a full one between two reads of a proof: once more, then, with the newer head. */
  const read = async <T>(work: (log: OpenLog) => Promise<T | null>): Promise<T | null> => {
    const log = await open();
    if (log === null) return null;
    try {
      return await work(log);
    } catch (error) {
      const newer = await open();
      if (newer === null || newer.head.size === log.head.size) throw error;
      return work(newer);
    }
  };
  return {
    published: (path) => readPublished(store, path),
    entry: (sequence, wanted) =>
      read(async ({ note, head, reader }) => {
        const size = wanted ?? head.size;
        if (sequence >= size || size > head.size) return null;
        const checkpoint = size === head.size ? note : null;
        const [entry, proof] = [await reader.readEntry(sequence), await reader.proveInclusion(sequence, size)];
        return { sequence, entry, size, proof, checkpoint };
      }),
    entries: ({ before, limit, size: wanted }) =>
      read(async ({ head, reader }) => {
        const size = wanted ?? head.size;
        if (size > head.size) return null;
        const end = Math.min(before ?? size, size);
        const items: ProvenLeaf[] = [];
        for (let sequence = end - 1; sequence >= Math.max(0, end - limit); sequence -= 1) {
          const [entry, proof] = [await reader.readEntry(sequence), await reader.proveInclusion(sequence, size)];
          items.push({ sequence, entry, proof });
        }
        return { items, size };
      }),
    bundle: async ({ sequences, older }) => {
      const log = await open();
      if (log === null || sequences.some((sequence) => sequence >= log.head.size)) return "unknown_entry";
      for (const note of older) {
        const size = parseCheckpoint(note)?.size ?? Number.POSITIVE_INFINITY;
        if (size > log.head.size) return "unknown_checkpoint";
      }
      const parts = { store, secrets: null, sequences };
      return exportEvidence({ ...parts, older }).catch(async (error: unknown) => {
        // What is exported is verified before it goes out. Where the same goes out without them, the older notes were the fault.
        if (!(error instanceof LedgerFailure) || older.length === 0) throw error;
        await exportEvidence(parts);
        return "unknown_checkpoint" as const;
      });
    },
    entryProof: (sequence) =>
      read(async ({ note, head, reader }) => {
        if (sequence >= head.size) return null;
        return formatLogProof({
          index: sequence,
          proof: await reader.proveInclusion(sequence, head.size),
          checkpoint: note,
        });
      }),
    consistency: (from, wanted) =>
      read(async ({ head, reader }) => {
        const to = wanted ?? head.size;
        // From nothing everything is consistent, which proves nothing.
        if (from < 1 || from > to || to > head.size) return null;
        return { to, proof: await reader.proveConsistency(from, to) };
      }),
    keys: () =>
      read(async ({ head, reader }) => {
        const first = formatVerifierKey(await readFirstKey(store));
        const keys: KeyOfLog[] = [{ key: first, from: 0, proof: null }];
        for (const { sequence, proof } of await listRotations(store)) {
          const key = parseEntry(await reader.readEntry(sequence))?.key;
          if (key !== undefined) keys.push({ key, from: sequence + 1, proof });
        }
        return { origin: head.origin, keys };
      }),
  };
}

type OpenLog = { readonly note: Uint8Array; readonly head: Checkpoint; readonly reader: LogReader };

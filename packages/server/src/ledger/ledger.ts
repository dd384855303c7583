import {
  findFactFault,
  formatLogProof,
  formatVerifierKey,
  isKeyName,
  openPayload,
  ownTypes,
  parseEntry,
  payloadLimits,
  toHex,
  type Entry,
  type NoteSigner,
} from "@breakwater/ledger";
import { erasePayload, finishErasures } from "./erasures.ts";
import { LedgerFailure } from "./ledger-failure.ts";
import { paths } from "./paths.ts";
import { cipher, sha256 } from "./primitives.ts";
import { createLogReader, type LogReader } from "./reader/log-reader.ts";
import type { CommitWorld, LedgerRecord, Receipt } from "./writer/commit.ts";
import { openState } from "./writer/open-state.ts";
import { createWriter, type Writer } from "./writer/writer.ts";

export type LedgerOptions = CommitWorld & {
  /** A name that no other log has; the keys carry it too. */
  readonly origin: string;
  /** Oldest first, at least one. */
  readonly signers: readonly NoteSigner[];
};

/** What became of a payload. */
export type PayloadState =
  | { readonly kind: "none" }
  | { readonly kind: "erased" }
  | { readonly kind: "present"; readonly payload: Uint8Array; readonly salt: Uint8Array };

export interface Ledger {
  /** Resolves once the entry is durable and under a checkpoint. Entries that wait together are committed together. */
  append(record: LedgerRecord): Promise<Receipt>;
  /** Logs that from here on `next` signs. The checkpoint of this entry carries both signatures. */
  rotate(next: NoteSigner): Promise<Receipt>;
  /** Logs the erasure, then destroys key, salt and payload. What was cut off is finished at the next opening. */
  erase(sequence: number): Promise<Receipt>;
  /**
   * Erasures that had been cut off and that this opening could not finish either (a full disk, a wrong clock): what was to be destroyed is
   * still there. Whoever opens a ledger tells somebody where this is not 0.
   */
  unfinishedErasures(): number;
  /** The newest checkpoint: to be published, and sent to whoever will keep it. */
  checkpoint(): Uint8Array;
  size(): number;
  /** Reads the log as of now. */
  reader(): LogReader;
  readEntry(sequence: number): Promise<Entry>;
  readPayload(sequence: number): Promise<PayloadState>;
  /** Waits for what is being written. The stores are the caller's to close. */
  close(): Promise<void>;
}

/** Opens the log in the given stores as its only writer, or makes an empty one. */
export async function openLedger(options: LedgerOptions): Promise<Ledger> {
  if (!isKeyName(options.origin)) throw new RangeError(`An origin has no space and no plus: ${options.origin}.`);
  const writer = createWriter(await openState(options), options);
  const reader = (): LogReader => createLogReader(writer.state().head.size, (path) => writer.read(path));
  const readEntry = async (sequence: number): Promise<Entry> => {
    const entry = parseEntry(await reader().readEntry(sequence));
    if (entry === null) throw new LedgerFailure("log_damaged", `Entry ${sequence} cannot be read.`);
    return entry;
  };
  let unfinishedErasures = 0;
  const ledger: Ledger = {
    async append(record) {
      refuseRecord(record, writer.state().head.size);
      return writer.add({ record });
    },
    async rotate(next) {
      const facts = { type: ownTypes.keyRotated, key: formatVerifierKey(next.key) };
      const receipt = await writer.add({ record: { facts }, rotateTo: next });
      await keepRotation(receipt, ledger, options);
      return receipt;
    },
    erase: (sequence) => erasePayload(sequence, { ...options, writer, readEntry }),
    unfinishedErasures: () => unfinishedErasures,
    checkpoint: () => writer.state().note,
    size: () => writer.state().head.size,
    reader,
    readEntry,
    readPayload: async (sequence) => readPayload(await readEntry(sequence), options),
    close: () => writer.close(),
  };
  await finishRotation(writer, ledger, options);
  unfinishedErasures = await finishErasures({ ...options, writer, readEntry });
  return ledger;
}

function refuseRecord({ facts, payload }: LedgerRecord, size: number): void {
  const isOwn = Object.values<string>(ownTypes).includes(facts.type);
  const fault = isOwn ? "type" : findFactFault(facts, size);
  if (fault !== null) throw refused(`An entry cannot say this in the clear: ${fault}.`);
  if ((payload?.length ?? 0) > payloadLimits.bytesMax) {
    throw refused(`A payload has at most ${payloadLimits.bytesMax} bytes.`);
  }
}

async function readPayload(entry: Entry, { store, secrets }: LedgerOptions): Promise<PayloadState> {
  const { commitment } = entry;
  if (commitment === undefined) return { kind: "none" };
  const secret = await secrets.get(toHex(commitment));
  if (secret === null) return { kind: "erased" };
  const sealed = await store.objects.get(paths.payloadOf(commitment));
  const payload = sealed === null ? null : openPayload({ commitment, sealed }, secret, { sha256, cipher });
  if (payload === null) {
    throw new LedgerFailure("log_damaged", `The payload of entry ${entry.sequence} was changed or lost.`);
  }
  return { kind: "present", payload, salt: secret.salt };
}

/** Keeps the proof that a rotation was logged, with the checkpoint that both keys signed: trust passes on through it. */
async function keepRotation(receipt: Receipt, ledger: Ledger, { store }: LedgerOptions): Promise<void> {
  const proof = await ledger.reader().proveInclusion(receipt.sequence, receipt.sequence + 1);
  const bytes = formatLogProof({ index: receipt.sequence, proof, checkpoint: receipt.checkpoint });
  await store.objects.put([{ path: paths.trustOf(receipt.sequence), bytes }]);
}

/** A writer that died right after logging a rotation left its proof to the next one. */
async function finishRotation(writer: Writer, ledger: Ledger, options: LedgerOptions): Promise<void> {
  const { head, note } = writer.state();
  if (head.size === 0) return;
  const sequence = head.size - 1;
  const entry = await ledger.reader().readEntry(sequence);
  if (parseEntry(entry)?.type !== ownTypes.keyRotated) return;
  await keepRotation({ sequence, entry, checkpoint: note }, ledger, options);
}

function refused(message: string): LedgerFailure {
  return new LedgerFailure("refused_entry", message);
}

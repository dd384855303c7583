import {
  appendEntries,
  encodeEntry,
  headOf,
  isTime,
  sealPayload,
  secretBytes,
  signCheckpoint,
  toHex,
  type EntryFacts,
  type NoteSigner,
  type WrittenTile,
} from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import type { StoredObject } from "../ports/object-store.ts";
import type { SecretStore, StoredSecret } from "../ports/secret-store.ts";
import { cipher, sha256 } from "../primitives.ts";
import { dropUncommitted } from "./drop-uncommitted.ts";
import { encodeStaged } from "./staging.ts";
import type { WriterState } from "./open-state.ts";

/** What somebody wants to be logged. */
export type LedgerRecord = {
  readonly facts: EntryFacts;
  /** Everything personal, and everything that nobody but the parties may read. */
  readonly payload?: Uint8Array;
};

/** What whoever asked for an entry is given, and may keep: the checkpoint binds the whole log up to this entry. */
export type Receipt = {
  readonly sequence: number;
  readonly entry: Uint8Array;
  /** Signed, of a size past `sequence`. Whoever holds it is a witness. */
  readonly checkpoint: Uint8Array;
};

export type CommitWorld = {
  readonly store: LogStore;
  readonly secrets: SecretStore;
  readonly now: () => number;
  readonly randomBytes: (length: number) => Uint8Array;
};

export type Committed = {
  readonly state: WriterState;
  readonly receipts: readonly Receipt[];
  /** Durable inside the staged object; to be written in their own places. */
  readonly tiles: readonly WrittenTile[];
  readonly staging: string;
};

/**
 * Takes records into the log, all or none. Once it resolves they are durable and under a checkpoint.
 *
 * The order is the safety argument. Secrets first: nothing may be sealed under a key that is lost. Then the staged tiles and the
 * sealed payloads. Then the swap of the checkpoint, which is the commit: before it nothing has happened, after it everything has.
 */
export async function commitRecords(
  state: WriterState,
  records: readonly LedgerRecord[],
  world: CommitWorld & { readonly rotateTo?: NoteSigner },
): Promise<Committed> {
  const at = world.now();
  if (!isTime(at)) throw new LedgerFailure("clock_out_of_range", `The clock says ${at}: set it right and try again.`);
  if (at < state.lastAt) {
    const message = `The clock says ${at}, the newest entry ${state.lastAt}: set the clock right and try again.`;
    throw new LedgerFailure("clock_backwards", message);
  }
  const drafts = records.map((record, i) => draftEntry(record, { sequence: state.head.size + i, at, world }));
  const entries = drafts.map(({ entry }) => entry);
  const { edge, tiles } = appendEntries(state.edge, entries, sha256);
  const head = { origin: state.head.origin, ...headOf(edge, sha256) };
  const note = signCheckpoint(head, [state.signer, ...(world.rotateTo === undefined ? [] : [world.rotateTo])]);
  const staging = paths.stagingOf(head);

  const secrets = drafts.flatMap(({ secret }) => secret ?? []);
  const sealed = drafts.flatMap(({ payload }) => payload ?? []);
  const commitments = drafts.flatMap(({ commitment }) => commitment ?? []);
  try {
    if (secrets.length > 0) await world.secrets.put(secrets);
    await world.store.objects.put([{ path: staging, bytes: encodeStaged(tiles) }, ...sealed]);
  } catch (error) {
    await dropUncommitted(commitments, world);
    throw error;
  }
  // Whoever fails here does not know whether it was done: what was sealed has to stay.
  if (!(await world.store.checkpoints.swap(state.note, note))) {
    await dropUncommitted(commitments, world);
    await world.store.objects.forget([staging]);
    throw new LedgerFailure("another_writer", "Another writer has moved the log on; open the ledger again.");
  }
  return {
    state: { note, head, edge, lastAt: at, signer: world.rotateTo ?? state.signer },
    receipts: entries.map((entry, i) => ({ sequence: state.head.size + i, entry, checkpoint: note })),
    tiles,
    staging,
  };
}

type Draft = {
  readonly entry: Uint8Array;
  readonly commitment?: Uint8Array;
  readonly secret?: StoredSecret;
  readonly payload?: StoredObject;
};

function draftEntry(
  { facts, payload }: LedgerRecord,
  { sequence, at, world }: { readonly sequence: number; readonly at: number; readonly world: CommitWorld },
): Draft {
  if (payload === undefined) return { entry: encodeEntry({ ...facts, sequence, at }) };
  const random = world.randomBytes(2 * secretBytes);
  const secret = { key: random.slice(0, secretBytes), salt: random.slice(secretBytes) };
  const { commitment, sealed } = sealPayload(payload, secret, { sha256, cipher });
  return {
    entry: encodeEntry({ ...facts, sequence, at, commitment }),
    commitment,
    secret: { id: toHex(commitment), secret },
    payload: { path: paths.payloadOf(commitment), bytes: sealed },
  };
}

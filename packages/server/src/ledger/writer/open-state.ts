import {
  emptyEdge,
  formatVerifierKey,
  headOf,
  isEqualBytes,
  listEdgeTiles,
  openCheckpoint,
  parseEntry,
  restoreEdge,
  signCheckpoint,
  toTilePath,
  toUtf8,
  type Checkpoint,
  type LogEdge,
  type NoteSigner,
} from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths, stagedSizeOf } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import type { SecretStore } from "../ports/secret-store.ts";
import { primitives, sha256 } from "../primitives.ts";
import { createLogReader } from "../reader/log-reader.ts";
import { dropUncommitted, listUncommitted } from "./drop-uncommitted.ts";
import { parseStaged } from "./staging.ts";

/** What a writer knows of the log between two commits. */
export type WriterState = {
  /** The signed note, as it stands in the store. */
  readonly note: Uint8Array;
  readonly head: Checkpoint;
  readonly edge: LogEdge;
  /** Time of the newest entry; 0 in an empty log. */
  readonly lastAt: number;
  /** Who signs the next checkpoint. */
  readonly signer: NoteSigner;
};

type Opening = {
  readonly origin: string;
  readonly store: LogStore;
  readonly secrets: SecretStore;
  /** Oldest first. */
  readonly signers: readonly NoteSigner[];
};

/** How often the log is read again because another writer moved it meanwhile. */
const attemptsMax = 5;

/** Takes up a log where it was left, finishing a commit that was cut off; makes an empty one where there is none. */
export async function openState(opening: Opening): Promise<WriterState> {
  for (let attempt = 1; ; attempt++) {
    const note = (await opening.store.checkpoints.read()) ?? (await createLog(opening));
    const { head, signer } = readHead(note, opening);
    await finishCommit(head, opening);
    const edge = await readEdge(head, opening.store);
    if (edge !== null) return { note, head, edge, signer, lastAt: await readLastAt(head, opening.store) };
    const current = await opening.store.checkpoints.read();
    if (attempt === attemptsMax || current === null || isEqualBytes(current, note)) {
      throw new LedgerFailure("log_damaged", `The tiles do not have the root of the checkpoint at size ${head.size}.`);
    }
  }
}

async function createLog({ origin, store, signers }: Opening): Promise<Uint8Array> {
  const [first] = signers;
  if (first === undefined) throw new LedgerFailure("foreign_checkpoint", "There is no key to sign a new log with.");
  await store.objects.put([{ path: paths.firstKey, bytes: toUtf8(`${formatVerifierKey(first.key)}\n`) }]);
  const note = signCheckpoint({ origin, ...headOf(emptyEdge, sha256) }, [first]);
  if (await store.checkpoints.swap(null, note)) return note;
  const other = await store.checkpoints.read();
  if (other === null) throw new LedgerFailure("storage_failed", "The checkpoint store refuses and holds nothing.");
  return other;
}

/** The newest of our keys that signed goes on signing: a checkpoint that a rotation made carries the old one and the new one. */
function readHead(
  note: Uint8Array,
  { origin, signers }: Opening,
): { readonly head: Checkpoint; readonly signer: NoteSigner } {
  const keys = signers.map(({ key }) => key);
  const opened = openCheckpoint(note, { origin, keys, verifyEd25519: primitives.verifyEd25519 });
  if (typeof opened === "string") {
    throw new LedgerFailure("foreign_checkpoint", `The checkpoint in the store is not ours to continue: ${opened}.`);
  }
  const newest = opened.signers.at(-1);
  const signer = signers.find(({ key }) => key === newest);
  if (signer === undefined) throw new LedgerFailure("foreign_checkpoint", "The signing key is not at hand.");
  return { head: opened.checkpoint, signer };
}

/**
 * Writes the tiles of a commit whose writer died between the checkpoint and them, and drops what older writers staged that did not
 * become part of the log. Doing it twice does no harm.
 */
async function finishCommit(head: Checkpoint, { store, secrets }: Opening): Promise<void> {
  const { objects } = store;
  const staged = await objects.get(paths.stagingOf(head));
  if (staged !== null) {
    const tiles = parseStaged(staged);
    if (tiles === null)
      throw new LedgerFailure("log_damaged", `The staged commit at size ${head.size} cannot be read.`);
    await objects.put(tiles);
  }
  // Beyond this size may stand what another writer is about to commit.
  const old = (await objects.list(paths.stagingPrefix)).filter((path) => (stagedSizeOf(path) ?? 0) <= head.size);
  for (const path of old) {
    if (path === paths.stagingOf(head)) continue;
    const bytes = await objects.get(path);
    if (bytes === null) continue;
    await dropUncommitted(await listUncommitted(bytes, head.size, { store, secrets }), { store, secrets });
  }
  if (old.length > 0) await objects.forget(old);
}

async function readEdge(head: Checkpoint, { objects }: LogStore): Promise<LogEdge | null> {
  const tiles = new Map<string, Uint8Array>();
  for (const path of listEdgeTiles(head.size).map(toTilePath)) {
    const bytes = await objects.get(path);
    if (bytes !== null) tiles.set(path, bytes);
  }
  const edge = restoreEdge(head.size, tiles, sha256);
  return edge !== null && isEqualBytes(headOf(edge, sha256).root, head.root) ? edge : null;
}

async function readLastAt({ size }: Checkpoint, { objects }: LogStore): Promise<number> {
  if (size === 0) return 0;
  const entry = parseEntry(await createLogReader(size, (path) => objects.get(path)).readEntry(size - 1));
  if (entry === null) throw new LedgerFailure("log_damaged", `Entry ${size - 1} cannot be read.`);
  return entry.at;
}

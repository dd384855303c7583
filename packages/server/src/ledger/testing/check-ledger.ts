import {
  appendEntries,
  emptyEdge,
  headOf,
  openCheckpoint,
  parseEntry,
  type Entry,
  type VerifierKey,
} from "@breakwater/ledger";
import type { LogStore } from "../ports/log-store.ts";
import { primitives, sha256 } from "../primitives.ts";
import { createLogReader } from "../reader/log-reader.ts";

/** Reads a whole log from its store and holds it against its checkpoint, from scratch. Throws at the first thing wrong. */
export async function checkLedger(
  store: LogStore,
  trust: { readonly origin: string; readonly keys: readonly VerifierKey[] },
): Promise<readonly Entry[]> {
  const note = await store.checkpoints.read();
  if (note === null) throw new Error("There is no checkpoint.");
  const opened = openCheckpoint(note, { ...trust, verifyEd25519: primitives.verifyEd25519 });
  if (typeof opened === "string") throw new Error(opened);
  const { size, root } = opened.checkpoint;
  const leaves: Uint8Array[] = [];
  const reader = createLogReader(size, (path) => store.objects.get(path));
  for await (const entry of reader.readEntries(0, size)) leaves.push(entry);
  const head = headOf(appendEntries(emptyEdge, leaves, sha256).edge, sha256);
  if (Buffer.compare(head.root, root) !== 0) throw new Error(`The entries do not have the root of size ${size}.`);
  return leaves.map((leaf, i) => {
    const entry = parseEntry(leaf);
    if (entry === null || entry.sequence !== i) throw new Error(`Entry ${i} is not one.`);
    return entry;
  });
}

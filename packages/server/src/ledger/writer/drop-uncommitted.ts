import { isEqualBytes, parseEntry, parseEntryBundle, parseTilePath, tileWidth, toHex } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger-failure.ts";
import { paths } from "../paths.ts";
import type { LogStore } from "../ports/log-store.ts";
import type { SecretStore } from "../ports/secret-store.ts";
import { createLogReader } from "../reader/log-reader.ts";
import { parseStaged } from "./staging.ts";

type Stores = { readonly store: LogStore; readonly secrets: SecretStore };

/**
 * Destroys what was sealed for entries that never came into the log: nobody could ask for its erasure. A failure leaves it where
 * it is.
 */
export async function dropUncommitted(commitments: readonly Uint8Array[], { store, secrets }: Stores): Promise<void> {
  if (commitments.length === 0) return;
  try {
    await secrets.destroy(commitments.map(toHex));
    await store.objects.forget(commitments.map(paths.payloadOf));
  } catch (error) {
    if (!(error instanceof LedgerFailure)) throw error;
  }
}

/** The commitments in a staged commit that the log, of `size`, has other entries in place of. */
export async function listUncommitted(
  staged: Uint8Array,
  size: number,
  { store }: Stores,
): Promise<readonly Uint8Array[]> {
  const reader = createLogReader(size, (path) => store.objects.get(path));
  const found: Uint8Array[] = [];
  for (const { path, bytes } of parseStaged(staged) ?? []) {
    const tile = parseTilePath(path);
    if (tile?.kind !== "entries") continue;
    for (const [i, entry] of (parseEntryBundle(bytes, tile.width) ?? []).entries()) {
      const commitment = parseEntry(entry)?.commitment;
      const sequence = tile.index * tileWidth + i;
      if (commitment === undefined) continue;
      if (sequence >= size || !isEqualBytes(await reader.readEntry(sequence), entry)) found.push(commitment);
    }
  }
  return found;
}

import { ownTypes, toHex, type Entry } from "@breakwater/ledger";
import { LedgerFailure } from "./ledger-failure.ts";
import { paths } from "./paths.ts";
import type { LogStore } from "./ports/log-store.ts";
import type { SecretStore } from "./ports/secret-store.ts";
import type { Receipt } from "./writer/commit.ts";
import type { Writer } from "./writer/writer.ts";

export type ErasingWorld = {
  readonly writer: Writer;
  readonly store: LogStore;
  readonly secrets: SecretStore;
  readonly readEntry: (sequence: number) => Promise<Entry>;
};

/**
 * Logs an erasure, then destroys key, salt and payload. The wish is written down first: an erasure that was cut off is finished at
 * the next opening, and may be asked for again at any time. It may then be logged twice.
 */
export async function erasePayload(sequence: number, world: ErasingWorld): Promise<Receipt> {
  const { writer, store, secrets } = world;
  const { commitment } = await world.readEntry(sequence);
  if (commitment === undefined) {
    throw new LedgerFailure("refused_entry", `Entry ${sequence} has no payload to erase.`);
  }
  const wish = paths.erasingOf(sequence);
  await store.objects.put([{ path: wish, bytes: new Uint8Array(0) }]);
  const receipt = await writer.add({ record: { facts: { type: ownTypes.payloadErased, about: sequence } } });
  await store.objects.put([{ path: paths.erasureOf(sequence, receipt.sequence), bytes: new Uint8Array(0) }]);
  await secrets.destroy([toHex(commitment)]);
  await store.objects.forget([paths.payloadOf(commitment), wish]);
  return receipt;
}

/** What cannot be finished now (a full disk, a wrong clock) stays written down. Says how many these are. */
export async function finishErasures(world: ErasingWorld): Promise<number> {
  let unfinished = 0;
  for (const path of await world.store.objects.list(paths.erasingPrefix)) {
    try {
      await erasePayload(Number(path.slice(paths.erasingPrefix.length)), world);
    } catch (error) {
      if (!(error instanceof LedgerFailure)) throw error;
      unfinished += 1;
    }
  }
  return unfinished;
}

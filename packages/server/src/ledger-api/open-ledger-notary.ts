import type { Ledger } from "../ledger/ledger.ts";
import type { LedgerNotary } from "./ledger-notary.ts";

/** A notary over the ledger of `openLedgerAt`. `onCheckpoint` hears of each size that has a checkpoint; it must not throw. */
export function createLedgerNotary(
  ledger: Ledger,
  onCheckpoint: (size: number) => void = () => undefined,
): LedgerNotary {
  let told = ledger.size();
  const tell = ({ sequence }: { readonly sequence: number }): { readonly sequence: number } => {
    const size = ledger.size();
    if (size > told) {
      told = size;
      onCheckpoint(size);
    }
    return { sequence };
  };
  const readPayload = async (sequence: number): Promise<Uint8Array | null> => {
    const state = await ledger.readPayload(sequence);
    return state.kind === "present" ? state.payload : null;
  };
  return {
    commit: async (facts, payload) => tell(await ledger.append(payload === undefined ? { facts } : { facts, payload })),
    readAfter: async (sequence, limit) => {
      const start = Math.max(0, sequence + 1);
      const count = Math.max(0, Math.min(limit, ledger.size() - start));
      const places = Array.from({ length: count }, (_, i) => start + i);
      return Promise.all(places.map(async (place) => ({ sequence: place, payload: await readPayload(place) })));
    },
    readPayload,
    erase: async (sequence) => tell(await ledger.erase(sequence)),
    size: async () => ledger.size(),
    checkpoint: async () => Buffer.from(ledger.checkpoint()).toString("utf8"),
  };
}

import { findFactFault, ownTypes, payloadLimits, type EntryFacts } from "@breakwater/ledger";
import { LedgerFailure } from "../ledger/ledger-failure.ts";
import { createListCheckpoints } from "./list-checkpoints.ts";
import type { LedgerNotary } from "./ledger-notary.ts";

export type MemoryNotary = LedgerNotary & {
  /** Everything that was committed, in order. */
  readonly entries: readonly EntryFacts[];
};

/** A list, with the refusals of the real one: for tests of what waits for a commit. */
export function createMemoryLedgerNotary(): MemoryNotary {
  const entries: EntryFacts[] = [];
  const sign = createListCheckpoints();
  const payloads = new Map<number, Uint8Array | "erased">();
  const refused = (why: string): LedgerFailure => new LedgerFailure("refused_entry", why);
  const add = (facts: EntryFacts): { readonly sequence: number } => ({ sequence: entries.push({ ...facts }) - 1 });
  const payloadOf = (sequence: number): Uint8Array | null => {
    const payload = payloads.get(sequence);
    return payload === undefined || payload === "erased" ? null : payload.slice();
  };
  const refuseAbsent = (sequence: number): void => {
    if (entries[sequence] === undefined)
      throw new RangeError(`The log has ${entries.length} entries, not ${sequence}.`);
  };
  return {
    entries,
    async commit(facts, payload) {
      const isOwn = Object.values<string>(ownTypes).includes(facts.type);
      const fault = isOwn ? "type" : findFactFault(facts, entries.length);
      if (fault !== null) throw refused(`An entry cannot say this in the clear: ${fault}.`);
      if ((payload?.length ?? 0) > payloadLimits.bytesMax) throw refused("The payload is too large.");
      const { sequence } = add(facts);
      if (payload !== undefined) payloads.set(sequence, payload.slice());
      return { sequence };
    },
    readAfter: async (sequence, limit) =>
      entries
        .map((_, place) => ({ sequence: place, payload: payloadOf(place) }))
        .filter((entry) => entry.sequence > sequence)
        .slice(0, limit),
    async readPayload(sequence) {
      refuseAbsent(sequence);
      return payloadOf(sequence);
    },
    async erase(sequence) {
      refuseAbsent(sequence);
      if (!payloads.has(sequence)) throw refused(`Entry ${sequence} has no payload to erase.`);
      payloads.set(sequence, "erased");
      return add({ type: ownTypes.payloadErased, about: sequence });
    },
    size: async () => entries.length,
    checkpoint: async () => sign(entries),
  };
}

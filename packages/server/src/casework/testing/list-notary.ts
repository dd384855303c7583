import type { EntryFacts } from "@breakwater/ledger";
import { createListCheckpoints } from "../../ledger-api/list-checkpoints.ts";
import type { CaseworkNotary } from "../notary.ts";

type Entry = { readonly facts: EntryFacts; readonly payload: Uint8Array | null };

/** A ledger that keeps entries in a list; `failAt`: the commit that finds it gone. */
export function createListNotary(failAt = Infinity): CaseworkNotary & { readonly entries: Entry[] } {
  const entries: Entry[] = [];
  const sign = createListCheckpoints();
  return {
    entries,
    commit: async (facts, payload = new Uint8Array()) => {
      if (entries.length >= failAt) throw new Error("The ledger is gone.");
      entries.push({ facts, payload });
      return { sequence: entries.length - 1 };
    },
    checkpoint: async () => sign(entries.map(({ facts }) => facts)),
    erase: async (sequence) => {
      const entry = entries[sequence];
      if (entry === undefined) throw new RangeError(`There is no entry ${sequence}.`);
      entries[sequence] = { ...entry, payload: null };
      return { sequence: entries.push({ facts: { type: "payload_erased", about: sequence }, payload: null }) - 1 };
    },
    readAfter: async (sequence, limit) =>
      entries.slice(sequence + 1, sequence + 1 + limit).map(({ payload }, place) => ({
        sequence: sequence + 1 + place,
        payload,
      })),
  };
}

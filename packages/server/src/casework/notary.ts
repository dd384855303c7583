import type { EntryFacts } from "@breakwater/ledger";

/** Where events are made known to the ledger: what may stand in the clear for ever, beside a payload that can be destroyed. */
export interface LedgerNotary {
  /** Resolves once the entry is durable and under a checkpoint. Entries that wait together are committed together. */
  commit(facts: EntryFacts, payload?: Uint8Array): Promise<{ readonly sequence: number }>;
}

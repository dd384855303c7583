import type { EntryFacts } from "@breakwater/ledger";

/** An entry that the notary made. `payload`: null where it was destroyed since. */
export type NotarisedEntry = { readonly sequence: number; readonly payload: Uint8Array | null };

/** Where events are made known to the ledger: what may stand in the clear for ever, beside a payload that can be destroyed. */
export interface LedgerNotary {
  /**
   * Resolves once the entry is durable and under a checkpoint. Commits that wait together get into one checkpoint, in the order in which
   * they were called.
   */
  commit(facts: EntryFacts, payload?: Uint8Array): Promise<{ readonly sequence: number }>;
  /** Entries of the ledger behind `sequence` (-1: from the first), whoever made them, in order, at most `limit`. */
  readAfter(sequence: number, limit: number): Promise<readonly NotarisedEntry[]>;
}

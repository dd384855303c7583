import type { EntryFacts } from "@breakwater/ledger";

export type NotarisedEntry = { readonly sequence: number; readonly payload: Uint8Array | null };

/**
 * Commits what was seen and decided to the ledger. Whoever gives something an effect waits for this first: an effect that was never
 * logged is the one thing that no proof reveals.
 */
export interface LedgerNotary {
  /**
   * Resolves once the entry is durable and under a signed checkpoint: only then may what it says take effect. What is asked for at the same
   * time shares one checkpoint. Rejects with a `LedgerFailure`, having taken nothing, where the facts cannot stand in the clear
   * (`refused_entry`), the disk or the queue is full, or the clock is behind. A process that dies before this resolves may have
   * committed all the same: whoever repeats it after a crash gets a second entry, which is truthful and harmless.
   */
  commit(facts: EntryFacts, payload?: Uint8Array): Promise<{ readonly sequence: number }>;
  /** Entries behind `sequence` (-1: from the first), whoever made them, in order, at most `limit`, with what is left of their payloads. */
  readAfter(sequence: number, limit: number): Promise<readonly NotarisedEntry[]>;
  /** The payload as it was given; null where there was none, or it was erased. Rejects where there is no such entry. */
  readPayload(sequence: number): Promise<Uint8Array | null>;
  /** Logs that the payload is destroyed, then destroys it; logged again where it is asked for again. Rejects where there was none. */
  erase(sequence: number): Promise<{ readonly sequence: number }>;
  /** Entries that are under the newest checkpoint. */
  size(): Promise<number>;
  /** The newest checkpoint, a signed note: everything that was committed is below it. */
  checkpoint(): Promise<string>;
}

/** Something that is kept of an account, as it is told to the one whose account it is. */
export type HeldRecord = {
  /** What it is, as a code word of the holder: `post`, `membership`, … */
  readonly kind: string;
  /** When it happened, where it has a time: milliseconds since 1970 UTC. */
  readonly at: number | null;
  /** Plain data that JSON can write: what the account said and did itself and what is kept about it. Nothing personal of anybody else. */
  readonly data: unknown;
};

/** What an erasure has to leave for now, and why. */
export type KeptBack = {
  /** As `HeldRecord.kind`. */
  readonly kind: string;
  readonly count: number;
  /** The decision in force, or the open case, that it is evidence in. */
  readonly because: string;
  /** When it can be erased; null where nobody can say yet. Milliseconds since 1970 UTC. */
  readonly until: number | null;
};

export type HolderErasure = {
  /** Records that are gone. */
  readonly erased: number;
  readonly keptBack: readonly KeptBack[];
};

/**
 * A place where something is kept of accounts. Every room that keeps any has one, and `dataHolderLaw` says what it keeps to.
 * `account` is the platform's id, compared exactly.
 */
export interface DataHolder {
  /** A code word: `actions`, `groups`, `casework`, `reports`, … Unique. */
  readonly name: string;
  /** Everything kept of an account, oldest first where that can be said. */
  listOf(account: string): AsyncIterable<HeldRecord>;
  /**
   * Erases everything but what it gives as kept back. May be called again at any time, and finishes then what was cut off. Once it
   * resolves, what it erased is in no file of the holder's own; of the state database it is so after `dropDeleted`.
   */
  erase(account: string, at: number): Promise<HolderErasure>;
}

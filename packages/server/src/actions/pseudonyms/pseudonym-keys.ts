/** How long one key makes pseudonyms. */
export const pseudonymEpochMs: number = 30 * 86_400_000;

export type PseudonymKey = {
  /** Number of the epoch: its first moment is `epoch * pseudonymEpochMs` since 1970 UTC. */
  readonly epoch: number;
  /** 32 random bytes. */
  readonly key: Uint8Array;
};

/**
 * The keys under which network and device identifiers become pseudonyms, one for each 30 days, in a place of their own: with the
 * data, or in its backups, they would undo what they are for. Where an epoch's key is destroyed nobody can try addresses against what was
 * kept under it, and equal identifiers of two epochs cannot be joined.
 */
export interface PseudonymKeys {
  /**
   * The key for `at`, made durably where there is none. Never one of an epoch before the newest key's: a clock that was set back changes
   * nothing.
   */
  keyAt(at: number): Promise<PseudonymKey>;
  /** Epochs whose keys exist, ascending. */
  listEpochs(): Promise<readonly number[]>;
  /** Destroys the keys of epochs that were over at `at`; how many. Once it resolves they are in no file. */
  destroyBefore(at: number): Promise<number>;
}

export function toEpoch(at: number): number {
  return Math.floor(at / pseudonymEpochMs);
}

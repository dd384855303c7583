/** An erasure that was asked for and is not done everywhere yet. */
export type PendingErasure = {
  readonly account: string;
  readonly requestedAt: number;
  /** When it is tried again: milliseconds since 1970 UTC. */
  readonly dueAt: number;
};

/** Erasures under way. Written before the first record goes, so that one that was cut off is finished; called inside a unit of the transactor. */
export interface PendingErasures {
  /** Keeps `requestedAt` of one that is there already. */
  put(erasure: PendingErasure): Promise<void>;
  find(account: string): Promise<PendingErasure | null>;
  remove(account: string): Promise<void>;
  /** Those due at `at` or before, by time and account, at most `limit`. */
  listDue(at: number, limit: number): Promise<readonly PendingErasure[]>;
  count(): Promise<number>;
}

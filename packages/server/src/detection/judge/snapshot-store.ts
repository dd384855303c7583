/** Where the judge's snapshots are kept: the newest two generations, so that one damaged file costs an hour and not a week. */
export interface SnapshotStore {
  /** Durable once it resolves; of the older ones only the newest stays. A failure leaves what was there. */
  save(bytes: Uint8Array): Promise<void>;
  /** What is kept, newest first, read only when asked for. Nothing vouches for the bytes. */
  newestFirst(): AsyncIterable<Uint8Array>;
  /** Lets go of all but the newest: the others hold what has been deleted since. */
  keepNewest(): Promise<void>;
}

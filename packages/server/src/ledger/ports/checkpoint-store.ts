/**
 * The one thing in a ledger that changes: its newest checkpoint. All safety against two writers rests on `swap`.
 *
 * `swap` replaces `expected` (null: none yet) by `next`, atomically and durably, also against other processes. It resolves to
 * false, having done nothing, where something else stands there. A reader sees the old checkpoint or the new one, whole.
 */
export interface CheckpointStore {
  read(): Promise<Uint8Array | null>;
  swap(expected: Uint8Array | null, next: Uint8Array): Promise<boolean>;
}

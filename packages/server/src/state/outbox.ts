/** Something that happened and that others are told of: by event stream, by webhook, between threads. Nothing personal but opaque ids. */
export type Notice = {
  /** Rises by one with each, from 1, without gaps, in the order of commits. */
  readonly sequence: number;
  /** Milliseconds since 1970 UTC. */
  readonly at: number;
  /** `lead.opened`, `claim.published`, … : the table of kinds is the contract's. */
  readonly kind: string;
  /** Plain data that JSON can write. */
  readonly data: unknown;
};

/** What happened, in order, written in the same unit of work as the change itself: neither is ever there without the other. */
export interface Outbox {
  append(kind: string, data: unknown, at: number): Promise<Notice>;
  /** Those behind `sequence`, ascending, at most `limit`. */
  readAfter(sequence: number, limit: number): Promise<readonly Notice[]>;
  /** The first that is still kept, or the next to come where none is; what is before it has been forgotten. */
  first(): Promise<number>;
  /** The newest; 0 where there was never one. */
  latest(): Promise<number>;
  /** Forgets what is older than `at`. Sequences are not given again. */
  deleteBefore(at: number): Promise<number>;
}

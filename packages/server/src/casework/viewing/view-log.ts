import type { Instant } from "@breakwater/casework";

/** That somebody opened something, or tried to. */
export type View = {
  readonly at: Instant;
  /** The person or token. */
  readonly by: string;
  readonly object: string;
  readonly id: string;
  readonly route: string;
  /** The version that was shown; null where nothing was. */
  readonly version: number | null;
  /** Code of the refusal; null where it was shown. */
  readonly refused: string | null;
};

export type ViewQuery = {
  readonly object?: string;
  readonly id?: string;
  readonly by?: string;
  /** A sequence: what is older than that. */
  readonly before?: number;
  readonly limit: number;
};

/** Who opened what and when: written in the unit in which it is read, never changed until it is forgotten. */
export interface ViewLog {
  add(view: View): Promise<void>;
  /** The newest first. */
  list(query: ViewQuery): Promise<readonly (View & { readonly sequence: number })[]>;
  /** Forgets what was opened before `at`; gives how many. */
  forget(at: Instant): Promise<number>;
}

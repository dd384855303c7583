import type { Actor, DeskEvent, Instant, Order, Refusal } from "@breakwater/casework";

/** Who gives a command, when, and what it takes for granted. */
export type By = {
  readonly actor: Actor;
  readonly at: Instant;
  /** The version that whoever acts has seen; left out: any. */
  readonly expectedVersion?: number;
  /** The same command under the same key has one effect and the same answer. */
  readonly key?: string;
};

export type Done = {
  readonly kind: "done";
  /** The events of the command, then those of its follow-ups. */
  readonly events: readonly DeskEvent[];
  /** Of the object that was commanded. */
  readonly version: number;
  /** It was carried out before, under the same key. */
  readonly repeated: boolean;
};

export type DeskAnswer =
  | Done
  | { readonly kind: "refused"; readonly refusal: Refusal }
  /** It changed since; it is at this version now. */
  | { readonly kind: "stale"; readonly version: number }
  /** Another command came under that key. */
  | { readonly kind: "key_taken" };

export type Execute = (order: Order, by: By) => Promise<DeskAnswer>;

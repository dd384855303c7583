import { randomBytes, randomUUID } from "node:crypto";

/** What the pure rest of the service takes as arguments: the clock, and chance. */
export type World = {
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly newId: () => string;
  readonly randomBytes: (count: number) => Uint8Array;
  /** From 0 up to, not including, 1: for jitter, never for secrets. */
  readonly random: () => number;
};

/** This machine's. */
export function openWorld(): World {
  return {
    now: Date.now,
    newId: randomUUID,
    // A copy that owns its bytes: Node's come out of a pool.
    randomBytes: (count) => new Uint8Array(randomBytes(count)),
    random: Math.random,
  };
}

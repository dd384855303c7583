import type { Transactor } from "../../state/transactor.ts";
import type { IdempotencyStore, StoredAnswer } from "./idempotency-store.ts";

/** What a key means for a request that comes with it. `taken` with an answer: give that. Without: somebody works on it, or died over it. */
export type KeyState =
  | { readonly kind: "new" }
  | { readonly kind: "reused" }
  | { readonly kind: "taken"; readonly answer: StoredAnswer | null };

/** Whole units of work over plain data, so that a thread may stand between them and the front. */
export interface Idempotency {
  /** Takes the key for this request where nobody has it yet; durable when it answers. */
  begin(request: { readonly key: string; readonly fingerprint: string; readonly at: number }): Promise<KeyState>;
  /** Keeps the answer. */
  complete(key: string, answer: StoredAnswer): Promise<void>;
  /** Gives the key back: the request had no effect. */
  release(key: string): Promise<void>;
  /** Forgets keys that are older than a day; how many. For a clock to call. */
  sweep(at: number): Promise<number>;
}

/** How long a key means its first request. */
export const keyLifeMs = 86_400_000;

export function createIdempotency(store: IdempotencyStore, transactor: Transactor): Idempotency {
  return {
    begin: async ({ key, fingerprint, at }) =>
      transactor.run(async (): Promise<KeyState> => {
        const known = await store.find(key);
        if (known === null || known.at <= at - keyLifeMs) {
          await store.put(key, { fingerprint, at, answer: null });
          return { kind: "new" };
        }
        return known.fingerprint === fingerprint ? { kind: "taken", answer: known.answer } : { kind: "reused" };
      }),
    complete: async (key, answer) =>
      transactor.run(async () => {
        const known = await store.find(key);
        if (known !== null) await store.put(key, { ...known, answer });
      }),
    release: async (key) => transactor.run(async () => store.delete(key)),
    sweep: async (at) => transactor.run(async () => store.deleteBefore(at - keyLifeMs)),
  };
}

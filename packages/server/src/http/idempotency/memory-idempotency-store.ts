import type { IdempotencyEntry, IdempotencyStore } from "./idempotency-store.ts";

/** The obvious one. */
export function createMemoryIdempotencyStore(): IdempotencyStore {
  const entries = new Map<string, IdempotencyEntry>();
  return {
    find: async (key) => entries.get(key) ?? null,
    put: async (key, entry) => {
      entries.set(key, structuredClone(entry));
    },
    delete: async (key) => {
      entries.delete(key);
    },
    deleteBefore: async (at) => {
      const old = [...entries].filter(([, entry]) => entry.at < at);
      for (const [key] of old) entries.delete(key);
      return old.length;
    },
  };
}

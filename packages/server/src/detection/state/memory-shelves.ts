import type { Shelf, Shelves } from "./shelf.ts";

export function createMemoryShelves(): Shelves {
  const shelves = new Map<string, Map<string, unknown>>();
  return <T>(name: string): Shelf<T> => {
    const held = shelves.get(name) ?? new Map<string, unknown>();
    shelves.set(name, held);
    return {
      get: async (key) => (structuredClone(held.get(key)) as T | undefined) ?? null,
      put: async (key, value) => void held.set(key, structuredClone(value)),
      remove: async (key) => void held.delete(key),
      list: async ({ after, limit } = {}) =>
        structuredClone(
          [...held]
            .filter(([key]) => after === undefined || key > after)
            .sort(([a], [b]) => (a < b ? -1 : 1))
            .slice(0, limit)
            .map(([, value]) => value as T),
        ),
    };
  };
}

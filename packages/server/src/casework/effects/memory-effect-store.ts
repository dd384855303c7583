import type { Effect, EffectStore } from "./effect-store.ts";

export function createMemoryEffectStore(): EffectStore {
  const effects = new Map<string, Effect>();
  const unordered = new Set<string>();
  return {
    put: async (effect) => void effects.set(effect.id, effect),
    find: async (id) => effects.get(id) ?? null,
    list: async ({ state, decision, after, limit }) =>
      [...effects.values()]
        .filter((effect) => state === undefined || effect.state === state)
        .filter((effect) => decision === undefined || effect.decision === decision)
        .sort((a, b) => b.askedAt - a.askedAt || (a.id < b.id ? 1 : -1))
        .filter(
          ({ askedAt, id }) => after === undefined || askedAt < after[0] || (askedAt === after[0] && id < after[1]),
        )
        .slice(0, limit),
    listRetries: async (at, limit) =>
      [...effects.values()]
        .filter(({ retryAt }) => retryAt !== null && retryAt <= at)
        .sort((a, b) => (a.retryAt ?? 0) - (b.retryAt ?? 0) || (a.id < b.id ? -1 : 1))
        .slice(0, limit),
    noteUnordered: async (id) => void unordered.add(id),
    countUnordered: async () => unordered.size,
  };
}

import type { RetentionStore, RuleState } from "./retention-store.ts";

export function createMemoryRetentionStore(): RetentionStore {
  const states = new Map<string, RuleState>();
  return {
    read: async (name) => states.get(name) ?? null,
    write: async (state) => {
      states.set(state.name, structuredClone(state));
    },
    list: async () => [...states.values()].sort((a, b) => (a.name < b.name ? -1 : 1)),
  };
}

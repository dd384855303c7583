import type { PendingErasure, PendingErasures } from "./pending-erasures.ts";

export function createMemoryPendingErasures(): PendingErasures {
  const held = new Map<string, PendingErasure>();
  return {
    put: async (erasure) => {
      const requestedAt = held.get(erasure.account)?.requestedAt ?? erasure.requestedAt;
      held.set(erasure.account, { ...erasure, requestedAt });
    },
    find: async (account) => held.get(account) ?? null,
    remove: async (account) => {
      held.delete(account);
    },
    listDue: async (at, limit) =>
      [...held.values()]
        .filter(({ dueAt }) => dueAt <= at)
        .sort((a, b) => a.dueAt - b.dueAt || (a.account < b.account ? -1 : 1))
        .slice(0, limit),
    count: async () => held.size,
  };
}

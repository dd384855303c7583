import type { KeptStatement, Reconciliation, StatementStore } from "./statement-store.ts";

export function createMemoryStatementStore(): StatementStore {
  const kept = new Map<number, KeptStatement>();
  let cursor = 0;
  let newest: Reconciliation | null = null;
  const list = (): readonly KeptStatement[] => [...kept.values()].sort((a, b) => a.sequence - b.sequence);
  return {
    add: async (statement) => {
      const isThere = kept.has(statement.sequence) || list().some(({ puid }) => puid === statement.puid);
      if (!isThere) kept.set(statement.sequence, statement);
    },
    update: async (statement) => void kept.set(statement.sequence, statement),
    find: async (wanted) => list().find(({ puid }) => puid === wanted) ?? null,
    list: async (after, limit, wanted) =>
      list()
        .filter(({ sequence, status }) => sequence > after && (wanted === undefined || status === wanted))
        .slice(0, limit),
    listDue: async (at, limit) =>
      list()
        .filter(({ status, nextAt }) => status === "queued" && nextAt <= at)
        .slice(0, limit),
    count: async () => {
      const counts = { queued: 0, accepted: 0, refused: 0, withheld: 0 };
      for (const { status } of kept.values()) counts[status] += 1;
      return counts;
    },
    cursor: async () => cursor,
    moveCursor: async (sequence) => {
      cursor = sequence;
    },
    keepReconciliation: async (reconciliation) => {
      newest = reconciliation;
    },
    reconciliation: async () => newest,
  };
}

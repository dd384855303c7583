import type { DetectionGroup, GroupMoment } from "./group.ts";
import { momentsMax, type GroupStore } from "./group-store.ts";
import { thinMoments } from "./thin-moments.ts";

export function createMemoryGroupStore(): GroupStore {
  const groups = new Map<string, DetectionGroup>();
  const moments = new Map<string, readonly GroupMoment[]>();
  const all = (): DetectionGroup[] => structuredClone([...groups.values()]).sort((a, b) => (a.id < b.id ? -1 : 1));
  return {
    get: async (id) => structuredClone(groups.get(id) ?? null),
    put: async (group) => void groups.set(group.id, structuredClone(group)),
    listOpen: async () => all().filter(({ state }) => state === "open"),
    list: async ({ kind, state, after, limit }) =>
      all()
        .sort((a, b) => b.firstEpoch - a.firstEpoch)
        .filter((group) => (kind ?? group.kind) === group.kind && (state ?? group.state) === group.state)
        .filter(
          ({ firstEpoch, id }) =>
            after === undefined || firstEpoch < after.firstEpoch || (firstEpoch === after.firstEpoch && id > after.id),
        )
        .slice(0, limit),
    addMoment: async (id, moment) => {
      const kept = (moments.get(id) ?? []).filter(({ epoch }) => epoch !== moment.epoch);
      const grown = [...kept, moment].sort((a, b) => a.epoch - b.epoch);
      moments.set(id, grown.length > momentsMax ? thinMoments(grown) : grown);
    },
    listMoments: async (id) => moments.get(id) ?? [],
    listQuoting: async (keys) => {
      const asked = new Set(keys);
      return all()
        .filter(({ evidence }) => evidence.quotes.some(({ action }) => asked.has(action)))
        .map(({ id }) => id);
    },
    listHolding: async (account) =>
      all()
        .filter(({ everHeld }) => everHeld.includes(account))
        .map(({ id }) => id),
    deleteEndedBefore: async (at, keep) => {
      const gone = all().filter(({ id, endedAt }) => endedAt !== null && endedAt < at && !keep.has(id));
      for (const { id } of gone) {
        groups.delete(id);
        moments.delete(id);
      }
      return gone.length;
    },
  };
}

import type { Listing, Listed } from "./listing.ts";
import { neverDue } from "./listing.ts";
import { toListed } from "./to-listed.ts";

/** The obvious way: what the other listings are held against. */
export function createMemoryListing(): Listing {
  const lines = new Map<string, Listed>();
  return {
    clear: async () => lines.clear(),
    take: async (stored) => {
      lines.set(`${stored.object}/${stored.id}`, toListed(stored));
    },
    list: async ({ object, statuses, caseType, priority, dueBefore, keys = [], sort, after, limit }) => {
      const sign = sort === "newest" ? -1 : 1;
      const compare = (a: readonly [number, string], b: readonly [number, string]): number =>
        sign * (a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0));
      return [...lines.values()]
        .filter((line) => line.object === object)
        .filter((line) => statuses === undefined || statuses.includes(line.status))
        .filter((line) => caseType === undefined || line.caseType === caseType)
        .filter((line) => priority === undefined || line.priority === priority)
        .filter((line) => dueBefore === undefined || (line.dueAt ?? neverDue) < dueBefore)
        .filter((line) =>
          keys.every(({ kind, value }) => line.keys.some((key) => key.kind === kind && key.value === value)),
        )
        .map(({ id, openedAt, dueAt, rank }) => {
          const value = { newest: openedAt, due: dueAt ?? neverDue, urgent: rank }[sort];
          return [value, id] as const;
        })
        .sort(compare)
        .filter((place) => after === undefined || compare(after, place) < 0)
        .slice(0, limit)
        .map(([value, id]) => ({ id, value }));
    },
  };
}

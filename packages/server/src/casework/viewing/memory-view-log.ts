import type { View, ViewLog } from "./view-log.ts";

export function createMemoryViewLog(): ViewLog {
  const views: (View & { readonly sequence: number })[] = [];
  return {
    add: async (view) => void views.push({ ...view, sequence: views.length + 1 }),
    list: async ({ object, id, by, before = Infinity, limit }) =>
      views
        .toReversed()
        .filter((view) => view.sequence < before)
        .filter((view) => object === undefined || view.object === object)
        .filter((view) => id === undefined || view.id === id)
        .filter((view) => by === undefined || view.by === by)
        .slice(0, limit),
  };
}

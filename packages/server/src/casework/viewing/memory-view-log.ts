import type { View, ViewLog } from "./view-log.ts";

export function createMemoryViewLog(): ViewLog {
  let views: readonly (View & { readonly sequence: number })[] = [];
  let sequence = 0;
  return {
    add: async (view) => {
      sequence += 1;
      views = [...views, { ...view, sequence }];
    },
    list: async ({ object, id, by, before = Infinity, limit }) =>
      views
        .toReversed()
        .filter((view) => view.sequence < before)
        .filter((view) => object === undefined || view.object === object)
        .filter((view) => id === undefined || view.id === id)
        .filter((view) => by === undefined || view.by === by)
        .slice(0, limit),
    forget: async (at) => {
      const before = views.length;
      views = views.filter((view) => view.at >= at);
      return before - views.length;
    },
  };
}

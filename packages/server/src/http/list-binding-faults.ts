import type { Route } from "@breakwater/contract";
import type { BoundRoute } from "./route.ts";

/** Where a table of routes and what is bound are not the same: one line each. */
export function listBindingFaults(routes: readonly Route[], boundRoutes: readonly BoundRoute[]): readonly string[] {
  const bound = boundRoutes.map(({ route }) => route);
  return [
    ...routes.flatMap((route) => {
      const times = bound.filter((one) => one === route).length;
      return times === 1 ? [] : [`${route.id}: bound ${times} times`];
    }),
    ...bound.filter((route) => !routes.includes(route)).map(({ id }) => `${id}: bound, but not in the contract`),
  ];
}

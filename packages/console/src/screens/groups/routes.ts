import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { groupSearch, pictureSearch } from "./group-search.ts";

export const groupsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups",
  validateSearch: groupSearch,
  component: lazyRouteComponent(() => import("./GroupsPage.tsx"), "GroupsPage"),
});

export const groupRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/groups/$id",
  validateSearch: pictureSearch,
  component: lazyRouteComponent(() => import("./GroupPage.tsx"), "GroupPage"),
});

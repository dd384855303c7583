import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { objectSearch } from "./objects/object-search.ts";

const layout = createRoute({
  getParentRoute: () => rootRoute,
  path: "/desks",
  component: lazyRouteComponent(() => import("./DesksLayout.tsx"), "DesksLayout"),
});

const overview = createRoute({
  getParentRoute: () => layout,
  path: "/",
  component: lazyRouteComponent(() => import("./DesksPage.tsx"), "DesksPage"),
});

const authority = createRoute({
  getParentRoute: () => layout,
  path: "authority",
  validateSearch: objectSearch,
  component: lazyRouteComponent(() => import("./authority/AuthorityPage.tsx"), "AuthorityPage"),
});
const request = createRoute({
  getParentRoute: () => layout,
  path: "authority/$id",
  component: lazyRouteComponent(() => import("./authority/RequestPage.tsx"), "RequestPage"),
});

/** The desks beside the cases: one page each for what is listed, and one for what is read. */
export const desksRoute = layout.addChildren([overview, authority, request]);

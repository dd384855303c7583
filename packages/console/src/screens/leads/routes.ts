import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { leadSearch } from "./lead-search.ts";

export const leadsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leads",
  validateSearch: leadSearch,
  component: lazyRouteComponent(() => import("./LeadsPage.tsx"), "LeadsPage"),
});

export const leadRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/leads/$id",
  component: lazyRouteComponent(() => import("./LeadPage.tsx"), "LeadPage"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { rootRoute } from "../../app/root-route.ts";
import { claimSearch, turnSearch } from "./claim-search.ts";

const claimsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims",
  validateSearch: claimSearch,
  component: lazyRouteComponent(() => import("./list/ClaimsPage.tsx"), "ClaimsPage"),
});

const claimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/entry/$id",
  validateSearch: turnSearch,
  component: lazyRouteComponent(() => import("./entry/ClaimPage.tsx"), "ClaimPage"),
});

const newClaimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/new",
  component: lazyRouteComponent(() => import("./editor/NewClaimPage.tsx"), "NewClaimPage"),
});

const editClaimRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/entry/$id/edit",
  component: lazyRouteComponent(() => import("./editor/EditClaimPage.tsx"), "EditClaimPage"),
});

const tryRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/try",
  component: lazyRouteComponent(() => import("./try/TryPage.tsx"), "TryPage"),
});

const importsRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/imports",
  component: lazyRouteComponent(() => import("./imports/ImportsPage.tsx"), "ImportsPage"),
});

const importRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/claims/imports/$id",
  component: lazyRouteComponent(() => import("./imports/ImportPage.tsx"), "ImportPage"),
});

export const claimRoutes = [
  claimsRoute,
  claimRoute,
  newClaimRoute,
  editClaimRoute,
  tryRoute,
  importsRoute,
  importRoute,
] as const;

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { queueNames } from "@breakwater/contract";
import { z } from "zod";
import { rootRoute } from "../../app/root-route.ts";
import { caseSearch } from "./case-search.ts";

export const casesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases",
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import("./CasesPage.tsx"), "CasesPage"),
});

export const caseRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$id",
  component: lazyRouteComponent(() => import("./CasePage.tsx"), "CasePage"),
});

export const legalHoldRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$id/legal-hold",
  component: lazyRouteComponent(() => import("./LegalHoldPage.tsx"), "LegalHoldPage"),
});

export const proposeRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/cases/$id/propose",
  // The queue that is being worked, to go on with afterwards.
  validateSearch: z.object({ queue: z.enum(queueNames).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./propose/ProposePage.tsx"), "ProposePage"),
});

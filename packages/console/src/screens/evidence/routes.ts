import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "../../app/root-route.ts";

export const evidenceRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/evidence",
  /** `entry`: the one that is looked at. */
  validateSearch: z.object({ entry: z.int().min(0).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./EvidencePage.tsx"), "EvidencePage"),
});

import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "../../app/root-route.ts";

export const queuesRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/queues",
  component: lazyRouteComponent(() => import("./QueuesPage.tsx"), "QueuesPage"),
});

export const queueRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/queues/$queue",
  validateSearch: z.object({ show: z.enum(["free", "all"]).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./QueuePage.tsx"), "QueuePage"),
});

export const jobRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: "/queues/$queue/$id",
  component: lazyRouteComponent(() => import("./JobPage.tsx"), "JobPage"),
});

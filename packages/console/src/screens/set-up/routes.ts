import { createRoute, lazyRouteComponent } from "@tanstack/react-router";
import { z } from "zod";
import { rootRoute } from "../../app/root-route.ts";

const parent = { getParentRoute: () => rootRoute } as const;

export const setUpRoute = createRoute({
  ...parent,
  path: "/set-up",
  component: lazyRouteComponent(() => import("./SetUpPage.tsx"), "SetUpPage"),
});
export const peopleRoute = createRoute({
  ...parent,
  path: "/set-up/people",
  component: lazyRouteComponent(() => import("./people/PeoplePage.tsx"), "PeoplePage"),
});
export const tokensRoute = createRoute({
  ...parent,
  path: "/set-up/tokens",
  component: lazyRouteComponent(() => import("./tokens/TokensPage.tsx"), "TokensPage"),
});
export const webhooksRoute = createRoute({
  ...parent,
  path: "/set-up/webhooks",
  component: lazyRouteComponent(() => import("./webhooks/WebhooksPage.tsx"), "WebhooksPage"),
});
export const webhookRoute = createRoute({
  ...parent,
  path: "/set-up/webhooks/$id",
  /** Which deliveries are shown. */
  validateSearch: z.object({ status: z.enum(["pending", "delivered", "failed"]).optional().catch(undefined) }),
  component: lazyRouteComponent(() => import("./webhooks/WebhookPage.tsx"), "WebhookPage"),
});
export const detectorsRoute = createRoute({
  ...parent,
  path: "/set-up/detectors",
  component: lazyRouteComponent(() => import("./detectors/DetectorsPage.tsx"), "DetectorsPage"),
});
export const recordsRoute = createRoute({
  ...parent,
  path: "/set-up/records",
  component: lazyRouteComponent(() => import("./records/RecordsPage.tsx"), "RecordsPage"),
});
export const settingsRoute = createRoute({
  ...parent,
  path: "/set-up/settings",
  component: lazyRouteComponent(() => import("./settings/SettingsPage.tsx"), "SettingsPage"),
});
export const accessLogRoute = createRoute({
  ...parent,
  path: "/set-up/access-log",
  component: lazyRouteComponent(() => import("./access-log/AccessLogPage.tsx"), "AccessLogPage"),
});

export const setUpRoutes = [
  setUpRoute,
  peopleRoute,
  tokensRoute,
  webhooksRoute,
  webhookRoute,
  detectorsRoute,
  recordsRoute,
  settingsRoute,
  accessLogRoute,
] as const;

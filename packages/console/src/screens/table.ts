import { rootRoute } from "../app/root-route.ts";
import { evidenceRoute } from "./evidence/routes.ts";
import { figuresRoute } from "./figures/routes.ts";
import { leadRoute, leadsRoute } from "./leads/routes.ts";
import { nowRoute } from "./now/routes.ts";
import type { Screen } from "./screen.ts";
import { setUpRoutes } from "./set-up/routes.ts";

/** Every screen, in the order of the navigation. */
export const screens: readonly Screen[] = [
  { key: "now", letter: "n", scopes: [], path: "/" },
  { key: "leads", letter: "l", scopes: ["leads:read"], path: "/leads" },
  { key: "groups", letter: "g", scopes: ["groups:read"], path: null },
  { key: "claims", letter: "c", scopes: ["claims:read"], path: null },
  { key: "cases", letter: "a", scopes: ["leads:read"], path: null },
  { key: "evidence", letter: "e", scopes: ["ledger:read"], path: "/evidence" },
  { key: "figures", letter: "f", scopes: ["figures:read"], path: "/figures" },
  {
    key: "set-up",
    letter: "s",
    scopes: ["access:read", "detection:read", "webhooks:manage", "records:manage"],
    path: "/set-up",
  },
];

/** Their pages. */
export const routeTree = rootRoute.addChildren([
  nowRoute,
  leadsRoute,
  leadRoute,
  evidenceRoute,
  figuresRoute,
  ...setUpRoutes,
]);

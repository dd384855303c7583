import { rootRoute } from "../app/root-route.ts";
import { deskScopes } from "./desks/desks.ts";
import { desksRoute } from "./desks/routes.ts";
import { evidenceRoute } from "./evidence/routes.ts";
import { groupRoute, groupsRoute } from "./groups/routes.ts";
import { caseRoute, casesRoute, legalHoldRoute, proposeRoute } from "./cases/routes.ts";
import { decisionRoute } from "./decisions/routes.ts";
import { figuresRoute } from "./figures/routes.ts";
import { claimRoutes } from "./claims/routes.ts";
import { leadRoute, leadsRoute } from "./leads/routes.ts";
import { nowRoute } from "./now/routes.ts";
import { jobRoute, queueRoute, queuesRoute } from "./queues/routes.ts";
import type { Screen } from "./screen.ts";
import { setUpRoutes } from "./set-up/routes.ts";

/** Every screen, in the order of the navigation. */
export const screens: readonly Screen[] = [
  { key: "now", letter: "n", scopes: [], path: "/" },
  { key: "leads", letter: "l", scopes: ["leads:read"], path: "/leads" },
  { key: "groups", letter: "g", scopes: ["groups:read"], path: "/groups" },
  { key: "claims", letter: "c", scopes: ["claims:read"], path: "/claims" },
  { key: "cases", letter: "a", scopes: ["cases:read"], path: "/cases", alsoAt: ["/decisions", "/queues"] },
  { key: "desks", letter: "d", scopes: deskScopes, path: "/desks" },
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
  groupsRoute,
  groupRoute,
  ...claimRoutes,
  desksRoute,
  evidenceRoute,
  casesRoute,
  caseRoute,
  proposeRoute,
  legalHoldRoute,
  decisionRoute,
  queuesRoute,
  queueRoute,
  jobRoute,
  figuresRoute,
  ...setUpRoutes,
]);

import { rootRoute } from "../app/root-route.ts";
import { caseRoute, casesRoute, legalHoldRoute, proposeRoute } from "./cases/routes.ts";
import { decisionRoute } from "./decisions/routes.ts";
import { deskScopes } from "./desks/desks.ts";
import { desksRoute } from "./desks/routes.ts";
import { leadRoute, leadsRoute } from "./leads/routes.ts";
import { nowRoute } from "./now/routes.ts";
import { jobRoute, queueRoute, queuesRoute } from "./queues/routes.ts";
import type { Screen } from "./screen.ts";

/** Every screen, in the order of the navigation. */
export const screens: readonly Screen[] = [
  { key: "now", letter: "n", scopes: [], path: "/" },
  { key: "leads", letter: "l", scopes: ["leads:read"], path: "/leads" },
  { key: "groups", letter: "g", scopes: ["groups:read"], path: null },
  { key: "claims", letter: "c", scopes: ["claims:read"], path: null },
  {
    key: "cases",
    letter: "a",
    scopes: ["cases:read"],
    path: "/cases",
    alsoAt: ["/decisions", "/queues"],
  },
  { key: "desks", letter: "d", scopes: deskScopes, path: "/desks" },
  { key: "evidence", letter: "e", scopes: ["ledger:read"], path: null },
  { key: "figures", letter: "f", scopes: ["groups:read"], path: null },
  { key: "set-up", letter: "s", scopes: ["access:read", "detection:manage", "webhooks:manage"], path: null },
];

/** Their pages. */
export const routeTree = rootRoute.addChildren([
  nowRoute,
  leadsRoute,
  leadRoute,
  casesRoute,
  caseRoute,
  proposeRoute,
  legalHoldRoute,
  decisionRoute,
  queuesRoute,
  queueRoute,
  jobRoute,
  desksRoute,
]);

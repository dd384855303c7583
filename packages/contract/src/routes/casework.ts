import type { Route } from "../route.ts";
import { casesRoutes } from "./casework/cases.ts";
import { correctionRoutes } from "./casework/corrections.ts";
import { decisionsRoutes } from "./casework/decisions.ts";
import { deskObjectRoutes } from "./casework/desk-objects.ts";
import { effectsRoutes } from "./casework/effects.ts";
import { houseObjectRoutes } from "./casework/house-objects.ts";
import { jobsRoutes } from "./casework/jobs.ts";
import { victimsRoutes } from "./casework/victims.ts";
import { viewsRoutes } from "./casework/views.ts";

export * from "./casework/case-commands.ts";
export * from "./casework/case-evidence.ts";
export * from "./casework/cases.ts";
export * from "./casework/corrections.ts";
export * from "./casework/decisions.ts";
export * from "./casework/desk-objects.ts";
export * from "./casework/effects.ts";
export * from "./casework/house-objects.ts";
export * from "./casework/jobs.ts";
export { defineObjectRoutes, type CommandRoute, type ListRoute, type ReadRoute } from "./casework/object-routes.ts";
export { clock, deadline, happening, hiddenPart } from "./casework/parts.ts";
export * from "./casework/proposal.ts";
export * from "./casework/victims.ts";
export * from "./casework/views.ts";

/** Everything that people work on in casework but leads and reports, which have routes of their own. */
export const caseworkRoutes: readonly Route[] = [
  ...casesRoutes,
  ...decisionsRoutes,
  ...deskObjectRoutes,
  ...houseObjectRoutes,
  ...correctionRoutes,
  ...victimsRoutes,
  ...jobsRoutes,
  ...effectsRoutes,
  ...viewsRoutes,
];

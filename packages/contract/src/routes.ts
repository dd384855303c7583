import { accessRoutes } from "./routes/access.ts";
import { actionsRoutes } from "./routes/actions.ts";
import { caseworkRoutes } from "./routes/casework.ts";
import { checkRoutes } from "./routes/check.ts";
import { claimsRoutes } from "./routes/claims.ts";
import { eventsRoutes } from "./routes/events.ts";
import { figuresRoutes } from "./routes/figures.ts";
import { groupsRoutes } from "./routes/groups.ts";
import { healthRoutes } from "./routes/health.ts";
import { leadsRoutes } from "./routes/leads.ts";
import { ledgerRoutes } from "./routes/ledger.ts";
import { noticesRoutes } from "./routes/notices.ts";
import { policiesRoutes } from "./routes/policies.ts";
import { recordsRoutes } from "./routes/records.ts";
import { reportsRoutes } from "./routes/reports.ts";
import { settingsRoutes } from "./routes/settings.ts";
import { statementsRoutes } from "./routes/statements.ts";
import { webhooksRoutes } from "./routes/webhooks.ts";
import type { Route } from "./route.ts";

/** Every route of the API. */
export const routes: readonly Route[] = [
  ...healthRoutes,
  ...actionsRoutes,
  ...checkRoutes,
  ...claimsRoutes,
  ...groupsRoutes,
  ...leadsRoutes,
  ...policiesRoutes,
  ...caseworkRoutes,
  ...reportsRoutes,
  ...noticesRoutes,
  ...ledgerRoutes,
  ...figuresRoutes,
  ...statementsRoutes,
  ...eventsRoutes,
  ...webhooksRoutes,
  ...accessRoutes,
  ...recordsRoutes,
  ...settingsRoutes,
];

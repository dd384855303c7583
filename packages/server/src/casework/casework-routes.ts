import type { BoundRoute } from "../http/route.ts";
import type { Remote } from "../threads/remote.ts";
import type { Casework } from "./create-casework.ts";
import { createCorrectionRoutes } from "./corrections/correction-routes.ts";
import { createEffectRoutes } from "./effects/effect-routes.ts";
import { createJobRoutes } from "./jobs/job-routes.ts";
import { createCaseRoutes } from "./objects/case-routes.ts";
import { createObjectRoutes } from "./objects/object-routes.ts";

/** What the routes of casework call; on the log thread. */
export type CaseworkServices = {
  readonly objects: Remote<Casework["objectBook"]>;
  readonly cases: Remote<Casework["caseBook"]>;
  readonly opinions: Remote<Casework["opinionBook"]>;
  readonly jobs: Remote<Casework["jobBook"]>;
  readonly effects: Remote<Casework["effectBook"]>;
  readonly views: Remote<Casework["views"]>;
  readonly links: Pick<Remote<Casework["linkDesk"]>, "askCorrection">;
};

/** Every route of casework but those of leads and reports. */
export function createCaseworkRoutes(services: CaseworkServices): readonly BoundRoute[] {
  const { objects, cases, opinions, jobs, effects, views, links } = services;
  return [
    ...createObjectRoutes({ book: objects }),
    ...createCaseRoutes({ cases, opinions, views }),
    ...createJobRoutes({ book: jobs }),
    ...createEffectRoutes({ book: effects }),
    ...createCorrectionRoutes(links),
  ];
}

import type { DatabaseSync } from "node:sqlite";
import type { Config } from "../config/schema.ts";
import { createAudits, type Audits } from "../detection/audits/audits.ts";
import { createDetectors, type Detectors } from "../detection/detectors.ts";
import { createFindingsKeeper } from "../detection/findings-keeper.ts";
import { createForgetting, type Forgetting } from "../detection/forgetting.ts";
import { createGroups, type Groups } from "../detection/groups/groups.ts";
import { createSqliteGroupStore } from "../detection/groups/sqlite-group-store.ts";
import type { FindingsSink } from "../detection/judge/judged-epoch.ts";
import { openDetectionShelves } from "../detection/leads/detection-shelves.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import { defaultLeadPolicy } from "../detection/leads/lead-policy.ts";
import { createMarks, type Marks } from "../detection/marks.ts";
import { createPreviews, type Previews } from "../detection/previews/previews.ts";
import { createSqliteShelves } from "../detection/state/sqlite-shelves.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import type { World } from "./world.ts";

export type DetectionParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly config: Config;
  readonly desk: LeadDesk;
  readonly world: World;
};

/** What is remembered of the judge's findings, and what people say about it. */
export type Detection = {
  readonly findings: FindingsSink;
  readonly groups: Groups;
  readonly marks: Marks;
  readonly detectors: Detectors;
  readonly previews: Previews;
  readonly audits: Audits;
  readonly forgetting: Forgetting;
};

const dayMs = 86_400_000;

export function openDetection(db: DatabaseSync, { config, world, ...parts }: DetectionParts): Detection {
  const { leads_per_day: leadsPerDay, observe_days: observeDays } = config.detection;
  const deps = {
    ...parts,
    ...world,
    groups: createSqliteGroupStore(db),
    shelves: openDetectionShelves(createSqliteShelves(db)),
    policy: { ...defaultLeadPolicy, leadsPerDay, observeMs: observeDays * dayMs },
  };
  return {
    findings: createFindingsKeeper(deps),
    groups: createGroups(deps),
    marks: createMarks(deps),
    detectors: createDetectors(deps),
    previews: createPreviews(deps),
    audits: createAudits(deps),
    forgetting: createForgetting(deps),
  };
}

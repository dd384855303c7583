import type { DatabaseSync } from "node:sqlite";
import type { Config } from "../config/schema.ts";
import { createFindingsKeeper } from "../detection/findings-keeper.ts";
import { createSqliteGroupStore } from "../detection/groups/sqlite-group-store.ts";
import type { FindingsSink } from "../detection/judge/judged-epoch.ts";
import { openDetectionShelves } from "../detection/leads/detection-shelves.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import { defaultLeadPolicy } from "../detection/leads/lead-policy.ts";
import { createSqliteShelves } from "../detection/state/sqlite-shelves.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";

export type DetectionParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly config: Config;
  readonly desk: LeadDesk;
  readonly now: () => number;
};

const dayMs = 86_400_000;

/** What takes the judge's findings in: groups, leads, audits, over the state database. */
export function openDetection(db: DatabaseSync, { config, ...parts }: DetectionParts): FindingsSink {
  const { leads_per_day: leadsPerDay, observe_days: observeDays } = config.detection;
  return createFindingsKeeper({
    ...parts,
    groups: createSqliteGroupStore(db),
    shelves: openDetectionShelves(createSqliteShelves(db)),
    policy: { ...defaultLeadPolicy, leadsPerDay, observeMs: observeDays * dayMs },
  });
}

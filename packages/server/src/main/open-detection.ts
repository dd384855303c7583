import type { DatabaseSync } from "node:sqlite";
import type { BatchLog } from "../actions/batch-log.ts";
import type { Config } from "../config/schema.ts";
import { createDetection, type Detection } from "../detection/create-detection.ts";
import { createSqliteGroupStore } from "../detection/groups/sqlite-group-store.ts";
import type { GroupStore } from "../detection/groups/group-store.ts";
import { openDetectionShelves, type DetectionShelves } from "../detection/leads/detection-shelves.ts";
import type { LeadDesk } from "../detection/leads/lead-desk.ts";
import { defaultLeadPolicy } from "../detection/leads/lead-policy.ts";
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
  readonly actionLog: Pick<BatchLog, "readChanges">;
};

const dayMs = 86_400_000;

export type OpenedDetection = Detection & { readonly groupStore: GroupStore; readonly shelves: DetectionShelves };

export function openDetection(
  db: DatabaseSync,
  { config, world, actionLog, ...parts }: DetectionParts,
): OpenedDetection {
  const { leads_per_day: leadsPerDay, observe_days: observeDays } = config.detection;
  const deps = {
    ...parts,
    ...world,
    readChanges: (offset: number, limit: number) => actionLog.readChanges(offset, limit),
    groups: createSqliteGroupStore(db),
    shelves: openDetectionShelves(createSqliteShelves(db)),
    policy: { ...defaultLeadPolicy, leadsPerDay, observeMs: observeDays * dayMs },
  };
  return { ...createDetection(deps), groupStore: deps.groups, shelves: deps.shelves };
}

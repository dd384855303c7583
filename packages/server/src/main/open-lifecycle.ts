import type { DatabaseSync } from "node:sqlite";
import type { ActionLog } from "../actions/action-log.ts";
import { pseudonymEpochMs, type PseudonymKeys } from "../actions/pseudonyms/pseudonym-keys.ts";
import type { Config } from "../config/schema.ts";
import type { ReportDesk } from "../casework/reports/report-desk.ts";
import type { Detection } from "../detection/create-detection.ts";
import type { GroupStore } from "../detection/groups/group-store.ts";
import type { DetectionShelves } from "../detection/leads/detection-shelves.ts";
import { createLifecycle, type Lifecycle } from "../lifecycle/create-lifecycle.ts";
import { createActionLogHolder } from "../lifecycle/records/action-log-holder.ts";
import { createGroupsHolder } from "../lifecycle/records/groups-holder.ts";
import {
  createActionsRule,
  createEvidenceRule,
  createPseudonymKeysRule,
  createReportsRule,
  createSketchesRule,
} from "../lifecycle/retention/rules.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import type { CaseworkForgetting } from "../casework/forgetting/casework-forgetting.ts";
import { createCaseworkHolder } from "./casework-holder.ts";
import { createReportsHolder } from "./reports-holder.ts";
import type { Setup } from "./setup.ts";
import type { World } from "./world.ts";

export type LifecycleParts = {
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly actionLog: ActionLog;
  readonly pseudonymKeys: PseudonymKeys;
  readonly detection: Pick<Detection, "forgetting">;
  readonly groupStore: GroupStore;
  readonly shelves: DetectionShelves;
  /** After an erasure in the action log: tells those who follow it. */
  readonly onErased: () => void;
  readonly reportDesk: ReportDesk;
  readonly caseworkForgetting: CaseworkForgetting;
  /** Whether people may still need the groups behind a lead. */
  readonly isLeadInUse: (leadId: string) => Promise<boolean>;
  readonly world: World;
  readonly onFailure: (name: string, error: unknown) => void;
};

const dayMs = 86_400_000;

/** Erasure, subject access and retention over every room that keeps anything of accounts. */
export function openLifecycle(db: DatabaseSync, { config, layout }: Setup, parts: LifecycleParts): Lifecycle {
  const { transactor, outbox, actionLog, detection, groupStore, shelves, reportDesk, world, onFailure } = parts;
  const groups = { transactor, groups: groupStore, shelves, forgetting: detection.forgetting };
  return createLifecycle({
    layout,
    db,
    transactor,
    outbox,
    holders: [
      createActionLogHolder(actionLog, parts.onErased),
      createGroupsHolder(groups),
      createReportsHolder(reportDesk),
      createCaseworkHolder(parts.caseworkForgetting),
    ],
    rules: listRules(config, parts),
    noticesMs: config.retention.notices_days * dayMs,
    now: world.now,
    monotonicMs: () => performance.now(),
    newId: world.newId,
    onFailure,
  });
}

function listRules(
  { retention }: Config,
  { actionLog, pseudonymKeys, detection, reportDesk, isLeadInUse, caseworkForgetting, world }: LifecycleParts,
) {
  return [
    createActionsRule(actionLog, retention.actions_days * dayMs),
    createSketchesRule({
      forgetBefore: async (at) => {
        const { groups, audits } = await detection.forgetting.deleteBefore(at, isLeadInUse);
        return groups + audits;
      },
    }),
    createPseudonymKeysRule(pseudonymKeys, pseudonymEpochMs),
    createEvidenceRule(caseworkForgetting),
    createReportsRule(
      { deleteBefore: (decidedBy) => reportDesk.forget(world.now(), decidedBy) },
      retention.reports_days * dayMs,
    ),
  ];
}

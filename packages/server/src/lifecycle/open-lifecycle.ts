import type { DatabaseSync } from "node:sqlite";
import type { ActionLog } from "../actions/action-log.ts";
import type { Config } from "../config/schema.ts";
import type { Layout } from "../main/layout.ts";
import type { Outbox } from "../state/outbox.ts";
import type { Transactor } from "../state/transactor.ts";
import { createLifecycle, type Lifecycle } from "./create-lifecycle.ts";
import { createActionLogHolder } from "./records/action-log-holder.ts";
import { createActionsRule, dayMs } from "./retention/rules.ts";

export type LifecycleParts = {
  readonly config: Config;
  readonly layout: Layout;
  readonly actionLog: Pick<ActionLog, "listOfAccount" | "eraseAccount" | "deleteBefore">;
  readonly transactor: Transactor;
  readonly outbox: Outbox;
  readonly now: () => number;
  readonly newId: () => string;
  readonly monotonicMs: () => number;
  /** Told of what a holder or a rule threw. */
  readonly onFailure: (name: string, error: unknown) => void;
  /** Told where actions were erased, for whoever follows the log's changes. */
  readonly onErased?: () => void;
};

/**
 * The holders and rules of every room, in one place: the service and the commands that work without it have the same. A room that keeps
 * something of accounts, or has something that ends, stands here.
 */
export function openLifecycle(db: DatabaseSync, { config, actionLog, onErased, ...parts }: LifecycleParts): Lifecycle {
  return createLifecycle({
    ...parts,
    db,
    holders: [createActionLogHolder(actionLog, onErased)],
    rules: [createActionsRule(actionLog, config.retention.actions_days * dayMs)],
    noticesMs: config.retention.notices_days * dayMs,
  });
}

import { dayMs } from "../kernel/time.ts";
import type { Level } from "./levels.ts";

export const measureTypes = [
  "nudge",
  "warning",
  "label",
  "correct_counts",
  "restrict_interaction",
  "disable_item",
  "remove_item",
  "hold_payout",
  "end_monetisation",
  "mute",
  "suspend",
  "terminate",
  "register",
] as const;
export type MeasureType = (typeof measureTypes)[number];

/** What a measure is laid on: one item of the account, or the account. */
export type TargetKind = "item" | "account";

/** How the statement of reasons names it: field of the DSA schema and value. Null where nothing is restricted. */
export type StatementMapping =
  | { readonly field: "decision_visibility"; readonly value: string }
  | { readonly field: "decision_monetary"; readonly value: string }
  | { readonly field: "decision_provision"; readonly value: string }
  | { readonly field: "decision_account"; readonly value: string };

export type MeasureRule = {
  readonly level: Level;
  readonly targets: readonly TargetKind[];
  /** What undoes it at the platform. Each measure has one, or it would not stand here. */
  readonly inverse: string;
  /** Longest duration; null where it may stand until reversed, and then has a review date. */
  readonly durationMaxMs: number | null;
  /** The only durations allowed, where there are steps. */
  readonly stepsMs?: readonly number[];
  readonly statement: StatementMapping | null;
};

const visibility = (value: string): StatementMapping => ({
  field: "decision_visibility",
  value: `DECISION_VISIBILITY_CONTENT_${value}`,
});

/** Every measure that there is. A platform adapter can do these and nothing else. */
export const measureRules: Readonly<Record<MeasureType, MeasureRule>> = {
  nudge: { level: 0, targets: ["item"], inverse: "withdraw_message", durationMaxMs: 0, statement: null },
  warning: {
    level: 1,
    targets: ["account"],
    inverse: "withdraw_warning",
    durationMaxMs: 90 * dayMs,
    statement: null,
  },
  label: {
    level: 2,
    targets: ["item"],
    inverse: "remove_label",
    durationMaxMs: null,
    statement: visibility("LABELLED"),
  },
  correct_counts: {
    level: 3,
    targets: ["item"],
    inverse: "restore_counts",
    durationMaxMs: 30 * dayMs,
    statement: visibility("DEMOTED"),
  },
  restrict_interaction: {
    level: 4,
    targets: ["item", "account"],
    inverse: "enable_interaction",
    durationMaxMs: 30 * dayMs,
    statement: visibility("INTERACTION_RESTRICTED"),
  },
  disable_item: {
    level: 5,
    targets: ["item"],
    inverse: "enable_item",
    durationMaxMs: null,
    statement: visibility("DISABLED"),
  },
  remove_item: {
    level: 5,
    targets: ["item"],
    inverse: "restore_item",
    durationMaxMs: null,
    statement: visibility("REMOVED"),
  },
  hold_payout: {
    level: 6,
    targets: ["item", "account"],
    inverse: "pay_held_amounts",
    durationMaxMs: 90 * dayMs,
    statement: { field: "decision_monetary", value: "DECISION_MONETARY_SUSPENSION" },
  },
  end_monetisation: {
    level: 6,
    targets: ["item", "account"],
    inverse: "resume_monetisation",
    durationMaxMs: null,
    statement: { field: "decision_monetary", value: "DECISION_MONETARY_TERMINATION" },
  },
  mute: {
    level: 7,
    targets: ["account"],
    inverse: "unmute",
    durationMaxMs: 30 * dayMs,
    stepsMs: [dayMs, 3 * dayMs, 7 * dayMs, 14 * dayMs, 30 * dayMs],
    statement: { field: "decision_provision", value: "DECISION_PROVISION_PARTIAL_SUSPENSION" },
  },
  suspend: {
    level: 8,
    targets: ["account"],
    inverse: "reinstate",
    durationMaxMs: 90 * dayMs,
    stepsMs: [30 * dayMs, 90 * dayMs],
    statement: { field: "decision_account", value: "DECISION_ACCOUNT_SUSPENDED" },
  },
  terminate: {
    level: 9,
    targets: ["account"],
    inverse: "reinstate",
    durationMaxMs: null,
    statement: { field: "decision_account", value: "DECISION_ACCOUNT_TERMINATED" },
  },
  register: {
    level: 10,
    targets: ["account"],
    inverse: "delete_register_entry",
    durationMaxMs: 365 * dayMs,
    statement: { field: "decision_account", value: "DECISION_ACCOUNT_TERMINATED" },
  },
};

export function getMeasureRule(type: MeasureType): MeasureRule {
  return measureRules[type];
}

/**
 * How the statement of reasons names this measure on this kind of target. Interaction that is closed for an account is a part of the
 * service suspended; for an item it is a matter of visibility.
 */
export function findStatementMapping(type: MeasureType, target: TargetKind): StatementMapping | null {
  if (type === "restrict_interaction" && target === "account") {
    return { field: "decision_provision", value: "DECISION_PROVISION_PARTIAL_SUSPENSION" };
  }
  return getMeasureRule(type).statement;
}

/** Whether something is taken from the person or from their item: then a statement of reasons is owed. */
export function isRestriction(type: MeasureType): boolean {
  return getMeasureRule(type).statement !== null;
}

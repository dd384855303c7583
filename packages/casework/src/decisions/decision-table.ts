import type { Role } from "../kernel/actor.ts";
import { allow, toRow, type Cell, type Table } from "../kernel/machine.ts";
import { decisionKinds, type DecisionKind } from "./decision-commands.ts";
import type { DecisionStatus } from "./decision.ts";

type Cells = Readonly<Partial<Record<DecisionKind, Cell<DecisionStatus>>>>;

const parties: readonly Role[] = ["subject", "reporter", "trusted_flagger"];
/** Where a decision comes to rest once an appeal, a restoration or a dispute is through. */
const resting: readonly DecisionStatus[] = [
  "decided_action",
  "in_force",
  "decided_no_action",
  "appeal_upheld",
  "restored",
  "implemented",
  "not_implemented",
  "reopened",
];
const busy: readonly DecisionStatus[] = ["appealed", "restoring", "external_dispute"];

/** What measures do goes on whatever is being argued about them. */
const effects = (status: DecisionStatus): Cells => ({
  note_delivery: allow(status, "system"),
  note_login: allow(status, "system"),
  apply: allow(status === "decided_action" ? "in_force" : status, "system"),
  confirm_applied: allow(status, "system"),
  note_failure: allow(status, "system"),
  expire: allow(status, "system"),
  confirm_reversed: allow([status, ...busy, ...resting], "system"),
  confirm_step: status === "restoring" ? allow([...busy, ...resting], "system") : "restoration_step_unknown",
  review_measure: allow(status, "approver"),
  confirm_emergency: allow(status, "approver"),
  lapse_emergency: allow(["restoring"], "system"),
  undo: allow(["restoring"], "analyst", "approver", "system"),
  reopen: allow([status, "reopened"], "appeal_reviewer", "auditor", "analyst", "legal", "system"),
  supersede: allow(["restoring", status, ...resting], "system"),
});

const disputed: Cells = {
  file_dispute: "dispute_open",
  extend_dispute: allow(["external_dispute", "restoring"], "legal"),
  decline_dispute: allow([...busy, ...resting], "legal", "approver"),
  conclude_dispute: allow([...busy, ...resting], "legal", "approver"),
};

const live = (status: DecisionStatus, more: Cells = {}) =>
  toRow(decisionKinds, "dispute_not_open", {
    ...effects(status),
    open: "already_there",
    purge: "case_not_closed",
    appeal: allow(status === "restoring" || status === "external_dispute" ? status : "appealed", ...parties),
    extend_appeal: "appeal_not_open",
    decide_appeal: "appeal_not_open",
    file_dispute: allow("external_dispute", "subject", "reporter", "trusted_flagger", "adjudicator"),
    close: allow("closed", "system"),
    ...more,
  });

const arguing: Cells = {
  extend_appeal: allow([...busy], "appeal_reviewer"),
  decide_appeal: allow([...busy, ...resting], "appeal_reviewer", "outsider", "approver"),
};

/** Leaving alone leaves nothing to apply or to take back. */
const nothingInForce: Cells = {
  apply: "decision_not_in_force",
  confirm_applied: "decision_not_in_force",
  note_failure: "decision_not_in_force",
  expire: "decision_not_in_force",
  confirm_reversed: "decision_not_in_force",
  review_measure: "decision_not_in_force",
  confirm_emergency: "emergency_not_open",
  lapse_emergency: "emergency_not_open",
  undo: "decision_not_in_force",
};

/**
 *   decided_action ─ apply ─► in_force ─┐         ┌─ decide_appeal ─► appeal_upheld
 *   decided_no_action ──────────────────┼─ appeal ┤
 *                                       │         └────────────────► restoring ─► restored
 *                                       ├─ undo, supersede, lapse ─────────▲
 *                                       └─ file_dispute ─► external_dispute ─► implemented, not_implemented
 *   any of them at rest ─ reopen ─► reopened;  close ─► closed ─ purge (with its case) ─► purged
 */
export const decisionTable: Table<DecisionStatus, DecisionKind> = {
  absent: toRow(decisionKinds, "not_there", { open: allow(["decided_action", "decided_no_action"], "system") }),
  decided_action: live("decided_action", {
    confirm_applied: "measure_not_applying",
    note_failure: "measure_not_applying",
    confirm_reversed: "measure_not_reversing",
    review_measure: "decision_not_in_force",
    close: "decision_not_delivered",
  }),
  in_force: live("in_force"),
  decided_no_action: live("decided_no_action", nothingInForce),
  appealed: live("appealed", { ...arguing, close: "appeal_open" }),
  appeal_upheld: live("appeal_upheld"),
  restoring: live("restoring", {
    ...disputed,
    ...arguing,
    file_dispute: allow("restoring", ...parties, "adjudicator"),
    close: "restoration_runs",
  }),
  restored: live("restored"),
  external_dispute: live("external_dispute", { ...disputed, ...arguing, close: "dispute_open" }),
  implemented: live("implemented"),
  not_implemented: live("not_implemented"),
  reopened: live("reopened"),
  closed: toRow(decisionKinds, "decision_closed", { purge: allow("purged", "system") }),
  purged: toRow(decisionKinds, "case_purged", {}),
};

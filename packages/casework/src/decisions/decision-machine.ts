import { defineMachine, type Acting, type Deadline, type Machine } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Refusal } from "../kernel/outcome.ts";
import type { Instant } from "../kernel/time.ts";
import { reopenCauses } from "../cases/case-commands.ts";
import { getAppealWindowEnd } from "./appeal-window.ts";
import {
  decideAppeal,
  decideAppealOutcome,
  decideConcludeDispute,
  decideConfirmStep,
  decideDeclineDispute,
  decideExtendAppeal,
  decideExtendDispute,
  decideFileDispute,
  decideSupersede,
  decideUndo,
  findUndoRefusal,
  findAppealRefusal,
  findPartyRefusal,
  findReviewerRefusal,
} from "./decide-appeals.ts";
import {
  decideApply,
  decideConfirmApplied,
  decideConfirmEmergency,
  decideConfirmReversed,
  decideExpire,
  decideLapseEmergency,
  decideNoteDelivery,
  decideNoteFailure,
  decideReview,
  findEmergencyRefusal,
  findReviewRefusal,
} from "./decide-measures.ts";
import { decideOpening } from "./decide-opening.ts";
import { absentDecision, hasEnded, isRestoring, type DecisionState, type DecisionStatus } from "./decision.ts";
import type { DecisionCommand, DecisionEvent } from "./decision-commands.ts";
import { decisionTable } from "./decision-table.ts";
import { evolveDecision } from "./evolve-decision.ts";

/** One account's decision: told before it takes effect, reversible to the last trace, open to appeal. */
export const decisionMachine: Machine<DecisionStatus, DecisionState, DecisionCommand, DecisionEvent> = defineMachine<
  DecisionStatus,
  DecisionState,
  DecisionCommand,
  DecisionEvent
>({
  name: "decision",
  initial: absentDecision,
  table: decisionTable,
  gates: {
    review_measure: findReviewRefusal,
    undo: findUndoRefusal,
    confirm_emergency: findEmergencyRefusal,
    appeal: findAppealRefusal,
    decide_appeal: findReviewerRefusal,
    file_dispute: findPartyRefusal,
    close: findCloseRefusal,
  },
  handlers: {
    open: decideOpening,
    note_delivery: decideNoteDelivery,
    note_login: (state, _, { stamp }) =>
      state.informedAt === null ? accept([{ kind: "person_informed", ...stamp }]) : refuse("delivered_already"),
    apply: decideApply,
    confirm_applied: decideConfirmApplied,
    note_failure: decideNoteFailure,
    expire: decideExpire,
    confirm_reversed: decideConfirmReversed,
    review_measure: decideReview,
    confirm_emergency: decideConfirmEmergency,
    lapse_emergency: decideLapseEmergency,
    appeal: decideAppeal,
    extend_appeal: decideExtendAppeal,
    decide_appeal: decideAppealOutcome,
    confirm_step: decideConfirmStep,
    undo: decideUndo,
    file_dispute: decideFileDispute,
    extend_dispute: decideExtendDispute,
    decline_dispute: decideDeclineDispute,
    conclude_dispute: decideConcludeDispute,
    reopen: (_, { cause, reason }, { stamp }) =>
      reopenCauses.includes(cause) && reason.trim() !== ""
        ? accept([{ kind: "decision_reopened", cause, reason, ...stamp }])
        : refuse("reason_missing"),
    supersede: decideSupersede,
    close: (_, __, { stamp }) => accept([{ kind: "decision_closed", ...stamp }]),
    purge: (_, __, { stamp }) => accept([{ kind: "decision_purged", ...stamp }]),
  },
  evolve: evolveDecision,
  due: listDue,
  deadlines: listDeadlines,
});

function findCloseRefusal(state: DecisionState, { at, settings }: Acting): Refusal | null {
  const standing = Object.values(state.measures).filter((record) => !hasEnded(record) && !record.final);
  if (standing.length > 0)
    return toRefusal(
      "measure_not_reversing",
      standing.map(({ planned }) => planned.id),
    );
  return at > getAppealWindowEnd(state, settings) ? null : toRefusal("too_early");
}

/** A closing that the settings do not allow yet is refused and costs nothing; they are not known here. */
function listDue(state: DecisionState, at: Instant): readonly DecisionCommand[] {
  if (state.status === "absent" || state.status === "closed" || state.status === "purged") return [];
  if (state.emergencyUntil !== null && at >= state.emergencyUntil) return [{ kind: "lapse_emergency" }];
  const over = Object.entries(state.measures).filter(([, { status, endAt }]) => {
    return status !== "reversing" && status !== "expired" && status !== "reversed" && endAt !== null && at >= endAt;
  });
  if (over.length > 0) return over.map(([measure]): DecisionCommand => ({ kind: "expire", measure }));
  const hasStanding = Object.values(state.measures).some((record) => !hasEnded(record) && !record.final);
  return hasStanding || state.status !== state.rest || state.status === "decided_action" ? [] : [{ kind: "close" }];
}

function listDeadlines(state: DecisionState): readonly Deadline[] {
  const measures = Object.values(state.measures).filter((record) => !hasEnded(record) && !record.final);
  const appeals = Object.values(state.appeals).filter(({ outcome }) => outcome === null);
  const at = (what: string, dueAt: Instant | null): readonly Deadline[] => (dueAt === null ? [] : [{ what, dueAt }]);
  return [
    ...at("confirm_emergency", state.emergencyUntil),
    ...measures.flatMap(({ endAt, reviewAt }) => [...at("measure_ends", endAt), ...at("measure_review", reviewAt)]),
    ...appeals.flatMap(({ dueAt }) => at("decide_appeal", dueAt)),
    ...(isRestoring(state) ? at("restore", state.restoration?.dueAt ?? null) : []),
    ...(state.dispute?.isOpen === true ? at("dispute", state.dispute.dueAt) : []),
  ];
}

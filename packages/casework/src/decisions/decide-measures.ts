import type { Acting } from "../kernel/machine.ts";
import { tookPart } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { addMonths } from "../kernel/time.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import { getAppealWindowEnd } from "./appeal-window.ts";
import { hasEnded, type DecisionState } from "./decision.ts";
import type { DecisionCommand, DecisionEvent } from "./decision-commands.ts";
import { closeRestoration, listRestorationEvents } from "./restore.ts";

type Of<K extends DecisionCommand["kind"]> = Extract<DecisionCommand, { kind: K }>;
type Events = Outcome<readonly DecisionEvent[]>;

/** Delivery is tried again until it succeeds; a statement without a way to object is no statement. */
export function decideNoteDelivery(state: DecisionState, command: Of<"note_delivery">, { stamp }: Acting): Events {
  const { outcome, channel, redress } = command;
  if (state.notice?.outcome === "delivered") return refuse("delivered_already");
  const missing = Object.entries(redress).flatMap(([name, value]) => (value.trim() === "" ? [name] : []));
  if (missing.length > 0) return refuse("redress_missing", missing);
  return accept([{ kind: "delivery_noted", outcome, channel, redress, ...stamp }]);
}

/** The statement comes at or before the effect. Where nobody can be reached at all, the effect does not wait. */
export function decideApply(state: DecisionState, { measure }: Of<"apply">, { at, stamp }: Acting): Events {
  const record = state.measures[measure];
  if (record === undefined || (record.status !== "planned" && record.status !== "failed")) {
    return refuse("measure_not_planned", [measure]);
  }
  const outcome = state.notice?.outcome;
  if (outcome !== "delivered" && outcome !== "contact_unknown") return refuse("decision_not_delivered");
  if (record.endAt !== null && record.endAt <= at) return refuse("measure_over", [measure]);
  return accept([{ kind: "effect_ordered", measure, ...stamp }]);
}

export function decideConfirmApplied(state: DecisionState, command: Of<"confirm_applied">, { stamp }: Acting): Events {
  const { measure, registerKey } = command;
  const record = state.measures[measure];
  if (record?.status !== "applying") return refuse("measure_not_applying", [measure]);
  const { id, type, target } = record.planned;
  const isKeyed = registerKey !== null && /^[0-9a-f]{64}$/.test(registerKey);
  if ((type === "register") !== isKeyed) return refuse("register_key_malformed", [measure]);
  const decision = state.opening?.decision ?? "";
  const account = state.opening?.account ?? "";
  const effect = { id, decision, type, target, startedAt: stamp.at };
  return accept([{ kind: "measure_applied", measure, account, effect, registerKey, ...stamp }]);
}

export function decideNoteFailure(state: DecisionState, command: Of<"note_failure">, { stamp }: Acting): Events {
  const { measure, reason } = command;
  const status = state.measures[measure]?.status;
  return status === "applying" || status === "reversing"
    ? accept([{ kind: "effect_failed", measure, reason, ...stamp }])
    : refuse("measure_not_applying", [measure]);
}

export function decideExpire(state: DecisionState, { measure }: Of<"expire">, acting: Acting): Events {
  const { at, stamp } = acting;
  const record = state.measures[measure];
  if (record?.endAt == null || record.status === "reversing" || hasEnded(record)) {
    return refuse("measure_not_active", [measure]);
  }
  if (at < record.endAt) return refuse("too_early");
  if (record.status === "active" || record.status === "applying") {
    return accept([{ ...stamp, kind: "reversal_ordered", measure, endsAs: "expired" }]);
  }
  // It never reached the platform, and its time is over.
  const account = state.opening?.account ?? "";
  const ended: DecisionEvent = { ...stamp, kind: "measure_ended", measure, account, endsAs: "expired" };
  return accept(closeRestoration(state, [ended], acting));
}

export function decideConfirmReversed(state: DecisionState, command: Of<"confirm_reversed">, acting: Acting): Events {
  const { measure } = command;
  const record = state.measures[measure];
  if (record?.status !== "reversing" || record.endsAs === null) return refuse("measure_not_reversing", [measure]);
  const account = state.opening?.account ?? "";
  const ended: DecisionEvent = { ...acting.stamp, kind: "measure_ended", measure, account, endsAs: record.endsAs };
  return accept(closeRestoration(state, [ended], acting));
}

const mayStandForGood: ReadonlySet<MeasureType> = new Set(["terminate", "remove_item", "disable_item"]);

/** What has no end is looked at again at least once a year, by somebody who did not propose it. */
/** Whoever proposed a measure does not review it; and there has to be one that has a review. */
export function findReviewRefusal({ opening, measures }: DecisionState, { actor }: Acting): Refusal | null {
  if (opening?.proposer === actor.id) return toRefusal("own_proposal");
  const isDue = Object.values(measures).some(({ status, reviewAt }) => status === "active" && reviewAt !== null);
  return isDue ? null : toRefusal("measure_not_active");
}

export function decideReview(state: DecisionState, command: Of<"review_measure">, acting: Acting): Events {
  const { measure, outcome, reason } = command;
  const { at, stamp, settings } = acting;
  const record = state.measures[measure];
  if (record?.status !== "active" || record.reviewAt === null) return refuse("measure_not_active", [measure]);
  if (reason.trim() === "") return refuse("reason_missing");
  if (outcome === "keep" && at < record.reviewAt) return refuse("review_not_due", [measure]);
  const isWindowOver = at > getAppealWindowEnd(state, settings);
  if (outcome === "final" && (!isWindowOver || !mayStandForGood.has(record.planned.type))) {
    return refuse("review_not_due", [measure]);
  }
  const nextAt = outcome === "keep" ? addMonths(at, settings.reviewMonthsMax) : null;
  const reviewed: DecisionEvent = { kind: "measure_reviewed", measure, outcome, reason, nextAt, ...stamp };
  const lifted: DecisionEvent = { ...stamp, kind: "reversal_ordered", measure, endsAs: "expired" };
  return accept(outcome === "lift" ? [reviewed, lifted] : [reviewed]);
}

export function findEmergencyRefusal(state: DecisionState, acting: Acting): Refusal | null {
  if (state.emergencyUntil === null) return toRefusal("emergency_not_open");
  if (acting.at >= state.emergencyUntil) return toRefusal("emergency_not_open");
  if (state.opening?.proposer === acting.actor.id) return toRefusal("own_proposal");
  return tookPart(state.people, acting) && !acting.settings.minimumStaffing ? toRefusal("took_part") : null;
}

export function decideConfirmEmergency(state: DecisionState, command: Of<"confirm_emergency">, acting: Acting): Events {
  const { statement } = command;
  if (statement.trim() === "") return refuse("reason_missing");
  const unseparated = tookPart(state.people, acting) ? ["approver_took_part"] : [];
  return accept([{ kind: "emergency_confirmed", statement, unseparated, ...acting.stamp }]);
}

export function decideLapseEmergency(state: DecisionState, _: Of<"lapse_emergency">, acting: Acting): Events {
  if (state.emergencyUntil === null) return refuse("emergency_not_open");
  if (acting.at < state.emergencyUntil) return refuse("too_early");
  const measures = Object.keys(state.measures);
  const given = listRestorationEvents(state, measures, { cause: "emergency_lapsed", acting });
  return accept([{ kind: "emergency_lapsed", ...acting.stamp }, ...given]);
}

import type { Acting } from "../kernel/machine.ts";
import { tookPart } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { getAppealWindowEnd } from "./appeal-window.ts";
import type { DecisionState } from "./decision.ts";
import type { DecisionCommand, DecisionEvent } from "./decision-commands.ts";
import { closeRestoration, listRestorationEvents } from "./restore.ts";

type Of<K extends DecisionCommand["kind"]> = Extract<DecisionCommand, { kind: K }>;
type Events = Outcome<readonly DecisionEvent[]>;

/** Those who may object: whoever holds the account, and whoever reported. */
export function findPartyRefusal({ opening }: DecisionState, { actor, stamp }: Acting): Refusal | null {
  if (stamp.as === "adjudicator") return null;
  const isParty = stamp.as === "subject" ? opening?.account === actor.id : opening?.reporters.includes(actor.id);
  return isParty === true ? null : toRefusal("not_yours");
}

export function findAppealRefusal(state: DecisionState, acting: Acting): Refusal | null {
  const foreign = findPartyRefusal(state, acting);
  if (foreign !== null) return foreign;
  if (Object.hasOwn(state.appeals, acting.actor.id)) return toRefusal("appealed_already");
  return acting.at > getAppealWindowEnd(state, acting.settings) ? toRefusal("appeal_window_over") : null;
}

export function decideAppeal(_: DecisionState, command: Of<"appeal">, { at, stamp, settings }: Acting): Events {
  const { points, evidence } = command;
  if (points.length === 0 || points.some((point) => point.trim() === "")) return refuse("appeal_points_missing");
  return accept([{ kind: "appealed", points, evidence, dueAt: at + settings.appealDecisionMs, ...stamp }]);
}

export function decideExtendAppeal(state: DecisionState, command: Of<"extend_appeal">, acting: Acting): Events {
  const { appellant, reason } = command;
  const appeal = state.appeals[appellant];
  if (appeal?.outcome !== null) return refuse("appeal_not_open", [appellant]);
  if (reason.trim() === "") return refuse("reason_missing");
  const dueAt = appeal.at + acting.settings.appealDecisionComplexMs;
  return accept([{ kind: "appeal_extended", appellant, reason, dueAt, ...acting.stamp }]);
}

/**
 * Who may decide an appeal: nobody who took part, by id. In a team of two the approver may stand in, marked in public; whoever proposed
 * never may.
 */
export function findReviewerRefusal(state: DecisionState, acting: Acting): Refusal | null {
  const { actor, stamp, settings } = acting;
  if (state.opening?.proposer === actor.id) return toRefusal("own_proposal");
  if (settings.minimumStaffing) return null;
  if (stamp.as === "approver") return toRefusal("role_may_not", ["appeal_reviewer", "outsider"]);
  return tookPart(state.people, acting) ? toRefusal("took_part") : null;
}

export function decideAppealOutcome(state: DecisionState, command: Of<"decide_appeal">, acting: Acting): Events {
  const { appellant, outcome, answers, reverse } = command;
  const appeal = state.appeals[appellant];
  if (appeal?.outcome !== null) return refuse("appeal_not_open", [appellant]);
  const unanswered = appeal.points.flatMap((_, index) => ((answers[index] ?? "").trim() === "" ? [String(index)] : []));
  if (unanswered.length > 0) return refuse("point_unanswered", unanswered);
  const scope = findScope(state, outcome, reverse);
  if (!scope.ok) return scope;
  const unseparated = tookPart(state.people, acting) ? ["reviewer_took_part"] : [];
  const decided: DecisionEvent = {
    kind: "appeal_decided",
    appellant,
    outcome,
    answers,
    reverse: scope.value,
    unseparated,
    ...acting.stamp,
  };
  const given = scope.value.length === 0 ? [] : listRestorationEvents(state, scope.value, { cause: "appeal", acting });
  return accept([decided, ...given]);
}

type Scope = "upheld" | "partially_reversed" | "reversed" | "omitted";

/** The measures that an outcome takes back: all of them, some of them, or none. */
function findScope(state: DecisionState, outcome: Scope, reverse: readonly string[]): Outcome<readonly string[]> {
  const all = Object.keys(state.measures);
  if (outcome !== "partially_reversed") {
    if (!["upheld", "omitted", "reversed"].includes(outcome) || reverse.length > 0) return refuse("appeal_scope");
    return accept(outcome === "reversed" ? all : []);
  }
  if (all.length === 0) return accept([]);
  const chosen = [...new Set(reverse)];
  const fits = chosen.length > 0 && chosen.length < all.length && chosen.every((id) => all.includes(id));
  return fits ? accept(chosen) : refuse("appeal_scope", chosen);
}

export function decideConfirmStep(state: DecisionState, { step }: Of<"confirm_step">, acting: Acting): Events {
  const { restoration } = state;
  if (restoration === null || !restoration.pendingSteps.includes(step)) return refuse("restoration_step_unknown");
  const account = state.opening?.account ?? null;
  const { measures } = restoration;
  const confirmed: DecisionEvent = { kind: "step_confirmed", step, account, measures, ...acting.stamp };
  return accept(closeRestoration(state, [confirmed], acting));
}

export function findUndoRefusal({ opening, measures }: DecisionState): Refusal | null {
  if (opening?.kind !== "action") return toRefusal("decision_not_in_force");
  const isLeft = Object.values(measures).some(({ endsAs }) => endsAs !== "reversed");
  return isLeft ? null : toRefusal("nothing_to_reverse");
}

export function decideUndo(state: DecisionState, { reason }: Of<"undo">, acting: Acting): Events {
  if (reason.trim() === "") return refuse("reason_missing");
  const given = listRestorationEvents(state, Object.keys(state.measures), { cause: "undone", acting });
  return accept([{ kind: "decision_undone", reason, ...acting.stamp }, ...given]);
}

export function decideSupersede(state: DecisionState, { by }: Of<"supersede">, acting: Acting): Events {
  if (by === "") return refuse("reference_missing");
  const superseded: DecisionEvent = { kind: "decision_superseded", supersededBy: by, ...acting.stamp };
  if (state.opening?.kind !== "action") return accept([superseded]);
  const given = listRestorationEvents(state, Object.keys(state.measures), { cause: "superseded", acting });
  return accept([superseded, ...given]);
}

export function decideFileDispute(state: DecisionState, command: Of<"file_dispute">, acting: Acting): Events {
  const { body, reference } = command;
  if (state.dispute?.isOpen === true) return refuse("dispute_open");
  if (body.trim() === "" || reference.trim() === "") return refuse("reference_missing");
  const dueAt = acting.at + acting.settings.disputeMs;
  return accept([{ kind: "dispute_filed", body, reference, dueAt, ...acting.stamp }]);
}

export function decideExtendDispute(state: DecisionState, { reason }: Of<"extend_dispute">, acting: Acting): Events {
  const { dispute } = state;
  if (dispute?.isOpen !== true) return refuse("dispute_not_open");
  if (reason.trim() === "") return refuse("reason_missing");
  const { disputeMs, disputeComplexMs } = acting.settings;
  const dueAt = dispute.dueAt - disputeMs + disputeComplexMs;
  return accept([{ kind: "dispute_extended", reason, dueAt, ...acting.stamp }]);
}

export function decideDeclineDispute(state: DecisionState, command: Of<"decline_dispute">, acting: Acting): Events {
  const { reason, resolvedBefore } = command;
  if (state.dispute?.isOpen !== true) return refuse("dispute_not_open");
  if (reason.trim() === "") return refuse("reason_missing");
  if (resolvedBefore.trim() === "") return refuse("dispute_not_resolved_before");
  return accept([{ kind: "dispute_declined", reason, resolvedBefore, ...acting.stamp }]);
}

export function decideConcludeDispute(state: DecisionState, command: Of<"conclude_dispute">, acting: Acting): Events {
  const { outcome, implemented, reason, reverse } = command;
  if (state.dispute?.isOpen !== true) return refuse("dispute_not_open");
  if (state.opening?.proposer === acting.actor.id) return refuse("own_proposal");
  if (reason.trim() === "") return refuse("reason_missing");
  const scope = findScope(state, outcome, reverse);
  if (!scope.ok) return scope;
  const concluded: DecisionEvent = {
    kind: "dispute_concluded",
    outcome,
    implemented,
    reason,
    reverse: scope.value,
    ...acting.stamp,
  };
  const isBinding = implemented && scope.value.length > 0;
  const given = isBinding ? listRestorationEvents(state, scope.value, { cause: "dispute", acting }) : [];
  return accept([concluded, ...given]);
}

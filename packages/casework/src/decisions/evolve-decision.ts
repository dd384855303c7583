import { joinPeople } from "../kernel/machine.ts";
import {
  hasOpenAppeal,
  isRestoring,
  type Appeal,
  type DecisionState,
  type DecisionStatus,
  type MeasureRecord,
  type Restoration,
} from "./decision.ts";
import type { DecisionEvent } from "./decision-commands.ts";

export function evolveDecision(state: DecisionState, event: DecisionEvent): DecisionState {
  const next = applyEvent(state, event);
  const people = event.kind === "appeal_extended" ? next.people : joinPeople(next.people, event);
  return { ...next, people, status: deriveStatus(next) };
}

/** Closed above all; then what is under way; then where the decision rests. */
function deriveStatus(state: DecisionState): DecisionStatus {
  if (state.rest === "closed" || state.rest === "purged") return state.rest;
  if (isRestoring(state)) return "restoring";
  if (state.dispute?.isOpen === true) return "external_dispute";
  return hasOpenAppeal(state) ? "appealed" : state.rest;
}

function applyEvent(state: DecisionState, event: DecisionEvent): DecisionState {
  switch (event.kind) {
    case "decision_opened":
      return open(state, event);
    case "delivery_noted":
      return {
        ...state,
        notice: {
          outcome: event.outcome,
          channel: event.channel,
          firstAttemptAt: state.notice?.firstAttemptAt ?? event.at,
          redress: event.redress,
        },
        informedAt: event.outcome === "delivered" ? (state.informedAt ?? event.at) : state.informedAt,
      };
    case "person_informed":
      return { ...state, informedAt: state.informedAt ?? event.at };
    case "effect_ordered":
      return {
        ...patchMeasure(state, event.measure, { status: "applying" }),
        rest: state.rest === "decided_action" ? "in_force" : state.rest,
      };
    case "measure_applied":
      return patchMeasure(state, event.measure, { status: "active", appliedAt: event.at });
    case "effect_failed":
      return patchMeasure(state, event.measure, {
        status: state.measures[event.measure]?.status === "reversing" ? "reversing" : "failed",
        failures: (state.measures[event.measure]?.failures ?? 0) + 1,
      });
    case "reversal_ordered":
      return patchMeasure(state, event.measure, { status: "reversing", endsAs: event.endsAs, final: false });
    case "measure_ended":
      return patchRestoration(patchMeasure(state, event.measure, { status: event.endsAs, endsAs: event.endsAs }), {
        dropMeasure: event.measure,
      });
    case "measure_reviewed":
      return patchMeasure(state, event.measure, {
        reviewAt: event.nextAt,
        ...(event.outcome === "final" ? { final: true } : {}),
      });
    case "emergency_confirmed":
      return { ...state, emergencyUntil: null };
    case "emergency_lapsed":
      return { ...state, emergencyUntil: null, rest: "restored" };
    case "appealed":
      return patchAppeal(state, event.by, {
        appellant: event.by,
        as: event.as,
        at: event.at,
        points: event.points,
        evidence: event.evidence,
        dueAt: event.dueAt,
        outcome: null,
        decidedBy: null,
        answers: [],
      });
    case "appeal_extended":
      return patchAppeal(state, event.appellant, { dueAt: event.dueAt });
    case "appeal_decided":
      return {
        ...patchAppeal(state, event.appellant, {
          outcome: event.outcome,
          decidedBy: event.by,
          answers: event.answers,
        }),
        rest: toRestAfterAppeal(state, event),
      };
    case "restoration_started":
      return {
        ...state,
        // What an appeal leaves standing still has only one person behind it.
        emergencyUntil: coversAll(state, event.restoration) ? null : state.emergencyUntil,
        restoration: event.restoration,
      };
    case "step_confirmed":
      return patchRestoration(state, { dropStep: event.step });
    case "restored":
      return state.restoration === null
        ? state
        : { ...state, restoration: { ...state.restoration, restoredAt: event.at } };
    case "decision_undone":
      return { ...state, rest: "restored" };
    case "dispute_filed":
      return {
        ...state,
        dispute: {
          body: event.body,
          reference: event.reference,
          filedBy: event.by,
          dueAt: event.dueAt,
          isOpen: true,
        },
      };
    case "dispute_extended":
      return state.dispute === null ? state : { ...state, dispute: { ...state.dispute, dueAt: event.dueAt } };
    case "dispute_declined":
      return state.dispute === null ? state : { ...state, dispute: { ...state.dispute, isOpen: false } };
    case "dispute_concluded":
      return {
        ...state,
        dispute: state.dispute === null ? null : { ...state.dispute, isOpen: false },
        rest: event.implemented ? "implemented" : "not_implemented",
      };
    case "decision_reopened":
      return { ...state, rest: "reopened" };
    case "decision_superseded":
      return { ...state, supersededBy: event.supersededBy, rest: "restored" };
    case "decision_closed":
      return { ...state, rest: "closed" };
    case "decision_purged":
      return purge(state);
  }
}

function open(state: DecisionState, event: Extract<DecisionEvent, { kind: "decision_opened" }>): DecisionState {
  const { opening, at, reviewAt } = event;
  const isAction = opening.kind === "action";
  const toRecord = (planned: (typeof opening.measures)[number]): MeasureRecord => {
    // A message has no time to run: once sent it stands, and keeps nothing open.
    const isMessage = planned.durationMs === 0;
    return {
      planned,
      status: "planned",
      appliedAt: null,
      endAt: planned.durationMs === null || isMessage ? null : at + planned.durationMs,
      reviewAt: reviewAt[planned.id] ?? null,
      endsAs: null,
      final: isMessage,
      failures: 0,
    };
  };
  return {
    ...state,
    rest: isAction ? "decided_action" : "decided_no_action",
    opening,
    decidedAt: at,
    people: opening.people,
    emergencyUntil: isAction ? opening.emergencyUntil : null,
    measures: Object.fromEntries(opening.measures.map((planned) => [planned.id, toRecord(planned)])),
  };
}

/** What anybody wrote and who was in it is gone; that a measure stands for good, and which, is still known. */
function purge(state: DecisionState): DecisionState {
  const { opening } = state;
  const texts = { people: [], reporters: [], statement: null };
  const bare =
    opening?.kind === "action"
      ? { ...opening, ...texts, allegation: "", evidence: [], hearingSkipped: null }
      : opening === null
        ? null
        : { ...opening, ...texts };
  return { ...state, rest: "purged", opening: bare, people: [], notice: null, appeals: {}, dispute: null };
}

/** A reversed decision to leave alone is open again; a reversed measure is being given back. */
function toRestAfterAppeal(
  state: DecisionState,
  { outcome }: Extract<DecisionEvent, { kind: "appeal_decided" }>,
): DecisionState["rest"] {
  if (outcome === "upheld" || outcome === "omitted") return "appeal_upheld";
  return state.opening?.kind === "no_action" ? "reopened" : "restored";
}

function coversAll({ measures }: DecisionState, restoration: Restoration): boolean {
  return Object.keys(measures).every((id) => restoration.measures.includes(id));
}

function patchMeasure(state: DecisionState, id: string, patch: Partial<MeasureRecord>): DecisionState {
  const record = state.measures[id];
  return record === undefined ? state : { ...state, measures: { ...state.measures, [id]: { ...record, ...patch } } };
}

function patchAppeal(state: DecisionState, appellant: string, patch: Partial<Appeal>): DecisionState {
  // The first patch of an appeal carries all of it.
  const appeal = { ...state.appeals[appellant], ...patch } as Appeal;
  return { ...state, appeals: { ...state.appeals, [appellant]: appeal } };
}

function patchRestoration(
  state: DecisionState,
  { dropMeasure, dropStep }: { readonly dropMeasure?: string; readonly dropStep?: string },
): DecisionState {
  if (state.restoration === null) return state;
  const restoration: Restoration = {
    ...state.restoration,
    pendingMeasures: state.restoration.pendingMeasures.filter((id) => id !== dropMeasure),
    pendingSteps: state.restoration.pendingSteps.filter((step) => step !== dropStep),
  };
  return { ...state, restoration };
}

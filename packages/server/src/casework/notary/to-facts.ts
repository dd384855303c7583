import { getMeasureRule, toRuleKey, type DecisionState, type EventOf, type ObjectKind } from "@breakwater/casework";
import { findFactFault, type EntryFacts } from "@breakwater/ledger";
import type { StoredEvent } from "../store/casework-store.ts";

type AnyEvent = EventOf<ObjectKind>;

/** Times that events carry beside their own, and what the ledger calls them. */
const timeNames: readonly (readonly [field: string, name: string])[] = [
  ["expiresAt", "expires"],
  ["dueAt", "due"],
  ["endsAt", "ends"],
  ["until", "until"],
  ["emergencyUntil", "emergency_until"],
  ["retainUntil", "retain_until"],
  ["reviewAt", "review"],
  ["nextAt", "review"],
];

/**
 * What the ledger says of an event in the clear, for everybody and for ever: code words, levels and times, no id and no word that
 * somebody wrote. What has to be counted in public can be counted from these alone: the reason of a dismissal, the outcome of an
 * appeal and the like are part of the type. `about`: the entry of the object's first event, by which its events hang together.
 */
export function toFacts(
  { event }: Pick<StoredEvent, "event">,
  { about, decision }: { readonly about: number | null; readonly decision: DecisionState | null },
): EntryFacts {
  const level = findLevel(event, decision);
  const rule = findRule(event);
  const facts: EntryFacts = {
    type: [event.kind, ...listMarks(event)].join("_"),
    role: event.kind === "decision_opened" && event.opening.kind === "action" ? event.opening.role : event.as,
    times: listTimes(event),
    ...(level === null ? {} : { level }),
    ...(rule === null ? {} : { rule }),
    ...(about === null ? {} : { about }),
  };
  // A rule's id is the operator's to choose; one that may not stand in the clear is left to the payload.
  const { rule: _, ...rest } = facts;
  return findFactFault(facts, Number.MAX_SAFE_INTEGER) === "rule" ? rest : facts;
}

/** Code words that tell events of one kind apart where figures do. */
function listMarks(event: AnyEvent): readonly string[] {
  switch (event.kind) {
    case "lead_dismissed":
    case "no_action_decided":
      return [event.reason];
    case "action_decided":
      return [...(event.bulk ? ["bulk"] : []), ...(event.emergencyUntil === null ? [] : ["emergency"])];
    case "decision_opened":
      return [event.opening.kind, ...(event.opening.kind === "action" ? event.opening.unseparated : [])];
    case "measure_ended":
      return [event.endsAs];
    case "appeal_decided":
      return [event.outcome, ...event.unseparated];
    case "emergency_confirmed":
      return event.unseparated;
    case "dispute_concluded":
      return [event.implemented ? "implemented" : "not_implemented"];
    case "hold_placed":
      return [event.content.trigger];
    case "request_answered":
      return event.isNarrowed ? ["narrowed"] : [];
    case "request_refused":
      return event.channel === "informal" ? ["informal"] : [];
    case "override_granted":
    case "override_ended":
      return [event.of];
    case "rule_published":
      return event.overridden.length === 0 ? [] : ["by_override"];
    case "processing_suspended":
      return [event.of];
    case "outcome_recorded":
      return [event.outcome];
    default:
      return [];
  }
}

function listTimes(event: AnyEvent): Readonly<Record<string, number>> {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  const named = timeNames.flatMap(([field, name]): readonly (readonly [string, number])[] => {
    const value = fields[field];
    return typeof value === "number" ? [[name, value]] : [];
  });
  return { happened: event.at, ...Object.fromEntries(named) };
}

/** The rung of the ladder: the highest of a decision, or that of one measure. */
function findLevel(event: AnyEvent, decision: DecisionState | null): number | null {
  if (event.kind === "decision_opened") {
    const levels = event.opening.measures.map(({ type }) => getMeasureRule(type).level);
    return levels.length === 0 ? null : Math.max(...levels);
  }
  if (!("measure" in event) || typeof event.measure !== "string") return null;
  const type = decision?.measures[event.measure]?.planned.type;
  return type === undefined ? null : getMeasureRule(type).level;
}

function findRule(event: AnyEvent): string | null {
  if (event.kind === "rule_published") return toRuleKey(event.rule);
  if (event.kind === "rule_took_effect" || event.kind === "rule_replaced") return toRuleKey(event.rule);
  if (event.kind === "rule_lapsed" || event.kind === "rule_withdrawn") return toRuleKey(event.rule);
  if (event.kind !== "decision_opened" || event.opening.kind !== "action") return null;
  return toRuleKey(event.opening.rule);
}

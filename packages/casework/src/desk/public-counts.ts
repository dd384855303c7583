import { getMeasureRule } from "../ladder/measure-types.ts";
import type { DeskEvent } from "./desk.ts";

/** Counts that are published, each action beside what was taken back of it. By code word; nothing about anybody. */
export type PublicCounts = Readonly<Record<string, number>>;

/**
 * Everything that must be counted in public, from the events alone. Counts by cell may be small: grouping cells under ten is for
 * whoever publishes them.
 */
export function countPublicly(events: readonly DeskEvent[]): PublicCounts {
  const counts: Record<string, number> = {};
  const count = (name: string): void => {
    counts[name] = (counts[name] ?? 0) + 1;
  };
  for (const happening of events) for (const name of listCounts(happening)) count(name);
  return counts;
}

function listCounts({ event }: DeskEvent): readonly string[] {
  switch (event.kind) {
    case "lead_opened":
      return [`leads_opened_${event.content.source}`];
    case "lead_dismissed":
      return [`leads_dismissed_${event.reason}`];
    case "lead_expired":
      return ["leads_expired"];
    case "action_decided":
      return [
        "cases_decided_action",
        ...(event.bulk ? ["bulk_actions"] : []),
        ...(event.emergencyUntil === null ? [] : ["emergency_actions"]),
        ...event.stage.flatMap(({ unseparated }) => unseparated),
      ];
    case "bulk_undone":
      return ["bulk_actions_undone"];
    case "no_action_decided":
      return ["cases_decided_no_action", `no_action_${event.reason}`];
    case "proposal_rejected":
      return ["proposals_rejected"];
    case "measure_applied":
      return [`measures_applied_L${getMeasureRule(event.effect.type).level}`];
    case "measure_ended":
      return [event.endsAs === "reversed" ? "measures_reversed" : "measures_expired"];
    case "emergency_lapsed":
      return ["emergency_actions_lapsed"];
    case "appealed":
      return ["appeals"];
    case "appeal_decided":
      return [`appeals_${event.outcome}`, ...event.unseparated];
    case "restored":
      return ["restorations_completed"];
    case "dispute_concluded":
      return [event.implemented ? "disputes_implemented" : "disputes_not_implemented"];
    case "legal_hold_confirmed":
      return ["legal_holds"];
    case "legal_hold_released":
      return ["legal_holds_released"];
    case "hold_placed":
      return [`holds_placed_${event.content.trigger}`];
    case "hold_released":
    case "hold_expired":
      return ["holds_released"];
    case "hold_confirmed":
      return ["holds_confirmed"];
    case "request_received":
      return ["authority_requests_received"];
    case "request_answered":
      return [event.isNarrowed ? "authority_requests_narrowed" : "authority_requests_answered"];
    case "request_refused":
      return [event.channel === "informal" ? "authority_requests_refused_informal" : "authority_requests_refused"];
    case "unmask_granted":
      return ["unmaskings"];
    case "unmask_refused":
      return ["unmaskings_refused"];
    case "determination_published":
      return ["determinations_published"];
    case "determination_corrected":
      return ["determinations_corrected"];
    case "rule_published":
      return ["rules_published", ...(event.overridden.length === 0 ? [] : ["rules_published_by_override"])];
    case "rule_replaced":
      return ["rules_replaced"];
    case "rule_lapsed":
    case "rule_withdrawn":
      return ["rules_withdrawn"];
    case "override_granted":
      return [`overrides_granted_${event.of}`];
    case "override_refused":
      return ["overrides_refused"];
    case "override_ended":
      return ["overrides_ended"];
    case "entry_made":
      return ["register_entries_made"];
    case "entry_looked_up":
      return ["register_entries_looked_up"];
    case "entry_deleted":
    case "entry_expired":
      return ["register_entries_gone"];
    case "processing_suspended":
      return [`processing_suspended_${event.of}`];
    default:
      return [];
  }
}

import type { ActionOpening, NoActionOpening } from "../decisions/decision.ts";
import { findStatementMapping, getMeasureRule } from "../ladder/measure-types.ts";
import type { RuleVersion } from "../cases/proposal.ts";
import { toRuleKey } from "../policies/rule-version.ts";
import type { LeadContent } from "../leads/lead.ts";
import { findCodeWord, toCodeWord, toCount, type Act, type AnyEvent } from "./act.ts";
import type { Known } from "./known.ts";
import { toVersionWord } from "./version-word.ts";

type Words = Readonly<Record<string, string>>;

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

/** Everything of an event that may be told to everybody for ever. Total: what has no code word is left out or told as `unknown`. */
export function describeEvent(event: AnyEvent, known: Known): Act {
  return {
    kind: event.kind,
    at: event.at,
    role: event.kind === "decision_opened" && event.opening.kind === "action" ? event.opening.role : event.as,
    level: findLevel(event, known),
    rule: findRule(event),
    times: listTimes(event, known),
    words: listWords(event, known),
    counts: listCounts(event),
  };
}

function listTimes(event: AnyEvent, { appeals, requests }: Known): Readonly<Record<string, number>> {
  const fields: Readonly<Record<string, unknown>> = { ...event };
  const named = timeNames.flatMap(([field, name]): readonly (readonly [string, number])[] => {
    const value = fields[field];
    return typeof value === "number" ? [[name, value]] : [];
  });
  const began = findBeginning(event, { appeals, requests });
  return { ...Object.fromEntries(named), ...(began === undefined ? {} : { began }) };
}

/** When that began which an event ends: the two times of a median, side by side. */
function findBeginning(event: AnyEvent, { appeals, requests }: Pick<Known, "appeals" | "requests">) {
  if (event.kind === "appeal_decided") return appeals[event.appellant]?.at;
  if (event.kind === "restored") return event.at - event.tookMs;
  return event.kind === "correction_answered" ? requests[event.request] : undefined;
}

function listCounts(event: AnyEvent): Readonly<Record<string, number>> {
  switch (event.kind) {
    case "lead_opened":
      return { items: toCount(event.content.refs.length) };
    case "action_decided":
      return { accounts: toCount(event.stage.length + event.waiting.length) };
    case "bulk_undone":
      return { decisions: toCount(event.decisions.length), dropped: toCount(event.dropped.length) };
    case "decision_opened":
      return event.opening.kind === "action"
        ? { measures: toCount(event.opening.measures.length), evidence: toCount(event.opening.evidence.length) }
        : {};
    case "request_received":
      return { items: toCount(event.content.items.length) };
    case "request_answered":
      return { items: toCount(event.items.length) };
    default:
      return {};
  }
}

function listWords(event: AnyEvent, known: Known): Words {
  switch (event.kind) {
    case "lead_opened":
      return { source: event.content.source, ...listFamilies(event.content), ...listVersions(event.content) };
    case "lead_dismissed":
      return { reason: event.reason };
    case "lead_accepted":
      return { priority: toCodeWord(event.priority), case_type: event.caseType };
    case "case_opened": {
      const { source, priority, caseType } = event.opening;
      return { source, priority: toCodeWord(priority), case_type: caseType };
    }
    case "priority_set":
      return { priority: toCodeWord(event.priority) };
    case "action_decided":
      return {
        people: event.approver === null ? "one" : "two",
        ...mark("bulk", event.bulk),
        ...mark("emergency", event.emergencyUntil !== null),
      };
    case "no_action_decided":
      return { reason: event.reason, people: event.approver === null ? "one" : "two" };
    case "case_reopened":
    case "decision_reopened":
      return { cause: event.cause };
    case "decision_opened":
      return event.opening.kind === "action" ? describeAction(event.opening) : describeNoAction(event.opening);
    case "delivery_noted":
      return { outcome: event.outcome };
    case "measure_applied":
    case "effect_ordered":
    case "effect_failed":
      return describeMeasure(event.measure, known);
    case "reversal_ordered":
    case "measure_ended":
      return { ...describeMeasure(event.measure, known), ends_as: event.endsAs };
    case "measure_reviewed":
      return { ...describeMeasure(event.measure, known), outcome: event.outcome };
    case "emergency_confirmed":
      return markAll(event.unseparated);
    case "appeal_decided":
      return {
        outcome: event.outcome,
        appellant: toCodeWord(known.appeals[event.appellant]?.as ?? ""),
        ...markAll(event.unseparated),
      };
    case "restoration_started":
      return { cause: event.restoration.cause };
    case "dispute_concluded":
      return { outcome: event.outcome, implemented: event.implemented ? "yes" : "no" };
    default:
      return listSideWords(event);
  }
}

function listSideWords(event: AnyEvent): Words {
  switch (event.kind) {
    case "hold_placed":
      return { trigger: event.content.trigger, slot: event.content.slot };
    case "request_received": {
      const { channel, country, asksFor } = event.content;
      const asks = asksFor.includes("act_on_item") ? (asksFor.length > 1 ? "both" : "act") : "information";
      // A country, and nothing finer.
      return { channel, country: /^[A-Za-z]{2}$/.test(country) ? country.toLowerCase() : "unknown", asks };
    }
    case "request_answered":
      return { scope: event.isNarrowed ? "narrowed" : "full" };
    case "request_refused":
      return { channel: toCodeWord(event.channel) };
    case "processing_suspended":
      return { of: event.of };
    case "outcome_recorded":
      return { outcome: event.outcome };
    case "override_granted":
    case "override_ended":
      return { of: event.of };
    case "rule_published":
      return mark("by_override", event.overridden.length > 0);
    case "gap_recorded":
      return { gap: event.gap.gap };
    case "determination_published":
    case "determination_corrected":
      return { verdict: event.version.verdict };
    default:
      return {};
  }
}

const familiesMost = 8;
const versionsMost = 4;

/** Families of tests that spoke, by their axis. */
function listFamilies({ signals }: LeadContent): Words {
  const named = signals.flatMap(({ family, axis }) => {
    const word = findCodeWord(`family_${family}`);
    return word === null ? [] : [[word, axis] as const];
  });
  return Object.fromEntries(named.slice(0, familiesMost));
}

/** Of the detectors that spoke, each once. What people saw has no version. */
function listVersions({ source, signals }: LeadContent): Words {
  if (source !== "detector") return {};
  const words = new Set(signals.flatMap(({ detectorVersion }) => toVersionWord(detectorVersion) ?? []));
  return Object.fromEntries([...words].slice(0, versionsMost).map((word) => [`version_${word}`, "spoke"]));
}

function describeAction(opening: ActionOpening): Words {
  const { statement, approver, grade, emergencyUntil, bulk, unseparated, measures } = opening;
  const restricted = measures.flatMap(({ type, target }) => findStatementMapping(type, target.kind)?.field ?? []);
  return {
    outcome: "action",
    grade,
    people: approver === null ? "one" : "two",
    ...(statement === null
      ? {}
      : {
          language: toCodeWord(statement.content_language ?? "unknown"),
          category: toCodeWord(statement.category.replace(/^STATEMENT_CATEGORY_/, "")),
          ground: statement.decision_ground === "DECISION_GROUND_ILLEGAL_CONTENT" ? "illegal" : "incompatible",
          detection: statement.automated_detection === "Yes" ? "automated" : "people",
          automation: toCodeWord(statement.automated_decision.replace(/^AUTOMATED_DECISION_/, "")),
        }),
    ...mark("emergency", emergencyUntil !== null),
    ...mark("bulk", bulk),
    ...markAll(restricted.map((field) => field.replace(/^decision_/, "restricts_"))),
    ...markAll(unseparated),
  };
}

function describeNoAction({ reason, approver }: NoActionOpening): Words {
  return { outcome: "no_action", reason, people: approver === null ? "one" : "two" };
}

function describeMeasure(measure: string, { measures }: Known): Words {
  const found = measures[measure];
  return found === undefined ? { measure: "unknown" } : { measure: found.type, target: found.target };
}

function mark(name: string, holds: boolean): Words {
  return holds ? { [name]: "yes" } : {};
}

function markAll(names: readonly string[]): Words {
  return Object.fromEntries(names.map((name) => [name, "yes"]));
}

/** The rung of the ladder: the highest of a decision, or that of one measure. */
function findLevel(event: AnyEvent, { measures }: Known): number | null {
  if (event.kind === "decision_opened") {
    const levels = event.opening.measures.map(({ type }) => getMeasureRule(type).level);
    return levels.length === 0 ? null : Math.max(...levels);
  }
  if (!("measure" in event) || typeof event.measure !== "string") return null;
  const found = measures[event.measure];
  return found === undefined ? null : getMeasureRule(found.type).level;
}

/** The rule of a decision, or the one that was published, took effect or ended; drafts are nobody's business. */
function findRuleVersion(event: AnyEvent): RuleVersion | null {
  switch (event.kind) {
    case "decision_opened":
      return event.opening.kind === "action" ? event.opening.rule : null;
    case "rule_published":
    case "rule_took_effect":
    case "rule_replaced":
    case "rule_lapsed":
      return event.rule;
    default:
      return null;
  }
}

function findRule(event: AnyEvent): string | null {
  const named = findRuleVersion(event);
  if (named === null) return null;
  const rule = toRuleKey(named);
  // A rule's id is the operator's to choose; one that may not stand in the clear is not told.
  return /^[A-Za-z0-9][A-Za-z0-9._:-]{0,63}$/.test(rule) && !/\d{7}/.test(rule) ? rule : null;
}

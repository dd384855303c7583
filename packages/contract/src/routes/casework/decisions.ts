import { z } from "zod";
import { id, instant } from "../../common.ts";
import type { Route } from "../../route.ts";
import { reopenCauses } from "./case-commands.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, personId, refId, version, viewParts, words } from "./parts.ts";
import { findingRole, grade, measureTypes, noActionReasons, ruleVersion, statementFields } from "./proposal.ts";

export const decisionStatuses = [
  "decided_action",
  "in_force",
  "decided_no_action",
  "appealed",
  "appeal_upheld",
  "restoring",
  "restored",
  "external_dispute",
  "implemented",
  "not_implemented",
  "reopened",
  "closed",
  "purged",
] as const;
export const measureStatuses = ["planned", "applying", "active", "failed", "reversing", "expired", "reversed"] as const;
export const appealOutcomes = ["upheld", "partially_reversed", "reversed", "omitted"] as const;
const disputeOutcomes = ["upheld", "partially_reversed", "reversed"] as const;

const kind = <const K extends string>(name: K): z.ZodLiteral<K> => z.literal(name);
const measures = z.array(id).max(10);

/** Every command that people of the staff give to a decision. What the person concerned does goes by their own link. */
export const decisionCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: kind("review_measure"),
      measure: id,
      outcome: z.enum(["keep", "lift", "final"]),
      reason: words,
    }),
    z.strictObject({ kind: kind("confirm_emergency"), statement: words }),
    z.strictObject({ kind: kind("extend_appeal"), appellant: id, reason: words }),
    z.strictObject({
      kind: kind("decide_appeal"),
      appellant: id,
      outcome: z.enum(appealOutcomes),
      /** One for each point, in their order. */
      answers: z.array(words).min(1).max(100),
      /** Measures that a partial reversal takes back; empty otherwise. */
      reverse: measures.default([]),
    }),
    z.strictObject({ kind: kind("undo"), reason: words }),
    z.strictObject({ kind: kind("extend_dispute"), reason: words }),
    z.strictObject({ kind: kind("decline_dispute"), reason: words, resolvedBefore: z.string().min(1).max(200) }),
    z.strictObject({
      kind: kind("conclude_dispute"),
      outcome: z.enum(disputeOutcomes),
      implemented: z.boolean(),
      reason: words,
      reverse: measures.default([]),
    }),
    z.strictObject({ kind: kind("reopen"), cause: z.enum(reopenCauses), reason: words }),
  ])
  .meta({ id: "DecisionCommand" });

export const decisionCommandKinds = [
  "review_measure",
  "confirm_emergency",
  "extend_appeal",
  "decide_appeal",
  "undo",
  "extend_dispute",
  "decline_dispute",
  "conclude_dispute",
  "reopen",
] as const;

const status = z.enum(decisionStatuses).meta({ id: "DecisionStatus" });

const line = {
  id,
  version,
  status,
  kind: z.enum(["action", "no_action"]),
  case: id,
  account: z.string().nullable(),
  /** The highest level of its measures; null where it leaves alone. */
  level: z.int().min(0).max(10).nullable(),
  rule: ruleVersion.nullable(),
  measures: z.array(z.object({ id, type: z.enum(measureTypes), status: z.enum(measureStatuses) })),
  appealOpen: z.boolean(),
  decidedAt: instant,
  dueAt: instant.nullable(),
};
export const decisionLine = z.object(line).meta({ id: "DecisionLine" });

const measure = z.object({
  id,
  type: z.enum(measureTypes),
  target: z.object({ kind: z.enum(["item", "account"]), id: z.string() }),
  durationMs: z.int().min(0).nullable(),
  status: z.enum(measureStatuses),
  appliedAt: instant.nullable(),
  endAt: instant.nullable(),
  reviewAt: instant.nullable(),
  final: z.boolean(),
  failures: z.int().min(0),
});

const appeal = z.object({
  /** Names the appeal in commands. */
  appellant: id,
  as: z.string(),
  at: instant,
  points: z.array(z.string()),
  evidence: z.array(z.string()),
  dueAt: instant,
  outcome: z.enum(appealOutcomes).nullable(),
  decidedBy: personId,
  answers: z.array(z.string()),
});

export const decisionView = z
  .object({
    ...line,
    sensitive: z.boolean(),
    role: findingRole.nullable(),
    grade: grade.nullable(),
    reason: z.enum(noActionReasons).nullable(),
    allegation: z.string(),
    /** Of the case's evidence. */
    evidence: z.array(id),
    measures: z.array(measure),
    statement: statementFields.nullable(),
    /** Null where the caller may not know who decided (see `hidden`). */
    proposer: personId,
    approver: personId,
    senior: z.boolean(),
    bulk: z.boolean(),
    /** What a team too small could not keep apart. */
    unseparated: z.array(z.string()),
    emergencyUntil: instant.nullable(),
    hearingSkipped: z.string().nullable(),
    strikesReliedOn: z.array(id),
    people: z.array(id),
    notice: z
      .object({
        outcome: z.enum(["delivered", "failed", "contact_unknown"]),
        channel: z.string(),
        firstAttemptAt: instant,
      })
      .nullable(),
    informedAt: instant.nullable(),
    appealUntil: instant.nullable(),
    appeals: z.array(appeal),
    restoration: z
      .object({
        cause: z.enum(["appeal", "dispute", "undone", "emergency_lapsed", "superseded"]),
        startedAt: instant,
        dueAt: instant,
        measures: z.array(id),
        pendingMeasures: z.array(id),
        pendingSteps: z.array(z.string()),
        restoredAt: instant.nullable(),
      })
      .nullable(),
    dispute: z.object({ body: z.string(), reference: z.string(), dueAt: instant, isOpen: z.boolean() }).nullable(),
    supersededBy: id.nullable(),
    ...viewParts,
    commands: commandsOf(decisionCommandKinds),
  })
  .meta({ id: "Decision" });

const routes = defineObjectRoutes({
  one: "Decision",
  many: "Decisions",
  noun: "a decision",
  path: "/v1/decisions",
  tag: "cases",
  read: "cases:read",
  write: "cases:write",
  query: objectQuery.extend({
    status: oneOrMore(status),
    case: id.optional(),
    account: refId.optional(),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: decisionLine,
  view: decisionView,
  command: decisionCommand,
});
export const { list: listDecisions, read: getDecision, command: commandDecision } = routes;

export const decisionsRoutes: readonly Route[] = [listDecisions, getDecision, commandDecision];

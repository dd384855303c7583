import { z } from "zod";
import { id, instant } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, personId, refId, version, viewParts, words } from "./parts.ts";
import { ruleVersion } from "./proposal.ts";

const kind = <const K extends string>(name: K): z.ZodLiteral<K> => z.literal(name);
const head = { id, version, openedAt: instant, updatedAt: instant, dueAt: instant.nullable() };

// Operations: named, dated sets of cases, without any target.

export const operationStatuses = ["running", "ended", "reported"] as const;
const operationStatus = z.enum(operationStatuses).meta({ id: "OperationStatus" });
export const operationCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("add_case"), caseId: id }),
    z.strictObject({
      kind: kind("renew"),
      endsAt: instant,
      newEvidence: z.array(refId).min(1).max(50),
      reason: words,
    }),
    z.strictObject({ kind: kind("end"), reason: words }),
    z.strictObject({ kind: kind("report"), text: words }),
  ])
  .meta({ id: "OperationCommand" });
export const operationCommandKinds = ["add_case", "renew", "end", "report"] as const;
const operationLine = {
  ...head,
  status: operationStatus,
  name: z.string(),
  endsAt: instant,
  cases: z.int().min(0),
  renewals: z.int().min(0),
  ledBy: personId,
};
export const operationView = z
  .object({
    ...operationLine,
    scope: z.string(),
    caseIds: z.array(id),
    ...viewParts,
    commands: commandsOf(operationCommandKinds),
  })
  .meta({ id: "Operation" });
const operationRoutes = defineObjectRoutes({
  one: "Operation",
  many: "Operations",
  noun: "an operation",
  path: "/v1/operations",
  tag: "operations",
  read: "operations:read",
  write: "operations:write",
  query: objectQuery.extend({
    status: oneOrMore(operationStatus),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(operationLine).meta({ id: "OperationLine" }),
  view: operationView,
  command: operationCommand,
});
export const { list: listOperations, read: getOperation, command: commandOperation } = operationRoutes;

export const startOperation = defineRoute({
  id: "startOperation",
  method: "POST",
  path: "/v1/operations",
  access: "operations:write",
  summary: "Start an operation: named, dated, and without a target.",
  tag: "operations",
  body: z.strictObject({ name: z.string().min(1).max(200), scope: words, endsAt: instant }),
  status: 201,
  response: operationView,
  errors: ["refused"],
  idempotent: true,
});

// Self-reviews: what our own controls let through.

export const reviewStatuses = ["open", "finished", "settled"] as const;
export const gapKinds = ["missed", "late", "wrong", "rule_unclear", "tool", "process"] as const;
const reviewStatus = z.enum(reviewStatuses).meta({ id: "SelfReviewStatus" });
export const reviewCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({
      kind: kind("record_gap"),
      gapKind: z.enum(gapKinds),
      text: words,
      owner: id,
      dueAt: instant,
    }),
    z.strictObject({ kind: kind("close_gap"), gap: id, proof: words }),
    z.strictObject({ kind: kind("finish"), summary: words }),
  ])
  .meta({ id: "SelfReviewCommand" });
export const reviewCommandKinds = ["record_gap", "close_gap", "finish"] as const;
const reviewLine = {
  ...head,
  status: reviewStatus,
  case: id,
  gaps: z.int().min(0),
  openGaps: z.int().min(0),
};
export const reviewView = z
  .object({
    ...reviewLine,
    summary: z.string().nullable(),
    gapList: z.array(
      z.object({
        id,
        gap: z.enum(gapKinds),
        text: z.string(),
        owner: id,
        dueAt: instant,
        closedBy: id.nullable(),
        proof: z.string().nullable(),
      }),
    ),
    ...viewParts,
    commands: commandsOf(reviewCommandKinds),
  })
  .meta({ id: "SelfReview" });
const reviewRoutes = defineObjectRoutes({
  one: "SelfReview",
  many: "SelfReviews",
  noun: "a self-review",
  path: "/v1/self-reviews",
  tag: "self-reviews",
  read: "reviews:read",
  write: "reviews:write",
  query: objectQuery.extend({
    status: oneOrMore(reviewStatus),
    case: id.optional(),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(reviewLine).meta({ id: "SelfReviewLine" }),
  view: reviewView,
  command: reviewCommand,
});
export const { list: listSelfReviews, read: getSelfReview, command: commandSelfReview } = reviewRoutes;

// The block register: looked into by two roles, with a reason, each time counted. It cannot be listed, nor read without a look-up.

export const registerStatuses = ["listed", "expired", "deleted"] as const;
export const registerCommand = z
  .discriminatedUnion("kind", [z.strictObject({ kind: kind("look_up"), reason: words })])
  .meta({ id: "RegisterCommand" });
export const registerEntry = z
  .object({
    id,
    version,
    status: z.enum(registerStatuses),
    decision: id,
    rule: ruleVersion,
    expiresAt: instant,
    lookUps: z.int().min(0),
  })
  .meta({ id: "RegisterEntry" });

export const commandRegisterEntry = defineRoute({
  id: "commandRegisterEntry",
  method: "POST",
  path: "/v1/register-entries/{id}/commands",
  access: "register:look_up",
  summary: "Look into one entry of the block register, with a reason. Its id is that of the measure that made it.",
  tag: "register",
  params: z.object({ id }),
  body: registerCommand,
  status: 200,
  response: registerEntry,
  errors: ["not_found", "refused"],
  idempotent: true,
});

// Unmasking of a network pseudonym, inside one case.

export const unmaskingStatuses = ["requested", "granted", "refused"] as const;
const unmaskingStatus = z.enum(unmaskingStatuses).meta({ id: "UnmaskingStatus" });
export const unmaskingCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("grant"), reason: words }),
    z.strictObject({ kind: kind("refuse"), reason: words }),
  ])
  .meta({ id: "UnmaskingCommand" });
export const unmaskingCommandKinds = ["grant", "refuse"] as const;
const unmaskingLine = { ...head, status: unmaskingStatus, case: id, pseudonym: z.string(), requestedBy: id };
export const unmaskingView = z
  .object({ ...unmaskingLine, ...viewParts, commands: commandsOf(unmaskingCommandKinds) })
  .meta({ id: "Unmasking" });
const unmaskingRoutes = defineObjectRoutes({
  one: "Unmasking",
  many: "Unmaskings",
  noun: "an unmasking",
  path: "/v1/unmaskings",
  tag: "unmaskings",
  read: "unmasking:read",
  write: "unmasking:write",
  query: objectQuery.extend({
    status: oneOrMore(unmaskingStatus),
    case: id.optional(),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(unmaskingLine).meta({ id: "UnmaskingLine" }),
  view: unmaskingView,
  command: unmaskingCommand,
});
export const { list: listUnmaskings, read: getUnmasking, command: commandUnmasking } = unmaskingRoutes;

export const requestUnmasking = defineRoute({
  id: "requestUnmasking",
  method: "POST",
  path: "/v1/unmaskings",
  access: "unmasking:write",
  summary:
    "Ask for one network pseudonym to be unmasked inside a case; the auditor grants it, and it is counted in public.",
  tag: "unmaskings",
  body: z.strictObject({ pseudonym: refId, caseId: id, reason: words }),
  status: 201,
  response: unmaskingView,
  errors: ["refused"],
  idempotent: true,
});

// Records of reporters: what their notices came to. Nobody is named by them.

export const reporterStatuses = ["good_standing", "warned", "suspended"] as const;
const reporterStatus = z.enum(reporterStatuses).meta({ id: "ReporterStatus" });
export const reporterCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("warn"), reason: words }),
    z.strictObject({
      kind: kind("suspend"),
      of: z.enum(["notices", "complaints"]),
      gravity: words,
      intent: words,
    }),
    z.strictObject({ kind: kind("lift"), reason: words }),
  ])
  .meta({ id: "ReporterCommand" });
export const reporterCommandKinds = ["warn", "suspend", "lift"] as const;
const reporterLine = {
  ...head,
  status: reporterStatus,
  total: z.int().min(0),
  manifestlyUnfounded: z.int().min(0),
  sinceWarning: z.int().min(0),
  suspendedUntil: instant.nullable(),
};
export const reporterView = z
  .object({ ...reporterLine, ...viewParts, commands: commandsOf(reporterCommandKinds) })
  .meta({ id: "Reporter" });
const reporterRoutes = defineObjectRoutes({
  one: "Reporter",
  many: "Reporters",
  noun: "a reporter's record",
  path: "/v1/reporters",
  tag: "reporters",
  read: "reports:read",
  write: "cases:write",
  query: objectQuery.extend({
    status: oneOrMore(reporterStatus),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(reporterLine).meta({ id: "ReporterLine" }),
  view: reporterView,
  command: reporterCommand,
});
export const { list: listReporters, read: getReporter, command: commandReporter } = reporterRoutes;

export const houseObjectRoutes: readonly Route[] = [
  listOperations,
  startOperation,
  getOperation,
  commandOperation,
  listSelfReviews,
  getSelfReview,
  commandSelfReview,
  commandRegisterEntry,
  listUnmaskings,
  requestUnmasking,
  getUnmasking,
  commandUnmasking,
  listReporters,
  getReporter,
  commandReporter,
];

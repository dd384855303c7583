import { z } from "zod";
import { id, instant } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, personId, refId, version, viewParts, words } from "./parts.ts";
import { ruleVersion, statementDraft, statementFields } from "./proposal.ts";

const kind = <const K extends string>(name: K): z.ZodLiteral<K> => z.literal(name);
const head = { id, version, openedAt: instant, updatedAt: instant, dueAt: instant.nullable() };

// Holds: what keeps an item back for a time, without judging it.

export const holdStatuses = ["held", "released_ttl", "released_human", "confirmed"] as const;
const holdStatus = z.enum(holdStatuses).meta({ id: "HoldStatus" });
export const holdCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("release"), reason: words }),
    /** A decision that removes the item has taken over. */
    z.strictObject({ kind: kind("confirm"), decision: id }),
  ])
  .meta({ id: "HoldCommand" });
export const holdCommandKinds = ["release", "confirm"] as const;

const holdLine = {
  ...head,
  status: holdStatus,
  item: z.string(),
  author: z.string(),
  slot: z.enum(["item", "trend"]),
  trigger: z.enum(["decided_removal", "equal_rate_limit", "exposed_identifier", "person_emergency"]),
  decision: id.nullable(),
  contested: z.boolean(),
  endsAt: instant,
};
export const holdView = z
  .object({ ...holdLine, statement: statementFields, ...viewParts, commands: commandsOf(holdCommandKinds) })
  .meta({ id: "Hold" });
const holdRoutes = defineObjectRoutes({
  one: "Hold",
  many: "Holds",
  noun: "a hold",
  path: "/v1/holds",
  tag: "holds",
  read: "cases:read",
  write: "cases:write",
  query: objectQuery.extend({ status: oneOrMore(holdStatus), sort: z.enum(["newest", "due"]).default("newest") }),
  line: z.object(holdLine).meta({ id: "HoldLine" }),
  view: holdView,
  command: holdCommand,
});
export const { list: listHolds, read: getHold, command: commandHold } = holdRoutes;

/** The only hold that people place: a person's emergency order. It has a statement, composed from this draft, with its end. */
export const placeHold = defineRoute({
  id: "placeHold",
  method: "POST",
  path: "/v1/holds",
  access: "cases:write",
  summary: "Hold an item back for a time, because a person is in danger.",
  tag: "holds",
  body: z.strictObject({
    item: refId,
    author: refId,
    slot: z.enum(["item", "trend"]).default("item"),
    draft: statementDraft,
  }),
  status: 201,
  response: holdView,
  errors: ["refused"],
  idempotent: true,
});

// Authority requests: the one door.

export const requestStatuses = ["received", "validating", "returned", "answered", "narrowed", "refused"] as const;
const requestStatus = z.enum(requestStatuses).meta({ id: "AuthorityRequestStatus" });
const loose = z.string().max(5_000);
const requestContent = {
  authority: loose,
  /** ISO 3166-1, two letters. */
  country: z.string().max(2),
  /** `informal`: by telephone, in passing. It is entered, refused and counted. */
  channel: z.enum(["desk", "informal"]),
  legalBasis: loose,
  explanation: loose,
  /** Exact location: items, one by one. */
  items: z.array(refId).max(200),
  asksFor: z.array(z.string().max(64)).max(20),
  redress: loose,
  deadline: instant.nullable(),
  /** The provision and end of a prohibition in writing to tell the user; null where there is none. */
  secrecy: z.strictObject({ basis: words, until: instant }).nullable(),
} as const;
export const requestCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("validate") }),
    z.strictObject({ kind: kind("return"), missing: z.array(z.string().max(64)).min(1).max(20) }),
    z.strictObject({ kind: kind("resubmit"), ...requestContent }),
    z.strictObject({ kind: kind("propose_answer"), items: z.array(refId).max(200) }),
    z.strictObject({ kind: kind("approve_answer"), reason: words }),
    z.strictObject({ kind: kind("refuse"), reason: words }),
    z.strictObject({ kind: kind("tell_user") }),
    z.strictObject({ kind: kind("withhold_notice") }),
  ])
  .meta({ id: "AuthorityRequestCommand" });
export const requestCommandKinds = [
  "validate",
  "return",
  "resubmit",
  "propose_answer",
  "approve_answer",
  "refuse",
  "tell_user",
  "withhold_notice",
] as const;
const requestLine = {
  ...head,
  status: requestStatus,
  authority: z.string(),
  country: z.string(),
  channel: z.enum(["desk", "informal"]),
  items: z.int().min(0),
  userTold: z.enum(["told", "withheld"]).nullable(),
};
export const requestView = z
  .object({
    ...requestLine,
    content: z.object(requestContent),
    missing: z.array(z.string()),
    acknowledgedAt: instant.nullable(),
    handledBy: z.array(id),
    proposal: z.object({ by: personId, items: z.array(z.string()) }).nullable(),
    answeredItems: z.array(z.string()),
    ...viewParts,
    commands: commandsOf(requestCommandKinds),
  })
  .meta({ id: "AuthorityRequest" });
const requestRoutes = defineObjectRoutes({
  one: "AuthorityRequest",
  many: "AuthorityRequests",
  noun: "an authority's request",
  path: "/v1/authority-requests",
  tag: "authority",
  read: "authority:read",
  write: "authority:write",
  query: objectQuery.extend({
    status: oneOrMore(requestStatus),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(requestLine).meta({ id: "AuthorityRequestLine" }),
  view: requestView,
  command: requestCommand,
});
export const {
  list: listAuthorityRequests,
  read: getAuthorityRequest,
  command: commandAuthorityRequest,
} = requestRoutes;

export const receiveAuthorityRequest = defineRoute({
  id: "receiveAuthorityRequest",
  method: "POST",
  path: "/v1/authority-requests",
  access: "authority:write",
  summary: "Enter what an authority asks, complete or not.",
  tag: "authority",
  body: z.strictObject(requestContent),
  status: 201,
  response: requestView,
  errors: ["refused"],
  idempotent: true,
});

// Transfers: a question of fact put to a partner desk. The case that asks opens them.

export const transferStatuses = ["sent", "returned", "lapsed", "recalled"] as const;
const transferStatus = z.enum(transferStatuses).meta({ id: "TransferStatus" });
export const transferCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: kind("answer"), text: words }),
    z.strictObject({ kind: kind("recall"), reason: words }),
  ])
  .meta({ id: "TransferCommand" });
export const transferCommandKinds = ["answer", "recall"] as const;
const transferLine = { ...head, status: transferStatus, case: id, desk: z.string(), returnBy: instant };
export const transferView = z
  .object({
    ...transferLine,
    purpose: z.string(),
    question: z.string(),
    fields: z.array(z.string()),
    answer: z.string().nullable(),
    ...viewParts,
    commands: commandsOf(transferCommandKinds),
  })
  .meta({ id: "Transfer" });
const transferRoutes = defineObjectRoutes({
  one: "Transfer",
  many: "Transfers",
  noun: "a transfer",
  path: "/v1/transfers",
  tag: "authority",
  read: "cases:read",
  write: "cases:write",
  query: objectQuery.extend({
    status: oneOrMore(transferStatus),
    case: id.optional(),
    sort: z.enum(["newest", "due"]).default("newest"),
  }),
  line: z.object(transferLine).meta({ id: "TransferLine" }),
  view: transferView,
  command: transferCommand,
});
export const { list: listTransfers, read: getTransfer, command: commandTransfer } = transferRoutes;

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

export const deskObjectRoutes: readonly Route[] = [
  listHolds,
  placeHold,
  getHold,
  commandHold,
  listAuthorityRequests,
  receiveAuthorityRequest,
  getAuthorityRequest,
  commandAuthorityRequest,
  listTransfers,
  getTransfer,
  commandTransfer,
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

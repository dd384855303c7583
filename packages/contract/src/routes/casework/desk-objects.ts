import { z } from "zod";
import { id, instant } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { defineObjectRoutes, objectQuery } from "./object-routes.ts";
import { commandsOf, oneOrMore, personId, refId, version, viewParts, words } from "./parts.ts";
import { statementDraft, statementFields } from "./proposal.ts";

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
];

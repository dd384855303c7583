import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";
import { caseTypes } from "./leads.ts";

/** What a report is about. Only a report of child sexual abuse may be anonymous. */
export const reportCategories = [...caseTypes, "child_sexual_abuse"] as const;

const category = z.enum(reportCategories).meta({ id: "ReportCategory" });
const source = z.enum(["reporter", "trusted_flagger"]);
const refId = z.string().regex(/^[A-Za-z0-9_.:~-]{1,200}$/);
const object = z.strictObject({
  kind: z.enum(["post", "url", "hashtag", "mention", "media", "room", "product", "account"]),
  id: refId,
});
const missing = z.array(z.enum(["reasons", "location", "name", "email", "inGoodFaith"]));

/** What a notice has to have (DSA 16(2)). What is left out comes back once as missing. */
const noticeParts = {
  /** Why the author holds it to be illegal or against the rules. */
  reasons: z.string().max(20_000),
  /** Where exactly it is: an address, a place in a film. */
  location: z.string().max(4_000),
  name: z.string().max(300),
  email: z.string().max(320),
  /** The author states that what they say is, to their knowledge, correct and complete. */
  inGoodFaith: z.boolean(),
};

const params = z.object({ id });
const follower = z.strictObject({
  /** What the author was given with the acknowledgement. */
  key: z.string().min(1).max(200),
});

export const submittedReport = z
  .object({
    id,
    receivedAt: instant,
    /** Opens the report to its author, without an account. Given once. */
    key: z.string(),
    /** Where it can be followed. */
    follow: z.string(),
    /** `returned`: it lacks something, and can be completed once. */
    status: z.enum(["received", "returned"]),
    missing,
  })
  .meta({ id: "SubmittedReport" });

export const reportFollow = z
  .object({
    id,
    receivedAt: instant,
    category,
    object,
    /** `returned`: something is missing. `waiting`, `in_case`: people look at it. `decided`: see `outcome`. */
    stage: z.enum(["returned", "waiting", "in_case", "decided"]),
    missing,
    outcome: z.string().nullable(),
    decidedAt: instant.nullable(),
    /** Until when the outcome can be complained about, free of charge. */
    appealUntil: instant.nullable(),
  })
  .meta({ id: "ReportFollow" });

const line = {
  id,
  version: z.int().min(1),
  status: z.enum(["returned", "received", "decided", "forgotten"]),
  receivedAt: instant,
  source,
  object,
  category,
  missing,
  lead: id,
  /** The lead that stands for it, where another report about the same came first. */
  joinedTo: id.nullable(),
  outcome: z.string().nullable(),
  decidedAt: instant.nullable(),
  /** The reporting account; null for whoever may not know who reported. */
  reporter: z.string().nullable(),
};
export const reportLine = z.object(line).meta({ id: "ReportLine" });
export const report = z
  .object({
    ...line,
    /** Null once they were destroyed. */
    words: z.object({ reasons: z.string(), location: z.string() }).nullable(),
    /** Who looked at the reporter's identity; for those who may themselves. */
    views: z.array(z.object({ by: z.string(), reason: z.string(), at: instant })),
  })
  .meta({ id: "Report" });

export const submitReport = defineRoute({
  id: "submitReport",
  method: "POST",
  path: "/v1/reports",
  // By a token with `reports:write` for an account of the platform; by anybody where the operator switched the public form on.
  access: "public",
  summary: "Report something. Acknowledged at once.",
  tag: "reports",
  body: z.strictObject({
    object,
    /** Further accounts or objects that it is about. */
    refs: z.array(refId).max(50).default([]),
    category,
    reasons: noticeParts.reasons.default(""),
    location: noticeParts.location.default(""),
    name: noticeParts.name.default(""),
    email: noticeParts.email.default(""),
    inGoodFaith: noticeParts.inGoodFaith.default(false),
    /** The platform's account that reports; only by token, and needed there. */
    account: refId.optional(),
    /** `trusted_flagger` only by token: the platform knows whom it gave that standing. */
    source: source.default("reporter"),
  }),
  status: 201,
  response: submittedReport,
  errors: ["not_signed_in", "not_allowed", "refused"],
  idempotent: true,
});

export const completeReport = defineRoute({
  id: "completeReport",
  method: "POST",
  path: "/v1/reports/{id}/complete",
  access: "public",
  summary: "Add what a returned report lacks; once.",
  tag: "reports",
  params,
  query: follower,
  body: z.strictObject({
    reasons: noticeParts.reasons.optional(),
    location: noticeParts.location.optional(),
    name: noticeParts.name.optional(),
    email: noticeParts.email.optional(),
    inGoodFaith: noticeParts.inGoodFaith.optional(),
  }),
  status: 200,
  response: reportFollow,
  errors: ["not_found", "gone", "refused"],
  idempotent: true,
});

export const listReports = defineRoute({
  id: "listReports",
  method: "GET",
  path: "/v1/reports",
  access: "reports:read",
  summary: "List reports, the newest first.",
  tag: "reports",
  query: pageQuery.extend({
    /** One status or several, with commas between them. */
    status: z
      .string()
      .max(200)
      .transform((text) => text.split(","))
      .pipe(z.array(line.status).min(1))
      .optional(),
    object: refId.optional(),
    lead: refId.optional(),
  }),
  status: 200,
  response: pageOf(reportLine),
});

export const getReport = defineRoute({
  id: "getReport",
  method: "GET",
  path: "/v1/reports/{id}",
  // Its author by `key`, staff and tokens by `reports:read`.
  access: "public",
  summary: "Follow one's own report by its key, or read a report as staff.",
  tag: "reports",
  params,
  query: follower.partial(),
  status: 200,
  response: z.union([report, reportFollow]),
  errors: ["not_signed_in", "not_allowed", "not_found", "gone"],
});

export const viewReporter = defineRoute({
  id: "viewReporter",
  method: "POST",
  path: "/v1/reports/{id}/identity",
  access: "reports:read",
  summary: "See who sent a report, with a reason; each look is written down.",
  tag: "reports",
  params,
  body: z.strictObject({ reason: z.string().min(1).max(1_000) }),
  status: 200,
  response: z.object({ name: z.string(), email: z.string(), account: z.string() }).meta({ id: "ReporterIdentity" }),
  errors: ["not_found", "gone", "refused"],
});

export const reportsRoutes: readonly Route[] = [submitReport, completeReport, listReports, getReport, viewReporter];

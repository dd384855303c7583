import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

export const leadStatuses = [
  "lead_open",
  "lead_returned",
  "lead_dismissed",
  "lead_expired",
  "lead_merged",
  "lead_accepted",
] as const;
export const leadSources = ["detector", "reporter", "trusted_flagger", "authority", "analyst"] as const;
export const dismissalReasons = ["duplicate", "insufficient", "out_of_scope", "authentic", "opinion"] as const;
export const casePriorities = ["P0", "P1", "P2", "P3"] as const;
export const caseTypes = [
  "campaign",
  "doxxing",
  "threat",
  "abuse",
  "harassment_for_hire",
  "privacy",
  "intimate_images",
  "fraud",
  "extortion",
  "impersonation",
  "account_trade",
  "fake_engagement",
  "undisclosed_payment",
  "promotion_abuse",
  "false_claim_about_person",
  "synthetic_media",
  "data_trade",
  "mass_reporting",
  "other",
] as const;

const status = z.enum(leadStatuses).meta({ id: "LeadStatus" });
const source = z.enum(leadSources).meta({ id: "LeadSource" });
const axis = z.enum(["coordinated", "inauthentic"]);
const family = z.string().regex(/^[a-z][a-z0-9_]{0,63}$/);
/** Words that people wrote, or that say what a detector saw. */
const words = z.string().max(5_000);

/** An account, object or other thing of the platform, by a short id without spaces: never an address. */
const refId = z.string().regex(/^[A-Za-z0-9_.:~-]{1,200}$/);

const leadNote = z
  .object({
    kind: z.enum(["growth", "end"]),
    at: instant,
    /** How many accounts and actions it was about by then; null at an end. */
    accounts: z.int().min(0).nullable(),
    actions: z.int().min(0).nullable(),
  })
  .meta({ id: "LeadNote" });

const line = {
  id,
  /** Rises with each change; it is the lead's ETag. */
  version: z.int().min(1),
  status,
  source,
  /** From a detector that still observes: it alerts nobody before somebody has seen its preview. */
  learning: z.boolean(),
  previewSeen: z.boolean(),
  /** Families of tests that spoke. */
  families: z.array(z.string()),
  /** The group that it came from; null for leads of people. */
  group: id.nullable(),
  /** How many accounts and objects it names. */
  refs: z.int().min(0),
  /** Further reports about the same, that this lead stands for. */
  joined: z.int().min(0),
  openedAt: instant,
  expiresAt: instant,
  /** What its group had come to when that was last noted. */
  growth: leadNote.nullable(),
  /** When its group stopped; null while it goes on, as far as is known. */
  endedAt: instant.nullable(),
};
export const leadLine = z.object(line).meta({ id: "LeadLine" });

/** Whether the caller may give a command now; if not, why, and what to do. */
export const availability = z
  .object({
    enabled: z.boolean(),
    /** Code of the refusal; absent where it is enabled. */
    code: z.string().optional(),
    /** What it fell on: ids, field names, roles. */
    about: z.array(z.string()).optional(),
    why: z.string().optional(),
    next: z.string().optional(),
  })
  .meta({ id: "Availability" });

export const lead = z
  .object({
    ...line,
    refIds: z.array(z.string()),
    reason: words,
    signals: z.array(z.object({ family: z.string(), axis, detectorVersion: z.string() })),
    /** The authority's request that it came from. */
    request: z.string().nullable(),
    dismissal: z.enum(dismissalReasons).nullable(),
    /** The lead or case that it went into. */
    into: z.string().nullable(),
    /** The lead that stands for this one. */
    joinedTo: z.string().nullable(),
    /** Oldest first, the newest 500. */
    notes: z.array(leadNote),
    deadlines: z.array(z.object({ what: z.string(), dueAt: instant })),
    history: z.array(
      z.object({
        kind: z.string(),
        at: instant,
        /** The role in which it was done. */
        as: z.string(),
        /** Who, among the staff; null for those who reported. */
        by: z.string().nullable(),
      }),
    ),
    commands: z.object({
      see_preview: availability,
      dismiss: availability,
      merge: availability,
      accept: availability,
    }),
  })
  .meta({ id: "Lead" });

const params = z.object({ id });
const needsVersion = ["not_found", "refused", "precondition_required", "precondition_failed"] as const;

export const listLeads = defineRoute({
  id: "listLeads",
  method: "GET",
  path: "/v1/leads",
  access: "leads:read",
  summary: "List leads, the newest or the next to expire first.",
  tag: "leads",
  query: pageQuery.extend({
    /** One status or several, with commas between them. */
    status: z
      .string()
      .max(200)
      .transform((text) => text.split(","))
      .pipe(z.array(status).min(1))
      .optional(),
    source: source.optional(),
    learning: z
      .enum(["true", "false"])
      .transform((text) => text === "true")
      .optional(),
    sort: z.enum(["newest", "expiry"]).default("newest"),
  }),
  status: 200,
  response: pageOf(leadLine),
});

export const openLead = defineRoute({
  id: "openLead",
  method: "POST",
  path: "/v1/leads",
  access: "leads:write",
  summary: "Open a lead as an analyst, or for an authority's request as a liaison.",
  tag: "leads",
  body: z.strictObject({
    source: z.enum(["analyst", "authority"]),
    refs: z.array(refId).min(1).max(2_000),
    reason: words,
    /** What people observed; two families of both axes make a case possible. */
    signals: z.array(z.strictObject({ family, axis })).max(20).default([]),
    /** The authority's request; only with source `authority`. */
    request: refId.nullable().default(null),
  }),
  status: 201,
  response: lead,
  errors: ["refused"],
  idempotent: true,
  bodyBytesMax: 524_288,
});

export const getLead = defineRoute({
  id: "getLead",
  method: "GET",
  path: "/v1/leads/{id}",
  access: "leads:read",
  summary: "Read a lead, and what the caller may do with it.",
  tag: "leads",
  params,
  status: 200,
  response: lead,
  errors: ["not_found"],
});

export const dismissLead = defineRoute({
  id: "dismissLead",
  method: "POST",
  path: "/v1/leads/{id}/dismiss",
  access: "leads:write",
  summary: "End a lead with a reason.",
  tag: "leads",
  params,
  body: z.strictObject({
    reason: z.enum(dismissalReasons),
    /** For a report that nobody could have sent in good faith: it counts in the record of whoever sent it (DSA 23). */
    manifestlyUnfounded: z.boolean().default(false),
  }),
  status: 200,
  response: lead,
  errors: needsVersion,
  idempotent: true,
});

export const mergeLead = defineRoute({
  id: "mergeLead",
  method: "POST",
  path: "/v1/leads/{id}/merge",
  access: "leads:write",
  summary: "Let a lead go into another one.",
  tag: "leads",
  params,
  body: z.strictObject({ into: refId }),
  status: 200,
  response: lead,
  errors: needsVersion,
  idempotent: true,
});

export const acceptLead = defineRoute({
  id: "acceptLead",
  method: "POST",
  path: "/v1/leads/{id}/accept",
  access: "leads:write",
  summary: "Make a case of a lead.",
  tag: "leads",
  params,
  body: z.strictObject({ priority: z.enum(casePriorities), caseType: z.enum(caseTypes) }),
  status: 200,
  response: lead,
  errors: needsVersion,
  idempotent: true,
});

export const seeLeadPreview = defineRoute({
  id: "seeLeadPreview",
  method: "POST",
  path: "/v1/leads/{id}/see-preview",
  access: "leads:write",
  summary: "Say that one has seen what the detector's preview shows.",
  tag: "leads",
  params,
  status: 200,
  response: lead,
  errors: needsVersion,
  idempotent: true,
});

export const leadsRoutes: readonly Route[] = [
  listLeads,
  openLead,
  getLead,
  dismissLead,
  mergeLead,
  acceptLead,
  seeLeadPreview,
];

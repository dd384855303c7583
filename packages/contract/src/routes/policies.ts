import { z } from "zod";
import { id, instant } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";
import { availability } from "./leads.ts";

export const ruleStatuses = ["draft", "reviewed", "published", "in_force", "replaced", "withdrawn"] as const;
export const ruleBehaviours = [
  "acts_in_step",
  "shares_one_hand",
  "poses_as_other",
  "exposes_identifier",
  "hires_or_is_hired",
  "hides_payment",
  "deceives_for_gain",
  "inflates_counts",
  "reports_in_bad_faith",
  "singles_out_a_person",
  "trades_accounts",
  "demands_under_threat",
  "repeats_determined_claim",
] as const;
const levels = z.array(z.literal([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10])).max(11);
const reason = z.string().min(1).max(2_000);

/** The same, said in each language. */
const worded = z.strictObject({ en: z.string().max(2_000), "zh-Hans": z.string().max(2_000) }).meta({ id: "Worded" });

/** What a version of a rule says. It has no field for a person, a group, a place or a language. */
export const ruleContent = z
  .strictObject({
    title: worded,
    text: worded,
    /** Examples of what falls under it, and of what looks like it and does not. */
    falls: z.array(worded).max(8),
    spares: z.array(worded).max(8),
    /** What evidence has to show of the account itself, whatever it said. */
    tests: z.array(z.strictObject({ behaviour: z.enum(ruleBehaviours), shows: worded })).max(8),
    /** Levels of measures that it allows at each gravity. */
    ladder: z.strictObject({ minor: levels, moderate: levels, serious: levels, critical: levels }),
    ground: z.enum(["illegal", "incompatible"]),
    groundName: worded,
    category: z.string().max(100),
    keywords: z.array(z.string().max(100)).max(10),
  })
  .meta({ id: "RuleContent" });

export const ruleName = z
  .strictObject({ id: z.string().regex(/^[A-Z]{1,8}-\d{1,4}$/), version: z.string().regex(/^[1-9]\d{0,8}$/) })
  .meta({ id: "RuleName" });

const lintFinding = z
  .object({
    code: z.string(),
    /** `never` refuses for good, `refuse` unless two people let it through in public, `warn` asks to look again. */
    hardness: z.enum(["never", "refuse", "warn"]),
    /** Its place: `falls.0.en`. */
    where: z.string(),
    /** The listed word that it met; null where it met none. */
    word: z.string().nullable(),
    why: z.string(),
    next: z.string(),
  })
  .meta({ id: "LintFinding" });

/** Of an override of the linter: which findings stand, and why. Nobody is named. */
const openOverride = z.object({
  codes: z.array(z.string()),
  reason: z.string(),
  answer: z.string().nullable(),
  until: instant,
});

export const publicRule = z
  .object({
    /** `IA-1:2`: the rule and its version. */
    id,
    rule: ruleName,
    status: z.enum(["published", "in_force", "replaced", "withdrawn"]),
    content: ruleContent,
    publishedAt: instant,
    effectiveFrom: instant,
    effectiveUntil: instant.nullable(),
    /** What changes and how people may get used to it. */
    transition: worded.nullable(),
    endedAt: instant.nullable(),
    reason: z.string().nullable(),
    /** Findings of the linter that two people let through, in public. */
    overrides: z.array(openOverride),
  })
  .meta({ id: "PublicRule" });

export const ruleCommandKinds = ["revise", "review", "publish", "withdraw"] as const;
export const ruleCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("revise"), content: ruleContent }),
    z.strictObject({ kind: z.literal("review"), agrees: z.boolean(), reason }),
    z.strictObject({
      kind: z.literal("publish"),
      /** Left out: as soon as it is published. */
      effectiveFrom: instant.nullable().default(null),
      effectiveUntil: instant.nullable().default(null),
      transition: worded.nullable().default(null),
    }),
    z.strictObject({ kind: z.literal("withdraw"), reason }),
  ])
  .meta({ id: "RuleCommand" });

const recordLine = {
  id,
  rule: ruleName,
  version: z.int().min(1),
  status: z.enum(ruleStatuses),
  title: worded,
  updatedAt: instant,
  effectiveFrom: instant.nullable(),
  effectiveUntil: instant.nullable(),
};
export const ruleRecordLine = z.object(recordLine).meta({ id: "RuleRecordLine" });
export const ruleRecord = z
  .object({
    ...recordLine,
    content: ruleContent,
    findings: z.array(lintFinding),
    author: id.nullable(),
    reviewer: id.nullable(),
    /** What the second person said when they did not agree. */
    objection: z.string().nullable(),
    publishedAt: instant.nullable(),
    transition: worded.nullable(),
    endedAt: instant.nullable(),
    reason: z.string().nullable(),
    commands: z.object({
      revise: availability,
      review: availability,
      publish: availability,
      withdraw: availability,
    }),
  })
  .meta({ id: "RuleRecord" });

export const overrideStatuses = ["asked", "granted", "refused", "ended"] as const;
const openOverrideView = {
  id,
  version: z.int().min(1),
  status: z.enum(overrideStatuses),
  of: z.enum(["linter", "observation"]),
  /** The version of the rule, or the detector. */
  subject: id,
  codes: z.array(z.string()),
  reason: z.string(),
  answer: z.string().nullable(),
  until: instant,
  grantedAt: instant.nullable(),
};
export const overrideView = z.object(openOverrideView).meta({ id: "Override" });

export const overrideCommandKinds = ["grant", "refuse", "end"] as const;
export const overrideCommand = z
  .discriminatedUnion("kind", [
    z.strictObject({ kind: z.literal("grant"), reason }),
    z.strictObject({ kind: z.literal("refuse"), reason }),
    z.strictObject({ kind: z.literal("end"), reason }),
  ])
  .meta({ id: "OverrideCommand" });
/** The same for those who decide about it: by whom, and what the caller may do. */
export const overrideRecord = z
  .object({
    ...openOverrideView,
    askedBy: id.nullable(),
    grantedBy: id.nullable(),
    commands: z.object({ grant: availability, refuse: availability, end: availability }),
  })
  .meta({ id: "OverrideRecord" });

const params = z.object({ id });
const tag = "policies";
const commandErrors = ["not_found", "refused", "precondition_required", "precondition_failed"] as const;

export const listPolicies = defineRoute({
  id: "listPolicies",
  method: "GET",
  path: "/v1/policies",
  access: "public",
  summary:
    "List the rules that hold here and those that soon will, with their whole text; with `ended`, also those that held once.",
  tag,
  query: z.strictObject({ ended: z.enum(["true", "false"]).default("false") }),
  status: 200,
  response: z.object({ items: z.array(publicRule) }),
});

export const getPolicy = defineRoute({
  id: "getPolicy",
  method: "GET",
  path: "/v1/policies/{id}",
  access: "public",
  summary: "Read one version of a rule (`IA-1:2`), whatever became of it since it was published.",
  tag,
  params,
  status: 200,
  response: publicRule,
  errors: ["not_found"],
});

export const listPolicyOverrides = defineRoute({
  id: "listPolicyOverrides",
  method: "GET",
  path: "/v1/policy-overrides",
  access: "public",
  summary:
    "List every safeguard that two people set aside, with their reasons, and those that were asked for and refused.",
  tag,
  status: 200,
  response: z.object({ items: z.array(overrideView) }),
});

export const askPolicyOverride = defineRoute({
  id: "askPolicyOverride",
  method: "POST",
  path: "/v1/policy-overrides",
  access: "policies:write",
  summary: "Ask for findings of the linter, or a detector's duty to observe first, to be set aside for a time.",
  tag,
  body: z.strictObject({
    of: z.enum(["linter", "observation"]),
    subject: z.string().regex(/^[A-Za-z0-9_.:~-]{1,200}$/),
    codes: z.array(z.string().max(64)).max(20),
    reason,
    until: instant,
  }),
  status: 201,
  response: overrideView,
  errors: ["refused"],
  idempotent: true,
});

export const getPolicyOverride = defineRoute({
  id: "getPolicyOverride",
  method: "GET",
  path: "/v1/policy-overrides/{id}",
  access: "policies:read",
  summary: "Read one of these with the two people's ids, and what the caller may do.",
  tag,
  params,
  status: 200,
  response: overrideRecord,
  errors: ["not_found"],
});

export const commandPolicyOverride = defineRoute({
  id: "commandPolicyOverride",
  method: "POST",
  path: "/v1/policy-overrides/{id}/commands",
  access: "policies:write",
  summary: "Grant or refuse what somebody else asked for, or end what was granted.",
  tag,
  params,
  body: overrideCommand,
  status: 200,
  response: overrideView,
  errors: commandErrors,
  idempotent: true,
});

export const listPolicyRecords = defineRoute({
  id: "listPolicyRecords",
  method: "GET",
  path: "/v1/policy-records",
  access: "policies:read",
  summary: "List every version of every rule, drafts among them, the newest first.",
  tag,
  status: 200,
  response: z.object({ items: z.array(ruleRecordLine) }),
});

export const getPolicyRecord = defineRoute({
  id: "getPolicyRecord",
  method: "GET",
  path: "/v1/policy-records/{id}",
  access: "policies:read",
  summary: "Read a version of a rule with what the linter finds in it, and what the caller may do.",
  tag,
  params,
  status: 200,
  response: ruleRecord,
  errors: ["not_found"],
});

export const draftPolicy = defineRoute({
  id: "draftPolicy",
  method: "POST",
  path: "/v1/policy-records",
  access: "policies:write",
  summary: "Draft a version of a rule.",
  tag,
  body: z.strictObject({ rule: ruleName, content: ruleContent }),
  status: 201,
  response: ruleRecord,
  errors: ["refused"],
  idempotent: true,
});

export const commandPolicyRecord = defineRoute({
  id: "commandPolicyRecord",
  method: "POST",
  path: "/v1/policy-records/{id}/commands",
  access: "policies:write",
  summary: "Revise, review, publish or withdraw a version of a rule, under the version of the record that was seen.",
  tag,
  params,
  body: ruleCommand,
  status: 200,
  response: ruleRecord,
  errors: commandErrors,
  idempotent: true,
});

export const lintPolicy = defineRoute({
  id: "lintPolicy",
  method: "POST",
  path: "/v1/policy-lint",
  access: "policies:write",
  summary: "Say what the linter finds in a rule, without keeping it.",
  tag,
  body: z.strictObject({ content: ruleContent }),
  status: 200,
  response: z.object({ findings: z.array(lintFinding), isPublishable: z.boolean() }),
});

export const listStarterPolicies = defineRoute({
  id: "listStarterPolicies",
  method: "GET",
  path: "/v1/policy-starters",
  access: "policies:read",
  summary: "List the rules that ship, for an operator to begin with.",
  tag,
  status: 200,
  response: z.object({ items: z.array(z.object({ id, content: ruleContent })) }),
});

export const takeStarterPolicies = defineRoute({
  id: "takeStarterPolicies",
  method: "POST",
  path: "/v1/policy-starters",
  access: "policies:write",
  summary: "Draft every rule that ships and that is not there yet, to be read by a second person.",
  tag,
  status: 200,
  response: z.object({ drafted: z.array(id) }),
  errors: ["refused"],
  idempotent: true,
});

export const policiesRoutes: readonly Route[] = [
  listPolicies,
  getPolicy,
  listPolicyOverrides,
  askPolicyOverride,
  getPolicyOverride,
  commandPolicyOverride,
  listPolicyRecords,
  getPolicyRecord,
  draftPolicy,
  commandPolicyRecord,
  lintPolicy,
  listStarterPolicies,
  takeStarterPolicies,
];

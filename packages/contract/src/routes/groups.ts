import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";
import { detectorOverview, familyName, miss } from "./groups/detectors.ts";
import { group, groupKind, groupSummary, mark, sampleOfGroup } from "./groups/group.ts";
import { groupNetwork } from "./groups/network.ts";

export { detectorOverview, familyName } from "./groups/detectors.ts";
export { group, groupKind, groupSummary, mark, proposedRole, sampleOfGroup } from "./groups/group.ts";
export { groupNetwork } from "./groups/network.ts";

const tag = "detection";
const groupId = z.object({ id });
/** Why a person did it, in their words; kept and shown. */
const reason = z.string().trim().min(3).max(2000);

export const listGroups = defineRoute({
  id: "listGroups",
  method: "GET",
  path: "/v1/groups",
  access: "groups:read",
  summary: "Groups that detection found, those found last first. There is no way to ask for an account.",
  tag,
  query: pageQuery.extend({ kind: groupKind.optional(), state: z.enum(["open", "ended"]).optional() }),
  status: 200,
  response: pageOf(groupSummary).meta({ id: "GroupPage" }),
});

export const getGroup = defineRoute({
  id: "getGroup",
  method: "GET",
  path: "/v1/groups/{id}",
  access: "groups:read",
  summary: "One group with its whole evidence, its course, and the marks on it. ETag is its version.",
  tag,
  params: groupId,
  status: 200,
  response: group,
  errors: ["not_found"],
});

export const getGroupNetwork = defineRoute({
  id: "getGroupNetwork",
  method: "GET",
  path: "/v1/groups/{id}/network",
  access: "groups:read",
  summary:
    "Which accounts of a group were in step on what, and when: at most 5,000 accounts and 20,000 actions, an even sample over time beyond. `leftOff` counts the rest.",
  tag,
  params: groupId,
  status: 200,
  response: groupNetwork,
  errors: ["not_found"],
});

export const markGroup = defineRoute({
  id: "markGroup",
  method: "POST",
  path: "/v1/groups/{id}/benign",
  access: "leads:write",
  summary:
    "A person says that a group is authentic coordination, or suppresses it: its like opens no lead until the mark ends.",
  tag,
  params: groupId,
  body: z
    .strictObject({
      kind: z.enum(["authentic", "suppressed"]).default("authentic"),
      reason,
      /** Whole days for which it stands. */
      days: z.int().min(1).max(180),
    })
    .meta({ id: "MarkRequest" }),
  status: 201,
  response: mark,
  errors: ["not_allowed", "not_found"],
  idempotent: true,
});

export const unmarkGroup = defineRoute({
  id: "unmarkGroup",
  method: "DELETE",
  path: "/v1/groups/{id}/benign",
  access: "leads:write",
  summary: "Takes back the marks that stand on a group.",
  tag,
  params: groupId,
  status: 204,
  errors: ["not_allowed", "not_found"],
});

export const listSamples = defineRoute({
  id: "listSamples",
  method: "GET",
  path: "/v1/samples",
  access: "groups:read",
  summary: "Samples that open groups used in step.",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(sampleOfGroup).meta({ id: "SamplePage" }),
});

export const getDetectors = defineRoute({
  id: "getDetectors",
  method: "GET",
  path: "/v1/detectors",
  access: "detection:read",
  summary: "What detects, whether it still observes, what is paused or held back, its published precision and misses.",
  tag,
  status: 200,
  response: detectorOverview,
});

export const rhythm = z
  .object({
    /** Start of the first hour. */
    from: instant,
    stepMs: z.int().positive(),
    /** Actions of each hour; none before the first judgement. */
    observed: z.array(z.int().min(0)),
    /** The median of the same hour of the other days; null where they are fewer than three. */
    expected: z.array(z.number().min(0).nullable()),
  })
  .meta({ id: "Rhythm" });

export const getRhythm = defineRoute({
  id: "getRhythm",
  method: "GET",
  path: "/v1/rhythm",
  access: "groups:read",
  summary: "What the community did hour by hour in two weeks at most, beside what its other days let one expect.",
  tag,
  status: 200,
  response: rhythm,
});

export const resumeDetector = defineRoute({
  id: "resumeDetector",
  method: "POST",
  path: "/v1/detectors/{family}/resume",
  access: "detection:manage",
  summary: "A person lets a paused family open leads again, and says why.",
  tag,
  params: z.object({ family: familyName }),
  body: z.strictObject({ reason }).meta({ id: "ResumeRequest" }),
  status: 204,
  errors: ["not_allowed", "conflict"],
  idempotent: true,
});

export const confirmPreview = defineRoute({
  id: "confirmPreview",
  method: "POST",
  path: "/v1/detectors/confirm-preview",
  access: "detection:manage",
  summary: "A person has seen the preview of the detector that runs: it observes no longer.",
  tag,
  body: z.strictObject({ previewId: id }).meta({ id: "ConfirmPreviewRequest" }),
  status: 204,
  errors: ["not_allowed", "not_found", "conflict"],
  idempotent: true,
});

const previewChanges = z.strictObject({
  fdr: z.number().min(0.0001).max(0.1).optional(),
  accountFdr: z.number().min(0.0001).max(0.1).optional(),
  windowMs: z
    .int()
    .min(3_600_000)
    .max(14 * 86_400_000)
    .optional(),
});
const identity = z.object({ version: z.string(), fingerprint: z.string() });
const previewCounts = z.object({ groups: z.int(), campaigns: z.int(), accounts: z.int() });

export const preview = z
  .object({
    id,
    asked: z.object({ by: id, at: instant, changes: previewChanges, days: z.int() }),
    state: z.enum(["waiting", "ready", "failed"]),
    finishedAt: instant.nullable(),
    failure: z.string().nullable(),
    result: z
      .object({
        /** The detector as it is, and as it would be. */
        current: identity,
        proposed: identity,
        from: z.number(),
        to: instant,
        actions: z.int(),
        judgements: z.int(),
        counts: z.object({ current: previewCounts, proposed: previewCounts }),
        /** What each group is now and would be; null where it is not found. */
        groups: z.array(
          z.object({
            current: groupKind.nullable(),
            proposed: groupKind.nullable(),
            accounts: z.int(),
            from: instant,
            to: instant,
          }),
        ),
        groupsTotal: z.int(),
      })
      .nullable(),
  })
  .meta({ id: "Preview" });

export const listPreviews = defineRoute({
  id: "listPreviews",
  method: "GET",
  path: "/v1/previews",
  access: "detection:read",
  summary: "Options that were tried on the recent log, newest first.",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(preview).meta({ id: "PreviewPage" }),
});

export const askPreview = defineRoute({
  id: "askPreview",
  method: "POST",
  path: "/v1/previews",
  access: "detection:manage",
  summary:
    "Tries options on the last days of the log, beside those in use. No changes: what the detector in use would have found.",
  tag,
  body: z
    .strictObject({ changes: previewChanges.default({}), days: z.int().min(1).max(14).default(7) })
    .meta({ id: "PreviewRequest" }),
  status: 202,
  response: preview,
  errors: ["not_allowed", "too_many_requests"],
  idempotent: true,
});

export const auditItem = z
  .object({
    id,
    subject: z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("account"), account: id, actions: z.int() }),
      z.object({ kind: z.literal("group"), groupId: id }),
    ]),
    epoch: instant,
    /** How many there were to draw from on that day, and how many were drawn. */
    eligible: z.int(),
    drawn: z.int(),
    verdict: z
      .object({ verdict: z.enum(["missed", "fine", "unclear"]), by: id, at: instant, note: z.string() })
      .nullable(),
  })
  .meta({ id: "AuditItem" });

export const listAudits = defineRoute({
  id: "listAudits",
  method: "GET",
  path: "/v1/audits",
  access: "groups:read",
  summary:
    "A random sample of what was not flagged, drawn each day for people to look at, and what that says about misses.",
  tag,
  query: pageQuery,
  status: 200,
  response: pageOf(auditItem)
    .extend({ misses: z.array(miss) })
    .meta({ id: "AuditPage" }),
});

export const judgeAudit = defineRoute({
  id: "judgeAudit",
  method: "POST",
  path: "/v1/audits",
  access: "leads:write",
  summary: "A person says what they found of an item of the audit.",
  tag,
  body: z
    .strictObject({
      id,
      verdict: z.enum(["missed", "fine", "unclear"]),
      note: z.string().trim().max(2000).default(""),
    })
    .meta({ id: "AuditVerdict" }),
  status: 200,
  response: auditItem,
  errors: ["not_allowed", "not_found"],
  idempotent: true,
});

export const groupsRoutes: readonly Route[] = [
  listGroups,
  getGroup,
  getGroupNetwork,
  markGroup,
  unmarkGroup,
  listSamples,
  getDetectors,
  getRhythm,
  resumeDetector,
  confirmPreview,
  listPreviews,
  askPreview,
  listAudits,
  judgeAudit,
];

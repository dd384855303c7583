import type { NoticeKind, NoticeMessage } from "@breakwater/contract";
import type { RouteId } from "../route-types.ts";

/** Answers that a notice makes old: those of a route, or of a route for one id. */
export type Touch = { readonly route: RouteId; readonly id?: string };

type Data = NoticeMessage["data"];
type ToTouches = (data: Data) => readonly Touch[];

const nothing: ToTouches = () => [];
const lists =
  (...ids: readonly RouteId[]): ToTouches =>
  () =>
    ids.map((route) => ({ route }));

const idOf = (data: Data, name: string): string | null => {
  const value = data[name];
  return typeof value === "string" ? value : null;
};
const one = (route: RouteId, data: Data, name: string): readonly Touch[] => {
  const id = idOf(data, name);
  return id === null ? [{ route }] : [{ route, id }];
};

const group: ToTouches = (data) => [
  { route: "listGroups" },
  { route: "listSamples" },
  ...one("getGroup", data, "group"),
  ...one("getGroupNetwork", data, "group"),
];
const lead: ToTouches = (data) => [{ route: "listLeads" }, ...one("getLead", data, "lead")];
/** A lead is a job of triage, and becomes a case. */
const leadJob: ToTouches = (data) => [...lead(data), ...jobs, { route: "listCases" }];
const jobs: readonly Touch[] = [
  { route: "listQueues" },
  { route: "listJobs" },
  { route: "listMyJobs" },
  { route: "getJob" },
];
/** Of an object that is worked on: its list, itself and what else is read of it by its id; and its jobs. */
const worked =
  (list: RouteId, ...own: readonly RouteId[]): ToTouches =>
  (data) => [{ route: list }, ...own.flatMap((route) => one(route, data, "id")), ...jobs];
const decision = worked("listDecisions", "getDecision", "getQualitySample");
const report: ToTouches = (data) => [{ route: "listReports" }, ...one("getReport", data, "report")];
const claim: ToTouches = (data) => [
  { route: "listClaims" },
  { route: "checkPost" },
  { route: "searchClaims" },
  ...one("getClaim", data, "id"),
  ...one("listClaimVersions", data, "id"),
];

/** Of every kind of notice, which answers it makes old. A new kind does not compile before it stands here. */
export const touches: Readonly<Record<NoticeKind, ToTouches>> = {
  "action.edited": nothing,
  "action.deleted": nothing,
  "group.found": group,
  "group.grew": group,
  "group.ended": group,
  "detector.paused": lists("getDetectors"),
  "detector.resumed": lists("getDetectors"),
  "preview.ready": lists("listPreviews"),
  "lead.learning": lead,
  "lead.opened": (data) => [...leadJob(data), { route: "getDetectors" }],
  "lead.updated": lead,
  "lead.ended": lead,
  "lead.decided": (data) => [...leadJob(data), { route: "getDetectors" }],
  "report.received": report,
  "report.decided": report,
  "claim.published": claim,
  "claim.corrected": claim,
  "claim.withdrawn": claim,
  "claim.changed": claim,
  "claim.imported": lists("listClaims", "searchClaims", "checkPost", "listClaimImports"),
  "measure.apply": nothing,
  "measure.reverse": nothing,
  "hold.place": nothing,
  "hold.release": nothing,
  "statements.unreconciled": lists("getReconciliation"),
  "notice.send": lists("listNotices"),
  // That somebody was told, or answered, is when a decision takes effect.
  "notice.settled": lists("listNotices", "listDecisions", "getDecision", "listEffects"),
  "rule.changed": lists("listPolicies", "listPolicyRecords", "getPolicyRecord", "listPolicyOverrides"),
  "webhook.ping": lists("listDeliveries"),
  "webhook.changed": lists("listWebhooks", "readWebhook"),
  "webhook.disabled": lists("listWebhooks", "readWebhook"),
  "access.changed": lists("getMe", "listPeople", "getPerson", "listTokens", "listResets", "listAccessLog"),
  "records.erased": lists("listRetention"),
  "retention.ran": lists("listRetention"),
  "case.changed": worked(
    "listCases",
    "getCase",
    "listCaseEvidence",
    "listCaseFindings",
    "getCaseContext",
    "getLegalHold",
  ),
  // What the platform is asked for follows from decisions.
  "decision.changed": (data) => [...decision(data), { route: "listEffects" }],
  "hold.changed": worked("listHolds", "getHold"),
  "transfer.changed": worked("listTransfers", "getTransfer"),
  "authority.changed": worked("listAuthorityRequests", "getAuthorityRequest"),
  "operation.changed": worked("listOperations", "getOperation"),
  "review.changed": worked("listSelfReviews", "getSelfReview"),
  "unmasking.changed": worked("listUnmaskings", "getUnmasking"),
  "correction.changed": worked("listCorrections", "getCorrection"),
  "workspace.changed": worked("listWorkspaces", "getWorkspace"),
  "policy.changed": (data) => [
    ...lists("listPolicies", "listPolicyRecords", "listPolicyOverrides")(data),
    ...one("getPolicyRecord", data, "id"),
    ...one("getPolicyOverride", data, "id"),
  ],
  "job.changed": () => [...jobs, { route: "listSecondOpinions" }, { route: "listQualitySamples" }],
  "ledger.checkpoint": lists("readLedgerCheckpoint"),
};

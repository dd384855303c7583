import { addMonths, type Actor, type Instant } from "@breakwater/casework";
import { timingSafeEqual } from "node:crypto";
import type { ReporterIdentity, ReportWords } from "./notice-form.ts";
import type { ReportAnswer, ReportDeps } from "./report-desk.ts";
import { mayKnowReporters, toLine, type ReportLine } from "./report-line.ts";
import type { IdentityView, ReportRecord, ReportStore } from "./report-store.ts";
import { hashKey } from "./submit-report.ts";

/** What staff may read of a report: what it says, not who said it. */
export type ReportView = ReportLine & {
  /** Null once they were destroyed. */
  readonly words: ReportWords | null;
  /** Who looked at the reporter's identity; for those who may themselves. */
  readonly views: readonly IdentityView[];
};

/** What the author of a report may know of it. */
export type ReportFollow = {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly category: string;
  readonly object: ReportRecord["object"];
  /** `returned`: something is missing. `waiting`, `in_case`: people look at it. `decided`: see `outcome`. */
  readonly stage: "returned" | "waiting" | "in_case" | "decided";
  readonly missing: readonly string[];
  readonly outcome: string | null;
  readonly decidedAt: Instant | null;
  /** Until when the outcome can be complained about, free of charge. */
  readonly appealUntil: Instant | null;
};

export type IdentityAnswer = ReporterIdentity & { readonly account: string };

export async function readReport(report: ReportRecord, actor: Actor, deps: ReportDeps): Promise<ReportView> {
  const words = report.words === null ? null : ((await deps.vault.open(report.words)) as ReportWords | null);
  const views = mayKnowReporters(actor) ? await deps.reports.listViews(report.id) : [];
  return { ...(await toLine(report, actor, deps)), words, views };
}

export async function readFollow(id: string, key: string, deps: ReportDeps): Promise<ReportAnswer<ReportFollow>> {
  const report = await findByKey(id, key, deps.reports);
  return report === null ? { kind: "unknown" } : readProgress(report, deps);
}

/** How far a report got, for whoever has shown that it is theirs. */
export async function readProgress(
  report: ReportRecord,
  { desk, settings }: Pick<ReportDeps, "desk" | "settings">,
): Promise<ReportAnswer<ReportFollow>> {
  if (report.status === "forgotten") return { kind: "forgotten" };
  const { id, receivedAt, category, object, status, missing, outcome, decidedAt } = report;
  const isInCase = status === "received" && (await findCaseOf(report.lead, desk)) !== null;
  const stage = status === "received" ? (isInCase ? "in_case" : "waiting") : status;
  const appealUntil = decidedAt === null ? null : addMonths(decidedAt, settings.appealWindowMonths);
  return {
    kind: "done",
    value: { id, receivedAt, category, object, stage, missing, outcome, decidedAt, appealUntil },
  };
}

/** A report whose author's key this is. */
export async function findByKey(id: string, key: string, reports: ReportStore): Promise<ReportRecord | null> {
  const report = await reports.find(id);
  const given = Buffer.from(hashKey(key), "hex");
  const kept = Buffer.from(report?.keyHash ?? "00".repeat(32), "hex");
  return timingSafeEqual(given, kept) ? report : null;
}

export async function readIdentity(
  id: string,
  { actor, at, reason }: { readonly actor: Actor; readonly at: Instant; readonly reason: string },
  { transactor, reports, vault }: ReportDeps,
): Promise<ReportAnswer<IdentityAnswer>> {
  if (!mayKnowReporters(actor))
    return { kind: "refused", refusal: { code: "role_may_not", about: ["triage", "auditor"] } };
  if (reason.trim() === "") return { kind: "refused", refusal: { code: "reason_missing" } };
  const report = await reports.find(id);
  if (report === null) return { kind: "unknown" };
  // Written down before it is shown.
  await transactor.run(() => reports.addView(id, { by: actor.id, reason, at }));
  const identity = report.identity === null ? null : ((await vault.open(report.identity)) as ReporterIdentity | null);
  if (identity === null) return { kind: "forgotten" };
  return { kind: "done", value: { ...identity, account: report.account } };
}

/** The case that its lead became, or went into. */
export async function findCaseOf(
  lead: string,
  { getState }: Pick<ReportDeps["desk"], "getState">,
): Promise<string | null> {
  for (let [id, hops] = [lead, 0]; hops < 10; hops += 1) {
    const { status, into } = await getState("lead", id);
    if (status === "lead_accepted") return into;
    if (status !== "lead_merged" || into === null) return null;
    id = into;
  }
  return null;
}

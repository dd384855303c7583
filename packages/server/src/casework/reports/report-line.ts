import type { Actor, Instant } from "@breakwater/casework";
import type { ReportDeps } from "./report-desk.ts";
import type { ReportRecord, ReportStatus } from "./report-store.ts";

/** A report as staff see it in a list. */
export type ReportLine = {
  readonly id: string;
  readonly version: number;
  readonly status: ReportStatus;
  readonly receivedAt: Instant;
  readonly source: ReportRecord["source"];
  readonly object: ReportRecord["object"];
  readonly category: string;
  readonly missing: readonly string[];
  readonly lead: string;
  /** The lead that stands for it, where another report about the same came first. */
  readonly joinedTo: string | null;
  readonly outcome: string | null;
  readonly decidedAt: Instant | null;
  /** The reporting account; null for whoever may not know who reported. */
  readonly reporter: string | null;
};

/** Whether somebody may know who reported: those who answer reports, and those who check that. */
export function mayKnowReporters({ roles }: Actor): boolean {
  return roles.includes("triage") || roles.includes("auditor");
}

export async function toLine(
  report: ReportRecord,
  actor: Actor,
  { leads }: Pick<ReportDeps, "leads">,
): Promise<ReportLine> {
  const { id, version, status, receivedAt, source, object, category, missing, lead, outcome, decidedAt } = report;
  const joinedTo = await leads.findJoinedTo(lead);
  const reporter = mayKnowReporters(actor) ? report.account : null;
  return {
    id,
    version,
    status,
    receivedAt,
    source,
    object,
    category,
    missing,
    lead,
    joinedTo,
    outcome,
    decidedAt,
    reporter,
  };
}

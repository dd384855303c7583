import type { ReportDeps } from "./report-desk.ts";
import type { ReportRecord } from "./report-store.ts";

/**
 * Lets an earlier report about the same object in the same category, of the same kind of author, stand for this one while both wait:
 * triage looks once, and both authors are told. Nothing is lost by it: each keeps a lead of its own, which goes the way of the first.
 */
export async function joinAlike(report: ReportRecord, { reports, leads, desk }: ReportDeps): Promise<void> {
  const { object, category, source } = report;
  for (const other of await reports.listAlike({ object, category, source, limit: 10 })) {
    const stands = other.id !== report.id && (await leads.findJoinedTo(other.lead)) === null;
    if (!stands || (await desk.getState("lead", other.lead)).status !== "lead_open") continue;
    await leads.join(report.lead, other.lead);
    return;
  }
}

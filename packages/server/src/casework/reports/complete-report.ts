import { listMissingFields } from "@breakwater/casework";
import { joinAlike } from "./join-alike.ts";
import { sealNotice, type ReporterIdentity, type ReportWords } from "./notice-form.ts";
import { findByKey, readFollow, type ReportFollow } from "./read-report.ts";
import type { ReportAnswer, ReportDeps } from "./report-desk.ts";
import { toForm } from "./submit-report.ts";

/** Parts that a returned report lacked; what is left out stays as it was. */
export type CompletedReport = Partial<ReportWords & ReporterIdentity & { readonly inGoodFaith: boolean }>;

/** Completes a returned report, once. What still lacks then is people's to judge. */
export async function completeReport(
  id: string,
  { key, parts }: { readonly key: string; readonly parts: CompletedReport },
  deps: ReportDeps,
): Promise<ReportAnswer<ReportFollow>> {
  const { transactor, desk, reports, vault, outbox, now } = deps;
  const report = await findByKey(id, key, reports);
  if (report === null) return { kind: "unknown" };
  if (report.words === null || report.identity === null) return { kind: "forgotten" };
  const words = (await vault.open(report.words)) as ReportWords | null;
  const identity = (await vault.open(report.identity)) as ReporterIdentity | null;
  if (words === null || identity === null) return { kind: "forgotten" };
  const wasInGoodFaith = !report.missing.includes("inGoodFaith");
  const { category } = report;
  const written = { inGoodFaith: wasInGoodFaith, category, ...words, ...identity, ...parts };
  const form = toForm(written);
  // A key seals one text only.
  const [newWords = null, newIdentity = null] = await vault.seal([
    { name: `${id}:words:2`, value: { reasons: form.reasons, location: form.location } satisfies ReportWords },
    { name: `${id}:identity:2`, value: { name: form.name, email: form.email } satisfies ReporterIdentity },
  ]);
  const answer = await transactor.run(async () => {
    const actor = { id: report.account, roles: [report.source] };
    const command = { kind: "complete", notice: sealNotice(form) } as const;
    const done = await desk.executeWithin({ object: "lead", id: report.lead, command }, { actor, at: now() });
    if (done.kind !== "done") return done;
    const completed = {
      ...report,
      version: report.version + 1,
      status: "received",
      missing: listMissingFields(form),
      words: newWords,
      identity: newIdentity,
    } as const;
    await reports.write(completed);
    if (completed.missing.length === 0) await joinAlike(completed, deps);
    await outbox.append("report.received", { report: id, version: completed.version }, now());
    return done;
  });
  if (answer.kind === "refused") return answer;
  if (answer.kind !== "done") throw new Error(`A report's completion was ${answer.kind}.`);
  await vault.destroy([report.words.secret, report.identity.secret]);
  return readFollow(id, key, deps);
}

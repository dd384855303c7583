import { listMissingFields, type NoticeForm } from "@breakwater/casework";
import type { DeskAnswer } from "../desk/desk-answer.ts";
import { joinAlike } from "./join-alike.ts";
import { sealNotice, type ReporterIdentity, type ReportWords } from "./notice-form.ts";
import { findByKey, readProgress, type ReportFollow } from "./read-report.ts";
import type { ReportAnswer, ReportDeps } from "./report-desk.ts";
import type { ReportRecord } from "./report-store.ts";
import { toForm } from "./submit-report.ts";

/** Parts that a returned report lacked; what is left out stays as it was. */
export type CompletedReport = Partial<ReportWords & ReporterIdentity & { readonly inGoodFaith: boolean }>;

/** Completes a returned report, once. What still lacks then is people's to judge. */
export async function completeReport(
  id: string,
  { key, parts }: { readonly key: string; readonly parts: CompletedReport },
  deps: ReportDeps,
): Promise<ReportAnswer<ReportFollow>> {
  const report = await findByKey(id, key, deps.reports);
  return report === null ? { kind: "unknown" } : completeOwn(report, parts, deps);
}

/** The same for whoever has shown that the report is theirs. */
export async function completeOwn(
  report: ReportRecord,
  parts: CompletedReport,
  deps: ReportDeps,
): Promise<ReportAnswer<ReportFollow>> {
  const { transactor, reports, vault, newId } = deps;
  const { id } = report;
  if (report.status !== "returned") return { kind: "refused", refusal: { code: "notice_not_returned" } };
  const form = await readForm(report, parts, deps);
  if (form === null) return { kind: "forgotten" };
  // A key seals one text only.
  const serial = newId();
  const [words = null, identity = null] = await vault.seal([
    {
      name: `${id}:words:${serial}`,
      value: { reasons: form.reasons, location: form.location } satisfies ReportWords,
    },
    { name: `${id}:identity:${serial}`, value: { name: form.name, email: form.email } satisfies ReporterIdentity },
  ]);
  const answer = await transactor.run(() => writeCompletion(id, { form, words, identity }, deps));
  const isDone = answer.kind === "done";
  const spent = isDone ? [report.words, report.identity] : [words, identity];
  await vault.destroy(spent.flatMap((text) => text?.secret ?? []));
  if (answer.kind === "refused") return answer;
  if (!isDone) throw new Error(`A report's completion was ${answer.kind}.`);
  const completed = await reports.find(id);
  return completed === null ? { kind: "unknown" } : readProgress(completed, deps);
}

/** The notice with what was added; null where what was there is destroyed. */
async function readForm(
  { words, identity, missing, category }: ReportRecord,
  parts: CompletedReport,
  { vault }: ReportDeps,
): Promise<NoticeForm | null> {
  const kept = words === null ? null : ((await vault.open(words)) as ReportWords | null);
  const known = identity === null ? null : ((await vault.open(identity)) as ReporterIdentity | null);
  if (kept === null || known === null) return null;
  return toForm({ inGoodFaith: !missing.includes("inGoodFaith"), category, ...kept, ...known, ...parts });
}

async function writeCompletion(
  id: string,
  { form, ...sealed }: { readonly form: NoticeForm } & Pick<ReportRecord, "words" | "identity">,
  deps: ReportDeps,
): Promise<DeskAnswer> {
  const { desk, reports, leads, outbox, now } = deps;
  // Read again: somebody else with the key may have completed it meanwhile.
  const report = await reports.find(id);
  if (report?.status !== "returned") return { kind: "refused", refusal: { code: "notice_not_returned" } };
  const missing = listMissingFields(form);
  const at = now();
  if (missing.length === 0) await joinAlike(report, deps);
  const command = { kind: "complete", notice: sealNotice(form) } as const;
  const by = { actor: { id: report.account, roles: [report.source] }, at };
  const answer = await desk.executeWithin({ object: "lead", id: report.lead, command }, by);
  if (answer.kind !== "done") {
    await leads.unjoin(report.lead);
    return answer;
  }
  const version = report.version + 1;
  await reports.write({ ...report, ...sealed, version, status: "received", missing });
  await outbox.append("report.received", { report: id, version }, at);
  return answer;
}

import { listMissingFields, type Instant, type LeadContent, type NoticeForm } from "@breakwater/casework";
import type { ObjectRef } from "@breakwater/records";
import { createHash, createHmac } from "node:crypto";
import { joinAlike } from "./join-alike.ts";
import { sealNotice, type ReporterIdentity, type ReportWords } from "./notice-form.ts";
import type { ReportAnswer, ReportDeps } from "./report-desk.ts";
import type { ReportRecord } from "./report-store.ts";

/** The one category in which nobody has to say who they are (DSA 16(2)(c)), and in which nobody is turned away. */
export const anonymousCategory = "child_sexual_abuse";

export type WrittenReport = ReportWords &
  ReporterIdentity & {
    readonly object: ObjectRef;
    /** Further accounts or objects that it is about. */
    readonly refs: readonly string[];
    readonly category: string;
    readonly inGoodFaith: boolean;
    /** The platform's account that reports; null: nobody's, as the mail address says. */
    readonly account: string | null;
    readonly source: ReportRecord["source"];
    /** The token that it comes by; null: by the public form. */
    readonly via: string | null;
  };

/** What its author is told at once. Whoever has the key can follow the report; nothing else leads to it. */
export type SubmittedReport = {
  readonly id: string;
  readonly receivedAt: Instant;
  readonly key: string;
  readonly status: "received" | "returned";
  readonly missing: readonly string[];
};

export async function submitReport(written: WrittenReport, deps: ReportDeps): Promise<ReportAnswer<SubmittedReport>> {
  const { transactor, desk, reports, leads, vault, outbox, now, newId, randomBytes } = deps;
  const [id, at, key] = [`report-${newId()}`, now(), Buffer.from(randomBytes(32)).toString("base64url")];
  const account = nameReporter(written, id, deps.reporterKey);
  const record = await desk.getState("reporter", account);
  if (record.status === "suspended" && written.category !== anonymousCategory) {
    return { kind: "refused", refusal: { code: "processing_suspended" } };
  }
  const form = toForm(written);
  const [words = null, identity = null] = await vault.seal([
    { name: `${id}:words`, value: { reasons: written.reasons, location: written.location } satisfies ReportWords },
    { name: `${id}:identity`, value: { name: written.name, email: written.email } satisfies ReporterIdentity },
  ]);
  const missing = listMissingFields(form);
  const report: ReportRecord = {
    id,
    version: 1,
    status: missing.length === 0 ? "received" : "returned",
    receivedAt: at,
    lead: `lead-${newId()}`,
    account,
    source: written.source,
    via: written.via,
    object: written.object,
    category: written.category,
    keyHash: hashKey(key),
    missing,
    outcome: null,
    decidedAt: null,
    retainUntil: null,
    manifestlyUnfounded: false,
    words,
    identity,
  };
  const content: LeadContent = {
    source: written.source,
    refs: [...new Set([written.object.id, ...written.refs])],
    reason: written.category,
    signals: [],
    notice: sealNotice(form),
    request: null,
    learning: false,
  };
  const answer = await transactor.run(async () => {
    const by = { actor: { id: account, roles: [written.source] }, at };
    // Before the lead, whose notices say less where another stands for it.
    if (missing.length === 0) await joinAlike(report, deps);
    const opened = await desk.executeWithin(
      { object: "lead", id: report.lead, command: { kind: "open", ...content } },
      by,
    );
    if (opened.kind !== "done") {
      await leads.unjoin(report.lead);
      return opened;
    }
    await reports.add(report);
    await outbox.append("report.received", { report: id, version: 1 }, at);
    return opened;
  });
  if (answer.kind === "refused") {
    await vault.destroy([words, identity].flatMap((sealed) => (sealed === null ? [] : [sealed.secret])));
    return answer;
  }
  if (answer.kind !== "done") throw new Error(`A new report was ${answer.kind}.`);
  const { status } = report;
  return {
    kind: "done",
    value: { id, receivedAt: at, key, status: status === "returned" ? status : "received", missing },
  };
}

export function toForm(
  written: ReportWords & ReporterIdentity & Pick<WrittenReport, "inGoodFaith" | "category">,
): NoticeForm {
  const { reasons, location, name, email, inGoodFaith, category } = written;
  return { reasons, location, name, email, inGoodFaith, mayBeAnonymous: category === anonymousCategory };
}

/** Keys are compared and kept by their hashes: what is stored opens nothing. */
export function hashKey(key: string): string {
  return createHash("sha256").update(key).digest("hex");
}

/** The same name for the same mail address, which the name does not give away. */
function nameReporter({ account, email }: WrittenReport, id: string, key: Uint8Array): string {
  if (account !== null) return account;
  const address = email.trim().toLowerCase();
  if (!address.includes("@")) return `reporter.${id}`;
  return `reporter.${createHmac("sha256", key).update(address).digest("base64url").slice(0, 32)}`;
}

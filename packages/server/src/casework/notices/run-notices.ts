import type { Instant } from "@breakwater/casework";
import type { NoticeData } from "@breakwater/contract";
import type { Mailer } from "../../mail/create-mailer.ts";
import type { ReporterIdentity } from "../reports/notice-form.ts";
import type { ReportVault } from "../reports/report-vault.ts";
import { findNextTry, settleNotice, writeLetters, type NoticeDeps } from "./notice-desk.ts";
import type { Letter } from "./letters/letter.ts";
import type { NoticeRecord } from "./notice-store.ts";
import { readReceipt, type Receipt } from "./receipt.ts";

export type RunDeps = NoticeDeps & {
  readonly vault: ReportVault;
  /** Null where no mail can be sent. */
  readonly mailer: Mailer | null;
};

const batch = 100;

/**
 * Tries every notice that is due and whose event the ledger holds; gives how many were tried. One that throws stays due and holds no other up; what
 * it threw is thrown in the end.
 */
export async function runNotices(at: Instant, deps: RunDeps): Promise<number> {
  const { transactor, notices } = deps;
  let tried = 0;
  const failures = new Map<string, unknown>();
  for (;;) {
    const due = await transactor.run(() => notices.listDue(at, batch));
    let moved = 0;
    for (const { id } of due) {
      if (failures.has(id)) continue;
      const ready = await transactor.run(async () => {
        const notice = await notices.find(id);
        if (notice?.nextAt == null || notice.nextAt > at) return null;
        const receipt = await readReceipt(notice.event, deps);
        return receipt === null ? null : { notice, receipt };
      });
      if (ready === null) continue;
      try {
        await tryNotice(ready, deps);
        moved += 1;
      } catch (error) {
        failures.set(id, error);
      }
    }
    tried += moved;
    // What waits for the ledger stays due.
    if (moved === 0 || due.length < batch) break;
  }
  if (failures.size > 0) throw new AggregateError(failures.values(), `${failures.size} notices could not be tried.`);
  return tried;
}

/** What the ledger holds. */
type Ready = { readonly notice: NoticeRecord; readonly receipt: Receipt };

async function tryNotice(ready: Ready, deps: RunDeps): Promise<void> {
  const { transactor, outbox, now, notices } = deps;
  const { notice } = ready;
  if (notice.channel === "mail") return mailNotice(ready, deps);
  await transactor.run(async () => {
    if (!(await isWritable(ready, deps))) return;
    const attempts = notice.attempts + 1;
    const at = now();
    const data: NoticeData<"notice.send"> = {
      notice: notice.id,
      kind: notice.kind,
      account: notice.party,
      attempt: attempts,
    };
    await outbox.append("notice.send", data, at);
    await notices.write({
      ...notice,
      attempts,
      status: notice.status === "failed" ? "failed" : "sent",
      lastAt: at,
      nextAt: findNextTry(attempts, at),
    });
  });
}

/** Whether it can be written as things are; notes it where it cannot. */
async function isWritable(ready: Ready, deps: RunDeps): Promise<boolean> {
  return (await readLetters(ready, deps)) !== null;
}

async function readLetters({ notice, receipt }: Ready, deps: RunDeps): Promise<readonly Letter[] | null> {
  const written = await writeLetters(notice, receipt, deps);
  if (written.kind === "written") return written.letters;
  const fault = written.kind === "over" ? null : [written.code, ...written.about].join(" ");
  await settleNotice(notice, { status: written.kind === "over" ? "ended" : "stuck", fault }, deps);
  return null;
}

async function mailNotice(ready: Ready, deps: RunDeps): Promise<void> {
  const { transactor, mailer } = deps;
  const { notice } = ready;
  const letters = await transactor.run(() => readLetters(ready, deps));
  if (letters === null) return;
  const to = await findAddress(notice, deps);
  if (to === null || mailer === null) {
    await transactor.run(() => settleNotice(notice, { status: "contact_unknown", fault: null }, deps));
    return;
  }
  const tried = { ...notice, attempts: notice.attempts + 1 };
  const mailed = await mailer.send({ to, id: notice.id, ...toMail(letters) });
  await transactor.run(() =>
    settleNotice(tried, mailed.ok ? { status: "delivered", fault: null } : { status: "failed", ...mailed }, deps),
  );
}

/** The address that the report came with; null once it was destroyed. */
async function findAddress({ report }: NoticeRecord, { reports, vault }: RunDeps): Promise<string | null> {
  const identity = report === null ? null : ((await reports.find(report))?.identity ?? null);
  const known = identity === null ? null : ((await vault.open(identity)) as ReporterIdentity | null);
  const address = known?.email.trim() ?? "";
  return address === "" ? null : address;
}

/** All languages one under the other: which one somebody reads is not known of a mail address. */
export function toMail(letters: readonly Letter[]): { readonly subject: string; readonly text: string } {
  const toText = ({ subject, sections }: Letter): string =>
    [subject, ...sections.map(({ heading, lines }) => [heading, ...lines].join("\n"))].join("\n\n");
  return {
    subject: letters.map(({ subject }) => subject).join(" / "),
    text: `${letters.map(toText).join("\n\n* * *\n\n")}\n`,
  };
}

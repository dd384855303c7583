import { systemActor, type Instant, type Order, type Refusal } from "@breakwater/casework";
import type { NoticeData } from "@breakwater/contract";
import type { Outbox } from "../../state/outbox.ts";
import type { Transactor } from "../../state/transactor.ts";
import type { CaseworkDesk } from "../desk/casework-desk.ts";
import type { CaseworkNotary } from "../notary.ts";
import type { Links, LinkTarget } from "./links.ts";
import { letterLanguages, type Letter } from "./letters/letter.ts";
import { writeLetter, type LetterDeps } from "./letters/write-letter.ts";
import type { NoticeLine, NoticeQuery, NoticeRecord, NoticeStore, NoticeToPassOn } from "./notice-store.ts";
import { addReceipt, readReceipt, type Receipt } from "./receipt.ts";

export type DeliveryOutcome = "delivered" | "failed" | "contact_unknown" | "logged_in";

export type NoticeAnswer<T> =
  | { readonly kind: "done"; readonly value: T }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "unknown" }
  /** What it was about is gone. */
  | { readonly kind: "over" };

/** Notices as staff see how far they got, and as the platform passes them on. Takes and gives plain data. */
export interface NoticeDesk {
  list(
    query: NoticeQuery,
  ): Promise<{ readonly items: readonly NoticeLine[]; readonly next: readonly [number, string] | null }>;
  /** What the platform passes on. */
  read(id: string): Promise<NoticeAnswer<NoticeToPassOn>>;
  /** What became of it, as the platform says. A decision that waited for it takes effect. */
  noteDelivery(id: string, outcome: DeliveryOutcome): Promise<NoticeAnswer<Pick<NoticeLine, "id" | "status">>>;
}

export type NoticeDeps = LetterDeps & {
  readonly transactor: Transactor;
  readonly desk: CaseworkDesk;
  readonly notices: NoticeStore;
  readonly outbox: Outbox;
  readonly links: Links;
  readonly notary: Pick<CaseworkNotary, "checkpoint">;
  /** Where people reach the service. */
  readonly publicUrl: string;
  readonly now: () => number;
};

export type Letters =
  | { readonly kind: "written"; readonly letters: readonly Letter[]; readonly link: string }
  | Exclude<Awaited<ReturnType<typeof writeLetter>>, { kind: "written" }>;

export function createNoticeDesk(deps: NoticeDeps): NoticeDesk {
  const { notices, transactor } = deps;
  return {
    list: async (query) => {
      const found = await notices.list({ ...query, limit: query.limit + 1 });
      const shown = found.slice(0, query.limit);
      const last = shown.at(-1);
      const isMore = found.length > shown.length && last !== undefined;
      return { items: shown.map(toLine), next: isMore ? [last.createdAt, last.id] : null };
    },
    read: (id) =>
      transactor.run(async () => {
        const notice = await notices.find(id);
        if (notice?.channel !== "account") return { kind: "unknown" };
        const receipt = await readReceipt(notice.event, deps);
        if (receipt === null) return { kind: "unknown" };
        const written = await writeLetters(notice, receipt, deps);
        if (written.kind === "over") return written;
        if (written.kind === "open") return { kind: "refused", refusal: { code: written.code, about: written.about } };
        const { kind, party, status } = notice;
        const letters = written.letters.map(({ language, subject, sections }) => ({
          language,
          subject,
          sections: sections.map((section) => ({ ...section, lines: [...section.lines] })),
        }));
        return { kind: "done", value: { id, kind, account: party, status, letters, link: written.link, receipt } };
      }),
    noteDelivery: (id, outcome) => transactor.run(() => noteDelivery(id, outcome, deps)),
  };
}

function toLine({ party: _party, report: _report, event: _event, ...line }: NoticeRecord): NoticeLine {
  return line;
}

/** The notice in every language with the checkpoint to keep, and where it is read. */
export async function writeLetters(notice: NoticeRecord, receipt: Receipt, deps: NoticeDeps): Promise<Letters> {
  const link = toUrl(deps, await findTarget(notice, deps));
  const letters: Letter[] = [];
  for (const language of letterLanguages) {
    const written = await writeLetter(notice, { language, link }, deps);
    if (written.kind !== "written") return written;
    letters.push(addReceipt(written.letter, receipt, deps));
  }
  return { kind: "written", letters, link };
}

/** What comes later about a decision is read where the decision is; what concerns a report, where that is followed. */
async function findTarget({ id, kind, about, report }: NoticeRecord, deps: NoticeDeps): Promise<LinkTarget> {
  if (report !== null) return { purpose: "report", id: report };
  if (kind !== "appeal_outcome" && kind !== "restored") return { purpose: "notice", id };
  const [first] = await deps.notices.list({ about: about.id, kinds: ["decision"], limit: 1 });
  return { purpose: "notice", id: first?.id ?? id };
}

export function toUrl({ publicUrl, links }: Pick<NoticeDeps, "publicUrl" | "links">, target: LinkTarget): string {
  return new URL(`/n/${links.make(target)}`, publicUrl).href;
}

/** Waits between tries: minutes, then hours, then a day, for a month. */
const waitsMs = [10, 30, 60, 180, 360, 720].map((minutes) => minutes * 60_000);
const dayMs = 86_400_000;
const attemptsMax = 36;

/** When a notice is tried again that was tried `attempts` times; null: not again. */
export function findNextTry(attempts: number, at: Instant): Instant | null {
  return attempts >= attemptsMax ? null : at + (waitsMs[attempts - 1] ?? dayMs);
}

const settled: ReadonlySet<NoticeLine["status"]> = new Set(["delivered", "contact_unknown"]);

async function noteDelivery(
  id: string,
  outcome: DeliveryOutcome,
  deps: NoticeDeps,
): ReturnType<NoticeDesk["noteDelivery"]> {
  const { notices } = deps;
  const notice = await notices.find(id);
  // What was never asked for cannot have been passed on.
  if (notice?.channel !== "account" || notice.attempts === 0) return { kind: "unknown" };
  if (outcome !== "logged_in" && settled.has(notice.status)) {
    return { kind: "done", value: { id, status: notice.status } };
  }
  const noted = await noteInCasework(notice, outcome, deps);
  if (noted !== null) return { kind: "refused", refusal: noted };
  if (outcome === "logged_in") return { kind: "done", value: { id, status: notice.status } };
  const status = await settleNotice(notice, { status: outcome, fault: outcome === "failed" ? "platform" : null }, deps);
  return { kind: "done", value: { id, status } };
}

/** Writes down what became of one try. */
export async function settleNotice(
  notice: NoticeRecord,
  { status, fault, isFinal = false }: Pick<NoticeRecord, "status" | "fault"> & { readonly isFinal?: boolean },
  { notices, outbox, now }: Pick<NoticeDeps, "notices" | "outbox" | "now">,
): Promise<NoticeRecord["status"]> {
  const at = now();
  const isOpen = status === "failed" || status === "sent" || status === "stuck";
  const nextAt = isOpen && !isFinal ? findNextTry(Math.max(1, notice.attempts), at) : null;
  await notices.write({ ...notice, status, fault, lastAt: at, nextAt });
  if (status !== "sent" && (status !== notice.status || fault !== notice.fault)) {
    const data: NoticeData<"notice.settled"> = { notice: notice.id, status };
    await outbox.append("notice.settled", data, at);
  }
  return status;
}

/** Notes a delivery in the decision or hearing that waits for it. Gives why not; that it was noted before is no reason. */
async function noteInCasework(
  notice: NoticeRecord,
  outcome: DeliveryOutcome,
  { desk, redress, now }: NoticeDeps,
): Promise<Refusal | null> {
  const order = toOrder(notice, outcome, redress);
  if (order === null) return null;
  const answer = await desk.executeWithin(order, { actor: systemActor, at: now() });
  if (answer.kind !== "refused") return null;
  const isOld = ["delivered_already", "hearing_not_open", "decision_closed", "case_purged"].includes(
    answer.refusal.code,
  );
  return isOld ? null : answer.refusal;
}

function toOrder(
  { kind, about, party }: NoticeRecord,
  outcome: DeliveryOutcome,
  redress: NoticeDeps["redress"],
): Order | null {
  if (kind === "decision") {
    const complaint = "By the link in the notice, without an account.";
    return outcome === "logged_in"
      ? { object: "decision", id: about.id, command: { kind: "note_login" } }
      : {
          object: "decision",
          id: about.id,
          command: { kind: "note_delivery", outcome, channel: "platform", redress: { complaint, ...redress } },
        };
  }
  return kind === "hearing" && outcome !== "logged_in"
    ? { object: "case", id: about.id, command: { kind: "note_hearing_delivery", account: party, outcome } }
    : null;
}

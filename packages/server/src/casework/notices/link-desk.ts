import type { Actor, CommandOf, DecisionState, Order } from "@breakwater/casework";
import { addMonths, getAppealWindowEnd } from "@breakwater/casework";
import type { DeskAnswer } from "../desk/desk-answer.ts";
import { completeOwn, type CompletedReport } from "../reports/complete-report.ts";
import { findCaseOf, readProgress } from "../reports/read-report.ts";
import type { ReportAnswer, ReportDeps } from "../reports/report-desk.ts";
import type { ReportRecord } from "../reports/report-store.ts";
import { submitReport, type SubmittedReport, type WrittenReport } from "../reports/submit-report.ts";
import { askCorrection, readCorrection, type AskedCorrection } from "../corrections/ask-correction.ts";
import type { Listing } from "../listing/listing.ts";
import type { LinkPage, Objection } from "./link-page.ts";
import { letterWords } from "./letters/letter-words.ts";
import { toOutcomeSentence, writeLetter, type Writing } from "./letters/write-letter.ts";
import { toUrl, type NoticeDeps } from "./notice-desk.ts";
import type { NoticeRecord } from "./notice-store.ts";
import { readReceipt } from "./receipt.ts";

/** What somebody does behind their link. */
export type LinkAct =
  | { readonly kind: "appeal"; readonly points: readonly string[]; readonly evidence: readonly string[] }
  | { readonly kind: "dispute"; readonly body: string; readonly reference: string }
  | { readonly kind: "reply"; readonly text: string }
  | { readonly kind: "contest"; readonly text: string }
  | { readonly kind: "complete"; readonly parts: CompletedReport };

export type LinkAnswer =
  | { readonly kind: "done" }
  | Extract<DeskAnswer, { kind: "refused" }>
  /** No link of ours, or one that no longer opens anything: nobody is told which. */
  | { readonly kind: "unknown" };

/** For people without an account: whoever holds a link sees and does what it is for, and nothing else. Takes and gives plain data. */
export interface LinkDesk {
  open(token: string, writing: Writing): Promise<LinkPage | null>;
  act(token: string, act: LinkAct): Promise<LinkAnswer>;
  /** Takes a report by the public form. `link`: where its author follows it. */
  report(
    written: Omit<WrittenReport, "account" | "source" | "via">,
  ): Promise<ReportAnswer<Pick<SubmittedReport, "id" | "missing"> & { readonly link: string }>>;
  /** Takes what a reader says is wrong with a published determination. `link`: where the answer is read. */
  askCorrection(claim: string, text: string): Promise<AskedCorrection>;
}

export type LinkDeps = NoticeDeps & ReportDeps & { readonly listing: Listing };

type Opened =
  | { readonly kind: "notice"; readonly notice: NoticeRecord }
  | { readonly kind: "report"; readonly report: ReportRecord }
  | { readonly kind: "correction"; readonly request: string };

export function createLinkDesk(deps: LinkDeps): LinkDesk {
  const { transactor } = deps;
  return {
    open: (token, writing) =>
      transactor.run(async () => {
        const opened = await openLink(token, deps);
        if (opened === null) return null;
        if (opened.kind === "correction") return showCorrection(opened.request, deps);
        return opened.kind === "report"
          ? showReport(opened.report, writing, deps)
          : showNotice(opened.notice, writing, deps);
      }),
    act: async (token, act) => {
      const opened = await transactor.run(() => openLink(token, deps));
      if (opened === null) return { kind: "unknown" };
      if (act.kind === "complete") return complete(opened, act.parts, deps);
      const order = await transactor.run(() => toOrder(opened, act, deps));
      if (order === null) return { kind: "unknown" };
      const answer = await deps.desk.execute(order.order, { actor: order.actor, at: deps.now() });
      return answer.kind === "refused" || answer.kind === "done" ? toPlain(answer) : { kind: "unknown" };
    },
    report: async (written) => {
      const answer = await submitReport({ ...written, account: null, source: "reporter", via: null }, deps);
      if (answer.kind !== "done") return answer;
      const { id, missing } = answer.value;
      return { kind: "done", value: { id, missing, link: toUrl(deps, { purpose: "report", id }) } };
    },
    askCorrection: (claim, text) => askCorrection(claim, text, deps),
  };
}

function toPlain(answer: Extract<DeskAnswer, { kind: "refused" | "done" }>): LinkAnswer {
  return answer.kind === "done" ? { kind: "done" } : answer;
}

/** What a token leads to, while that is open: to whoever asks, a forged one, an old one and one of a purged decision are the same. */
async function openLink(token: string, deps: LinkDeps): Promise<Opened | null> {
  const target = deps.links.open(token);
  if (target === null) return null;
  if (target.purpose === "report") {
    const report = await deps.reports.find(target.id);
    return report === null || isReportOver(report, deps) ? null : { kind: "report", report };
  }
  if (target.purpose === "correction") return { kind: "correction", request: target.id };
  const notice = await deps.notices.find(target.id);
  return notice === null || (await isNoticeOver(notice, deps)) ? null : { kind: "notice", notice };
}

function isReportOver({ status, decidedAt }: ReportRecord, { settings, now }: LinkDeps): boolean {
  if (status === "forgotten") return true;
  const end = decidedAt === null ? Infinity : addMonths(decidedAt, settings.appealWindowMonths);
  return now() > end;
}

async function isNoticeOver({ kind, about, party, createdAt }: NoticeRecord, deps: LinkDeps): Promise<boolean> {
  const { desk, settings, now } = deps;
  const end = addMonths(createdAt, settings.appealWindowMonths);
  switch (kind) {
    case "decision":
      return isDecisionOver(await desk.getState("decision", about.id), deps);
    case "hearing": {
      // A later question to the same account is a notice of its own.
      const hearing = (await desk.getState("case", about.id)).hearings[party];
      return hearing?.askedAt !== createdAt || now() > end;
    }
    case "hold":
      return (await desk.getState("hold", about.id)).content === null || now() > end;
    default:
      return true;
  }
}

/** Open as long as one can object, while that is looked at, and half a year more for reading what came of it. */
function isDecisionOver(state: DecisionState, { settings, now }: LinkDeps): boolean {
  if (state.opening === null || state.status === "absent" || state.status === "purged") return true;
  const appeals = Object.values(state.appeals);
  const isBusy = ["appealed", "restoring", "external_dispute"].includes(state.status);
  if (isBusy || appeals.some(({ outcome }) => outcome === null)) return false;
  const ends = appeals.map(({ dueAt }) => addMonths(dueAt, settings.appealWindowMonths));
  return now() > Math.max(getAppealWindowEnd(state, settings), ...ends);
}

async function showNotice(notice: NoticeRecord, writing: Writing, deps: LinkDeps): Promise<LinkPage | null> {
  const { desk } = deps;
  const { id, kind, about, party } = notice;
  const written = await writeLetter(notice, writing, deps);
  if (written.kind !== "written") return null;
  const { letter } = written;
  const receipt = await readReceipt(notice.event, deps);
  switch (kind) {
    case "decision": {
      const actor: Actor = { id: party, roles: ["subject"] };
      const state = await desk.getState("decision", about.id);
      const isRestored = state.restoration?.restoredAt != null;
      const objection = await readObjection(about.id, { actor, state, deps });
      return { kind, reference: about.id, receipt, letter, objection, isRestored };
    }
    case "hearing": {
      const hearing = (await desk.getState("case", about.id)).hearings[party];
      if (hearing === undefined) return null;
      const { reply, endedAt, dueAt } = hearing;
      const state = reply !== null ? "answered" : endedAt === null ? "open" : "over";
      return { kind, reference: id, receipt, letter, state, dueAt, reply };
    }
    case "hold": {
      const { status, contested } = await desk.getState("hold", about.id);
      const state = status === "held" ? "held" : status === "confirmed" ? "confirmed" : "released";
      return { kind, reference: about.id, receipt, letter, state, isContested: contested };
    }
    default:
      return null;
  }
}

async function showCorrection(request: string, deps: LinkDeps): Promise<LinkPage | null> {
  const correction = await readCorrection(request, deps);
  return correction === null ? null : { kind: "correction", reference: request, receipt: null, correction };
}

async function showReport(report: ReportRecord, { language }: Writing, deps: LinkDeps): Promise<LinkPage | null> {
  const progress = await readProgress(report, deps);
  if (progress.kind !== "done") return null;
  const decision = await findDecisionFor(report, deps);
  const { account, source } = report;
  const objection =
    decision === null
      ? null
      : await readObjection(decision, {
          actor: { id: account, roles: [source] },
          state: await deps.desk.getState("decision", decision),
          deps,
        });
  const isDecided = report.outcome !== null;
  const outcome = isDecided ? toOutcomeSentence(letterWords[language], report.outcome) : null;
  const [told] = await deps.notices.list({ about: report.id, kinds: ["report_outcome"], limit: 1 });
  const receipt = told === undefined ? null : await readReceipt(told.event, deps);
  return { kind: "report", reference: report.id, receipt, report: progress.value, outcome, objection };
}

/**
 * The decision to leave alone that a report came to (DSA 20). A lead that was dismissed before there was a case came to no decision;
 * which measures others bear is not its author's to know.
 */
async function findDecisionFor({ lead, account }: ReportRecord, { desk }: LinkDeps): Promise<string | null> {
  const caseId = await findCaseOf(lead, desk);
  if (caseId === null) return null;
  const ids = Object.keys((await desk.getState("case", caseId)).decisions);
  for (const id of ids.toReversed()) {
    const { opening } = await desk.getState("decision", id);
    if (opening?.kind === "no_action" && opening.reporters.includes(account)) return id;
  }
  return null;
}

async function readObjection(
  decision: string,
  { actor, state, deps }: { readonly actor: Actor; readonly state: DecisionState; readonly deps: LinkDeps },
): Promise<Objection> {
  const { desk, settings, now } = deps;
  const availability = await desk.findAvailability("decision", decision, { kind: "appeal", actor, at: now() });
  const end = getAppealWindowEnd(state, settings);
  const own = state.appeals[actor.id];
  const telling = await desk.findAvailability("decision", decision, { kind: "file_dispute", actor, at: now() });
  return {
    isOpen: availability.enabled,
    why: availability.enabled ? null : availability.refusal.code,
    until: Number.isFinite(end) ? end : null,
    appeal:
      own === undefined
        ? null
        : {
            at: own.at,
            dueAt: own.dueAt,
            points: own.points,
            evidence: own.evidence,
            outcome: own.outcome,
            answers: own.answers,
          },
    dispute: { mayTell: telling.enabled, told: tellDispute(state, actor) },
  };
}

/** That somebody else turned to an outside body is not theirs to know. */
function tellDispute({ dispute }: DecisionState, actor: Actor): Objection["dispute"]["told"] {
  if (dispute === null || dispute.filedBy !== actor.id) return null;
  const { body, reference, dueAt, isOpen } = dispute;
  return { body, reference, dueAt, isOpen };
}

type Told = { readonly order: Order; readonly actor: Actor };

/** What is asked of casework, in the name of whose link it is. Null where the link is for something else. */
async function toOrder(
  opened: Opened,
  act: Exclude<LinkAct, { kind: "complete" }>,
  deps: LinkDeps,
): Promise<Told | null> {
  if (opened.kind === "correction") return null;
  const onDecision = toDecisionCommand(act);
  if (opened.kind === "report") {
    const decision = onDecision === null ? null : await findDecisionFor(opened.report, deps);
    if (decision === null || onDecision === null) return null;
    const { account, source } = opened.report;
    return {
      order: { object: "decision", id: decision, command: onDecision },
      actor: { id: account, roles: [source] },
    };
  }
  const { kind, about, party } = opened.notice;
  const actor: Actor = { id: party, roles: ["subject"] };
  if (kind === "decision" && onDecision !== null) {
    return { order: { object: "decision", id: about.id, command: onDecision }, actor };
  }
  if (kind === "hearing" && act.kind === "reply") {
    return { order: { object: "case", id: about.id, command: { ...act, account: party } }, actor };
  }
  return kind === "hold" && act.kind === "contest"
    ? { order: { object: "hold", id: about.id, command: act }, actor }
    : null;
}

/** What a party does about a decision; null where the act is about something else. */
function toDecisionCommand(act: Exclude<LinkAct, { kind: "complete" }>): CommandOf<"decision"> | null {
  if (act.kind === "appeal") return act;
  return act.kind === "dispute" ? { kind: "file_dispute", body: act.body, reference: act.reference } : null;
}

async function complete(opened: Opened, parts: CompletedReport, deps: LinkDeps): Promise<LinkAnswer> {
  if (opened.kind !== "report") return { kind: "unknown" };
  const answer = await completeOwn(opened.report, parts, deps);
  if (answer.kind === "done") return { kind: "done" };
  return answer.kind === "refused" ? answer : { kind: "unknown" };
}

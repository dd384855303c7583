import type { DecisionState, RuleVersion, Settings } from "@breakwater/casework";
import { readState } from "../../desk/unit.ts";
import type { ReportStore } from "../../reports/report-store.ts";
import type { CaseworkStore } from "../../store/casework-store.ts";
import type { NoticeRecord } from "../notice-store.ts";
import { toLocalDay, toLocalTime, toWritten, type LetterLanguage, type Section, type Written } from "./letter.ts";
import { writeStatement } from "./write-statement.ts";
import { letterWords } from "./letter-words.ts";
import type { LetterWords } from "./words-en.ts";

export type LetterDeps = {
  readonly store: CaseworkStore;
  readonly reports: ReportStore;
  readonly settings: Settings;
  /** Whom people can turn to outside, as the operator names them. Blank: no statement of reasons can be sent. */
  readonly redress: { readonly disputeBody: string; readonly court: string };
  /** The rule's own text by the operator's registry of rules; null where it has none in this language. */
  readonly findRuleText: (rule: RuleVersion, language: LetterLanguage) => Promise<string | null>;
  /** Where everybody can read the version without personal data. */
  readonly toStatementUrl: (decision: string) => string;
  /** Whether statements without personal data are published. */
  readonly publishesStatements: boolean;
};

/** How a letter is written: in which language, and how it refers to its link. */
export type Writing = { readonly language: LetterLanguage; readonly link: string };
export type Notice = Pick<NoticeRecord, "kind" | "about" | "party" | "report">;

type Of = Writing & { readonly words: LetterWords };

const hourMs = 3_600_000;

/** What somebody is told, made anew from what casework holds. Never with a gap. */
export async function writeLetter(notice: Notice, writing: Writing, deps: LetterDeps): Promise<Written> {
  const of: Of = { ...writing, words: letterWords[writing.language] };
  const { id } = notice.about;
  switch (notice.kind) {
    case "decision":
      return writeStatement(await readState(deps.store, "decision", id), writing, deps);
    case "hearing":
      return writeHearing(notice, of, deps);
    case "hold":
      return writeHold(id, of, deps);
    case "appeal_outcome":
      return writeAppealOutcome(await readState(deps.store, "decision", id), notice.party, { ...of, deps });
    case "restored":
      return writeRestored(await readState(deps.store, "decision", id), of);
    case "report_outcome":
      return writeReportOutcome(id, of, deps);
    case "reporter_warned":
      return writeWarning(of);
    case "processing_suspended":
      return writeSuspension(id, of, deps);
  }
}

const toSection = (id: keyof LetterWords["headings"], words: LetterWords, ...lines: readonly string[]): Section => ({
  id,
  heading: words.headings[id],
  lines,
});

async function writeHearing({ about, party }: Notice, of: Of, { store }: LetterDeps): Promise<Written> {
  const { words, language, link } = of;
  const hearing = (await readState(store, "case", about.id)).hearings[party];
  if (hearing === undefined) return { kind: "over" };
  return toWritten(language, words.hearing.subject, [
    toSection("what", words, words.hearing.what),
    toSection("facts", words, hearing.allegation),
    toSection("next", words, words.hearing.next(Math.round(hearing.replyMs / hourMs), link)),
  ]);
}

async function writeHold(id: string, of: Of, { store }: LetterDeps): Promise<Written> {
  const { words, language, link } = of;
  const { content, endsAt } = await readState(store, "hold", id);
  if (content === null || endsAt === null) return { kind: "over" };
  const { statement, redress } = content;
  const [ground, explanation] = [
    statement.incompatible_content_ground ?? statement.illegal_content_legal_ground ?? "",
    statement.incompatible_content_explanation ?? statement.illegal_content_explanation ?? "",
  ];
  return toWritten(language, words.hold.subject, [
    toSection("what", words, words.hold.what(content.item)),
    toSection("why", words, words.hold.triggers[content.trigger], statement.decision_facts),
    toSection("rule", words, ground, explanation),
    toSection("duration", words, words.hold.until(toLocalTime(endsAt, language))),
    toSection("next", words, words.hold.next(link)),
    toSection("outside", words, words.outside(redress.disputeBody, redress.court)),
  ]);
}

function writeAppealOutcome(
  { appeals }: DecisionState,
  party: string,
  { words, language, link, deps }: Of & { readonly deps: LetterDeps },
): Written {
  const appeal = appeals[party];
  if (appeal?.outcome == null) return { kind: "over" };
  const { disputeBody, court } = deps.redress;
  return toWritten(language, words.appeal.subject, [
    toSection("what", words, words.appeal.outcomes[appeal.outcome]),
    toSection(
      "answers",
      words,
      ...appeal.points.map((point, place) => words.appeal.answer(place + 1, point, appeal.answers[place] ?? "")),
    ),
    toSection("machines", words, words.appeal.machines),
    toSection("next", words, words.here(link)),
    toSection("outside", words, words.outside(disputeBody, court)),
  ]);
}

function writeRestored({ restoration }: DecisionState, { words, language, link }: Of): Written {
  if (restoration?.restoredAt == null) return { kind: "over" };
  return toWritten(language, words.restored.subject, [
    toSection("what", words, words.restored.what),
    toSection("next", words, words.restored.next(link)),
  ]);
}

async function writeReportOutcome(id: string, of: Of, { reports, redress }: LetterDeps): Promise<Written> {
  const { words, language, link } = of;
  const report = await reports.find(id);
  if (report?.status !== "decided") return { kind: "over" };
  const sentence = toOutcomeSentence(words, report.outcome);
  return toWritten(language, words.report.subject, [
    toSection("what", words, words.report.about(id, toLocalDay(report.receivedAt, language)), sentence),
    ...(report.outcome === "expired" ? [] : [toSection("machines", words, words.report.machines)]),
    toSection("next", words, words.report.next(link)),
    toSection("outside", words, words.outside(redress.disputeBody, redress.court)),
  ]);
}

/** What came of a report, as its author is told; blank for a code that there are no words for. */
export function toOutcomeSentence({ outcomes }: LetterWords, outcome: string | null): string {
  const known: Readonly<Record<string, string>> = outcomes;
  return outcome !== null && Object.hasOwn(known, outcome) ? (known[outcome] ?? "") : "";
}

function writeWarning({ words, language }: Of): Written {
  return toWritten(language, words.warned.subject, [
    toSection("what", words, words.warned.what),
    toSection("next", words, words.warned.next),
  ]);
}

async function writeSuspension(id: string, { words, language }: Of, { store }: LetterDeps): Promise<Written> {
  const { suspendedUntil } = await readState(store, "reporter", id);
  if (suspendedUntil === null) return { kind: "over" };
  const suspended = (await store.readHistory("reporter", id)).map(({ event }) => event).findLast(isSuspension);
  if (suspended === undefined) return { kind: "over" };
  return toWritten(language, words.suspended.subject, [
    toSection("what", words, words.suspended.what(toLocalDay(suspendedUntil, language))),
    toSection("why", words, words.suspended.factors(suspended.gravity, suspended.intent)),
    toSection("next", words, words.suspended.next),
  ]);
}

type AnyEvent = Awaited<ReturnType<CaseworkStore["readHistory"]>>[number]["event"];

function isSuspension(event: AnyEvent): event is Extract<AnyEvent, { kind: "processing_suspended" }> {
  return event.kind === "processing_suspended";
}

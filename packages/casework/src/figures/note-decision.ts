import type { Instant } from "../kernel/time.ts";
import type { Act } from "./act.ts";
import type { Write } from "./series.ts";
import { judgeLead } from "./note-lead.ts";
import type { CaseFile } from "./note-case.ts";

type Words = Readonly<Record<string, string>>;

export type DecisionFile = {
  readonly kind: "decision";
  readonly at: Instant;
  readonly caseFile: CaseFile | null;
  readonly isAction: boolean;
  readonly isEmergency: boolean;
  /** By what errors are told apart. */
  readonly words: Words;
  /** Kinds of restriction: `visibility`, `service`, … */
  readonly restricts: readonly string[];
  /** Whether the account's holder was told, or nobody can be reached: then an effect may be. */
  isTold: boolean;
  isAttempted: boolean;
  disputedAt: Instant | null;
  cause: string;
  isTakenBack: boolean;
};

const groups: readonly (readonly [word: string, group: string])[] = [
  ["restricts_visibility", "visibility"],
  ["restricts_monetary", "monetary"],
  ["restricts_provision", "service"],
  ["restricts_account", "account"],
];

export function openDecision(act: Act, caseFile: CaseFile | null): DecisionFile {
  const { words, level, rule, role, at } = act;
  const isAction = words["outcome"] === "action";
  return {
    kind: "decision",
    at,
    caseFile,
    isAction,
    isEmergency: words["emergency"] === "yes",
    words: {
      ...words,
      level: level === null ? "none" : `l${level}`,
      rule: rule ?? "unknown",
      role: isAction ? role : "none",
      source: caseFile?.source ?? "unknown",
      case_type: caseFile?.caseType ?? "unknown",
    },
    restricts: groups.flatMap(([word, group]) => (words[word] === "yes" ? [group] : [])),
    isTold: false,
    isAttempted: false,
    disputedAt: null,
    cause: "unknown",
    isTakenBack: false,
  };
}

export function noteDecision(file: DecisionFile, act: Act, write: Write): void {
  const { kind, at, words, times } = act;
  switch (kind) {
    case "decision_opened":
      return noteOpening(file, act, write);
    case "delivery_noted": {
      const outcome = words["outcome"] ?? "unknown";
      write({ series: "notices_sent", at, words });
      if (!file.isAttempted) write({ series: "time_to_inform", at, tookMs: at - file.at });
      file.isAttempted = true;
      file.isTold ||= outcome === "delivered" || outcome === "contact_unknown";
      return;
    }
    case "effect_ordered":
      if (!file.isAction) write({ series: "effects_without_decision", at });
      if (!file.isTold) write({ series: "effects_before_statement", at });
      return;
    case "measure_applied":
      return noteApplied(file, act, write);
    case "measure_ended": {
      const ended = words["ends_as"] === "reversed" ? "measures_reversed" : "measures_expired";
      return write({ series: ended, at, words: toMeasureWords(act, file) });
    }
    case "effect_failed":
      return write({ series: "effects_failed", at, words: toMeasureWords(act, file) });
    case "emergency_confirmed":
      return write({ series: "emergency_confirmed", at });
    case "emergency_lapsed":
      return write({ series: "emergency_lapsed", at });
    case "appealed":
      write({ series: "appeals_received", at, words: { ...file.words, appellant: act.role } });
      for (const restricts of listKinds(file)) write({ series: "appeals_received_by_kind", at, words: { restricts } });
      return;
    case "appeal_decided":
      return noteAppeal(file, { at, words, began: times["began"] }, write);
    case "restoration_started":
      return noteRestoration(file, { at, cause: words["cause"] ?? "unknown" }, write);
    case "restored": {
      const began = times["began"];
      if (began !== undefined) {
        write({ series: "time_to_restore", at, words: { cause: file.cause }, tookMs: at - began });
      }
      return;
    }
    default:
      return noteDispute(file, act, write);
  }
}

function noteOpening(file: DecisionFile, { at, words, level, counts }: Act, write: Write): void {
  if (!file.isAction) {
    write({ series: "decisions_no_action", at, words: file.words });
    return;
  }
  write({ series: "decisions_action", at, words: file.words });
  for (const restricts of file.restricts) write({ series: "decisions_by_kind", at, words: { restricts } });
  if (file.caseFile?.caseType === "campaign") {
    write({ series: "campaign_accounts_measured", at, words: file.words });
  }
  if ((counts["evidence"] ?? 0) === 0) write({ series: "decisions_without_own_evidence", at });
  const isAlone = words["people"] === "one" && (level ?? 0) >= 4 && !file.isEmergency;
  if (isAlone) write({ series: "decisions_above_l3_by_one", at });
  for (const word of ["approver_took_part", "reviewer_took_part"]) {
    if (words[word] === "yes") write({ series: "separation_not_kept", at });
  }
}

function noteApplied(file: DecisionFile, act: Act, write: Write): void {
  const { at, level } = act;
  write({ series: "measures_applied", at, words: toMeasureWords(act, file) });
  if (!file.isAction) write({ series: "effects_without_decision", at });
  if (file.words["role"] === "bystander" && (level ?? 0) > 1) write({ series: "bystander_measures_above_l1", at });
}

type Decided = { readonly at: Instant; readonly words: Words; readonly began: Instant | undefined };

function noteAppeal(file: DecisionFile, { at, words, began }: Decided, write: Write): void {
  const outcome = words["outcome"] ?? "unknown";
  const told = { ...file.words, ...words, outcome };
  write({ series: "appeals_decided", at, words: told });
  for (const restricts of listKinds(file)) {
    write({ series: "appeals_decided_by_kind", at, words: { restricts } });
  }
  if (outcome !== "omitted") write({ series: "appeals_judged", at, words: told });
  if (outcome === "reversed" || outcome === "partially_reversed") {
    write({ series: "appeals_reversed", at, words: told });
    // To leave alone was the error: it has no measures that could be restored.
    if (!file.isAction) takeBack(file, write);
  }
  if (words["reviewer_took_part"] === "yes") write({ series: "separation_not_kept", at });
  if (began !== undefined) write({ series: "time_to_decide_appeal", at, words: told, tookMs: at - began });
}

/** What a later decision replaced was no error of the earlier; everything else that is taken back was. */
function noteRestoration(file: DecisionFile, { at, cause }: { at: Instant; cause: string }, write: Write): void {
  file.cause = cause;
  write({ series: "restorations_started", at, words: { cause } });
  if (cause === "superseded") return;
  takeBack(file, write);
  const lead = file.caseFile?.lead;
  if (lead != null) judgeLead(lead, null, write);
}

/** Counted once, in the month of the decision that fell: so that a share has the same decisions above and below. */
function takeBack(file: DecisionFile, write: Write): void {
  if (file.isTakenBack) return;
  file.isTakenBack = true;
  const series = file.isAction ? "decisions_taken_back" : "no_action_taken_back";
  write({ series, at: file.at, words: file.words });
}

function noteDispute(file: DecisionFile, { kind, at, words }: Act, write: Write): void {
  switch (kind) {
    case "dispute_filed":
      file.disputedAt = at;
      return write({ series: "disputes_filed", at });
    case "dispute_declined":
      file.disputedAt = null;
      return write({ series: "disputes_declined", at });
    case "dispute_concluded":
      write({ series: "disputes_concluded", at, words });
      if (words["implemented"] === "yes") write({ series: "disputes_implemented", at });
      if (file.disputedAt !== null) write({ series: "time_to_conclude_dispute", at, tookMs: at - file.disputedAt });
      file.disputedAt = null;
      return;
  }
}

function toMeasureWords({ words, level }: Act, file: DecisionFile): Words {
  return { ...words, level: level === null ? "none" : `l${level}`, role: file.words["role"] ?? "none" };
}

/** The rows of the harmonised report: what was restricted, or who was left alone at whose notice. */
function listKinds({ isAction, restricts, words }: DecisionFile): readonly string[] {
  if (isAction) return restricts.length === 0 ? ["nothing"] : restricts;
  return [words["source"] === "trusted_flagger" ? "no_action_on_flagger" : "no_action"];
}

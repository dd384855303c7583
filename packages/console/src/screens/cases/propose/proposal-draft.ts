import {
  defaultSettings,
  getMeasureRule,
  isRestriction,
  ladder,
  measureTypes,
  type Grade,
  type MeasureType,
} from "@breakwater/casework";
import type { RequestOf } from "../../../api/route-types.ts";
import type { previewProposal } from "@breakwater/contract";
import type { Language } from "../../../words/languages.ts";
import type { Finding } from "../parts/Findings.tsx";
import type { Rule } from "../rules.ts";

/** A measure as it is chosen for every account of a proposal. */
export type MeasureDraft = {
  readonly type: MeasureType;
  readonly on: "item" | "account";
  /** Null: until it is taken back. */
  readonly durationMs: number | null;
  readonly accountsAffected: string;
};

/** A proposal as it is being written: what holds for all of its accounts, and what for each. */
export type ProposalDraft = {
  readonly accounts: readonly string[];
  /** Id of the version of a rule: `IA-1:2`. */
  readonly rule: string;
  readonly measures: readonly MeasureDraft[];
  /** In which the texts are written. */
  readonly language: Language;
  readonly explanation: string;
  /** By account; those who have none of their own are told what their finding says. */
  readonly facts: Readonly<Record<string, string>>;
  /** The item that a measure is laid on, by account. */
  readonly items: Readonly<Record<string, string>>;
  readonly contentTypes: readonly string[];
  /** `2026-03-02`. */
  readonly contentDay: string;
  readonly alternatives: string;
  readonly proportionality: string;
  readonly whyNotMoneyFirst: string;
  /** Strikes relied on, by measure. */
  readonly strikes: readonly string[];
  /** Null: everybody was heard. */
  readonly hearingSkipped: string | null;
  readonly emergency: boolean;
};

export type ProposalBody = RequestOf<typeof previewProposal>["body"];

export const bulkMax: number = defaultSettings.bulkMax;
const dayMs = 86_400_000;

/** About every account with evidence of its own, as many as one proposal may name. */
export function beginDraft(findings: readonly Finding[], language: Language): ProposalDraft {
  const own = findings.filter(({ ownEvidence }) => ownEvidence > 0);
  return {
    accounts: own.slice(0, bulkMax).map(({ account }) => account),
    rule: "",
    measures: [],
    language,
    explanation: "",
    facts: {},
    items: {},
    contentTypes: ["CONTENT_TYPE_TEXT"],
    contentDay: "",
    alternatives: "",
    proportionality: "",
    whyNotMoneyFirst: "",
    strikes: [],
    hearingSkipped: null,
    emergency: false,
  };
}

/** What is still to be written, by name; empty once the API can judge it. */
export function listMissing(draft: ProposalDraft, rule: Rule | undefined): readonly (keyof ProposalDraft)[] {
  const isOnItem = draft.measures.some(({ on }) => on === "item");
  const isCounted = draft.measures.every(
    ({ type, accountsAffected }) => type !== "correct_counts" || /^\d+$/.test(accountsAffected),
  );
  const missing: readonly (readonly [keyof ProposalDraft, boolean])[] = [
    ["accounts", draft.accounts.length === 0 || draft.accounts.length > bulkMax],
    ["rule", rule === undefined],
    ["measures", draft.measures.length === 0 || !isCounted],
    ["items", isOnItem && draft.accounts.some((account) => (draft.items[account] ?? "").trim() === "")],
    ["explanation", draft.explanation.trim() === ""],
    ["contentTypes", draft.contentTypes.length === 0],
    ["contentDay", Number.isNaN(Date.parse(draft.contentDay))],
    ["alternatives", draft.alternatives.trim() === ""],
    ["proportionality", draft.proportionality.trim() === ""],
    ["hearingSkipped", draft.hearingSkipped?.trim() === ""],
  ];
  return missing.flatMap(([name, isMissing]) => (isMissing ? [name] : []));
}

type Sources = {
  readonly rule: Rule;
  readonly findings: readonly Finding[];
  /** The decision on an account that this one would replace, by account. */
  readonly open: Readonly<Record<string, string>>;
};

/** The body of a proposal that lacks nothing. The ground is the rule's: nobody writes it anew. */
export function toProposalBody(draft: ProposalDraft, { rule, findings, open }: Sources): ProposalBody {
  const { content } = rule;
  const { language } = draft;
  return {
    items: draft.accounts.map((account) => {
      const finding = findings.find((one) => one.account === account);
      const own = new Set(finding?.strikes.map(({ measure }) => measure));
      return {
        account,
        rule: rule.rule,
        measures: draft.measures.map(({ type, on, durationMs, accountsAffected }) => ({
          type,
          target: { kind: on, id: on === "account" ? account : (draft.items[account] ?? "").trim() },
          durationMs,
          ...(type === "correct_counts" ? { accountsAffected: Number(accountsAffected) } : {}),
        })),
        draft: {
          ground: content.ground,
          groundName: `${rule.rule.id} ${content.title[language]} · ${content.groundName[language]}`,
          explanation: draft.explanation.trim(),
          facts: draft.facts[account]?.trim() || (finding?.allegation ?? ""),
          category: content.category,
          ...(content.keywords.length === 0 ? {} : { keywords: [...content.keywords] }),
          contentTypes: [...draft.contentTypes],
          contentDate: Date.parse(draft.contentDay),
        },
        alternatives: draft.alternatives.trim(),
        proportionality: draft.proportionality.trim(),
        whyNotMoneyFirst: draft.whyNotMoneyFirst.trim() === "" ? null : draft.whyNotMoneyFirst.trim(),
        strikesReliedOn: draft.strikes.filter((measure) => own.has(measure)),
        supersedes: open[account] ?? null,
      };
    }),
    emergency: draft.emergency,
    hearingSkipped: draft.hearingSkipped?.trim() ?? null,
  };
}

export type MeasureBar = "finding" | "rule";

/** Every measure, and what bars it for these findings under this rule: the part and gravity, or the rule. Null: nothing. */
export function listMeasures(
  findings: readonly Pick<Finding, "levelMax" | "grade">[],
  rule: Rule | undefined,
): readonly { readonly type: MeasureType; readonly bar: MeasureBar | null }[] {
  const levelMax = Math.min(...findings.map((finding) => finding.levelMax), 10);
  return measureTypes.map((type) => {
    const { level } = getMeasureRule(type);
    const isRuled = findings.every(({ grade }) => rule?.content.ladder[grade as Grade].includes(level) === true);
    return { type, bar: level > levelMax ? "finding" : isRuled ? null : "rule" };
  });
}

const offeredDays = [1, 3, 7, 14, 30, 60, 90, 180, 365] as const;

/** Durations that a measure may have, ms, the shortest first; null is "until it is taken back". */
export function listDurations(type: MeasureType): readonly (number | null)[] {
  const { durationMaxMs, stepsMs } = getMeasureRule(type);
  if (stepsMs !== undefined) return stepsMs;
  if (durationMaxMs === 0) return [0];
  const days = offeredDays.map((day) => day * dayMs).filter((ms) => durationMaxMs === null || ms <= durationMaxMs);
  return durationMaxMs === null ? [...days, null] : days;
}

/** A measure as one begins with it: the shortest, on the account where it can be. */
export function beginMeasure(type: MeasureType): MeasureDraft {
  const [durationMs = null] = listDurations(type);
  const { targets } = getMeasureRule(type);
  return { type, on: targets.includes("account") ? "account" : "item", durationMs, accountsAffected: "" };
}

/** Whether somebody has to be heard before all of this. */
export function needsHearing(measures: readonly MeasureDraft[]): boolean {
  return measures.some(({ type }) => ladder[getMeasureRule(type).level].hearing);
}

/** Whether anything is taken from anybody: then a statement of reasons is owed. */
export function restricts(measures: readonly MeasureDraft[]): boolean {
  return measures.some(({ type }) => isRestriction(type));
}

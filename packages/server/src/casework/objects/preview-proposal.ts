import {
  caseMachine,
  countHumansNeeded,
  draftItemStatement,
  getHighestLevel,
  getRefusalWords,
  isOwnEvidence,
  isRestriction,
  listStatementFaults,
  previewItems,
  renderNotice,
  renderPublicStatement,
  type CaseState,
  type ComposedItem,
  type Context,
  type ProposedItem,
  type Refusal,
  type RefusalLanguage,
} from "@breakwater/casework";
import type { previewProposal as route } from "@breakwater/contract";
import type { z } from "zod";
import { loadContext } from "../desk/execute.ts";
import { openUnit } from "../desk/unit.ts";
import type { StoredState } from "../store/casework-store.ts";
import { needsSenior } from "./case-view.ts";
import type { CaseBookDeps } from "./case-book.ts";
import type { Asker } from "./object-book.ts";
import { toCaseCommand } from "./to-command.ts";

export type PreviewBody = z.output<(typeof route)["body"]>;

type Deps = CaseBookDeps & { readonly languages: readonly RefusalLanguage[] };

/**
 * What a proposal would do and say, before it is made: judged by the same machine, for all of it and for each account alone; the
 * statement with every fault by name, as it would be published, and as the person would read it. Nothing changes. Cost: of the proposal,
 * twice.
 */
export async function previewProposal(stored: StoredState, body: PreviewBody, by: Asker, deps: Deps): Promise<object> {
  let serial = 0;
  const nextId = (of: string): string => {
    serial += 1;
    return `${of}-preview-${serial}`;
  };
  const command = toCaseCommand({ kind: "propose", ...body }, nextId);
  if (command.kind !== "propose") throw new Error("A preview is of a proposal.");
  const state = stored.state as CaseState;
  const context = await loadContext({ object: "case", id: stored.id, command }, by, { ...deps, unit: openUnit(deps) });
  const whole = caseMachine.decide(state, command, context);
  const items = [];
  for (const item of command.items) items.push(await previewItem(state, item, { command, context, by, deps }));
  const measures = command.items.flatMap((item) => item.measures);
  const composed = command.items.map((item) => toComposed(state, item));
  const isBulk = command.items.length > 1;
  return {
    refusal: whole.ok ? null : toWords(whole.refusal, by.language),
    humans: countHumansNeeded(measures, deps.settings),
    senior: needsSenior([getHighestLevel(measures)]),
    effect: previewItems(composed),
    sampleSize: isBulk ? Math.min(deps.settings.bulkSample, command.items.length) : 0,
    items,
  };
}

type Propose = Extract<ReturnType<typeof toCaseCommand>, { kind: "propose" }>;
type Previewing = {
  readonly command: Propose;
  readonly context: Context;
  readonly by: Asker;
  readonly deps: Deps;
};

async function previewItem(state: CaseState, item: ProposedItem, { command, context, by, deps }: Previewing) {
  const { settings, findRuleTexts } = deps;
  const alone = caseMachine.decide(state, { ...command, items: [item] }, context);
  const seconds = countHumansNeeded(item.measures, settings) === 2;
  const acts = [
    { step: "decided", as: "analyst" } as const,
    ...(seconds ? [{ step: "decided", as: "approver" } as const] : []),
  ];
  const statement = draftItemStatement(state, item, { at: by.at, acts });
  const published = statement === null ? null : renderPublicStatement(statement, settings);
  const texts = await findRuleTexts?.(item.rule.id, item.rule.version);
  const notices = [];
  let noticeRefusal: Refusal | null = null;
  for (const language of deps.languages) {
    const finding = state.findings[item.account];
    const notice = renderNotice(
      {
        decision: item.decision,
        measures: item.measures,
        rule: { ...item.rule, text: texts?.[language] ?? "{rule text}" },
        draft: item.draft,
        allegation: finding?.allegation ?? "",
        evidence: finding?.evidence.length ?? 0,
        source: state.opening?.source ?? "own",
        acts: [...(state.opening?.detected ?? []), ...acts],
        itemName: "{item}",
        decidedAt: by.at,
        appealLink: "{appeal link}",
        disputeBody: "{dispute body}",
        court: "{court}",
        isPublished: item.measures.some(({ type }) => isRestriction(type)),
      },
      { languages: [language], settings },
    );
    if (notice.ok) notices.push(notice.value);
    else noticeRefusal ??= notice.refusal;
  }
  const wordsOf = (refusal: Refusal | null) => (refusal === null ? null : toWords(refusal, by.language));
  return {
    account: item.account,
    refusal: alone.ok ? null : toWords(alone.refusal, by.language),
    statement,
    faults: (statement === null ? [] : listStatementFaults(statement)).map(({ field, fault }) => ({
      field,
      message: faultWords[fault][by.language === "en" ? 0 : 1],
    })),
    published: published?.ok === true ? published.value : null,
    publishedRefusal: wordsOf(published === null || published.ok ? null : published.refusal),
    notices,
    noticeRefusal: wordsOf(noticeRefusal),
  };
}

/** As the machine would compose it, where the finding is there; for counting. */
function toComposed(state: CaseState, item: ProposedItem): ComposedItem {
  const finding = state.findings[item.account];
  const own = finding?.evidence.filter((id) => {
    const one = state.evidence[id];
    return one !== undefined && isOwnEvidence(one, item.account);
  });
  return {
    ...item,
    role: finding?.role ?? "unknown",
    grade: finding?.grade ?? "minor",
    evidence: own ?? [],
    allegation: finding?.allegation ?? "",
    statement: null,
  };
}

function toWords({ code, about = [] }: Refusal, language: RefusalLanguage) {
  return { code, about, ...getRefusalWords(code, language) };
}

const faultWords = {
  missing: ["It is missing.", "缺少此项。"],
  type: ["It is not of the kind that belongs here.", "类型不符。"],
  too_long: ["It is too long.", "过长。"],
  unknown_value: ["It is no word of the list.", "不在可选值之列。"],
  date: ["It is no date in the range allowed.", "不是允许范围内的日期。"],
  url: ["It is no address.", "不是有效网址。"],
  pattern: ["It does not have the form asked for.", "格式不符。"],
} as const;

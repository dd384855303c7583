import { accept, refuse, type Outcome } from "../kernel/outcome.ts";
import type { Settings } from "../kernel/settings.ts";
import { addMonths, dayMs, toDateText, type Instant } from "../kernel/time.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import { deriveAutomation, type Act } from "./automation.ts";
import type { StatementDraft, StatementSource } from "./compose-statement.ts";
import { noticeEn } from "./notice-en.ts";
import { noticeSections, type NoticeSection, type NoticeWords } from "./notice-words.ts";
import { noticeZhHans } from "./notice-zh-hans.ts";
import { fillTemplate } from "./template.ts";

/** The languages that ship. An operator's own are passed in beside them. */
export const shippedNotices: readonly NoticeWords[] = [noticeEn, noticeZhHans];

export type NoticeInput = {
  /** Under which a version without personal data is published: an id, or an address. */
  readonly decision: string;
  readonly measures: readonly PlannedMeasure[];
  /** The rule's own text in the person's language, by the policy registry. */
  readonly rule: { readonly id: string; readonly version: string; readonly text: string };
  readonly draft: StatementDraft;
  readonly allegation: string;
  readonly evidence: number;
  readonly source: StatementSource;
  readonly acts: readonly Act[];
  /** How the person knows the item: its title or first words, shown to them alone. */
  readonly itemName: string;
  readonly decidedAt: Instant;
  /** Where they object; a signed link, which needs no account. */
  readonly appealLink: string;
  readonly disputeBody: string;
  readonly court: string;
  readonly isPublished: boolean;
};

export type Notice = {
  readonly language: string;
  readonly subject: string;
  readonly sections: readonly {
    readonly id: NoticeSection;
    readonly heading: string;
    readonly lines: readonly string[];
  }[];
};

/**
 * What the person reads: specific, complete, in their language. `languages`: their wishes, best first; the first that there is a table
 * for is taken. Refused while any gap is open, whoever would have filled it, and where no language fits.
 */
export function renderNotice(
  input: NoticeInput,
  {
    languages,
    settings,
    tables = shippedNotices,
    toDay = toDateText,
  }: {
    readonly languages: readonly string[];
    readonly settings: Settings;
    readonly tables?: readonly NoticeWords[];
    /** A day as people of that language write it; `YYYY-MM-DD` unless given. */
    readonly toDay?: (at: Instant) => string;
  },
): Outcome<Notice> {
  const words = languages.flatMap((language) => tables.find((table) => table.language === language) ?? [])[0];
  if (words === undefined) return refuse("language_missing", languages);
  const lines = toLines(input, { words, settings, toDay });
  const open: string[] = [];
  const sections = noticeSections.map((id) => {
    const filled = lines[id].map(([template, values]) => {
      const text = fillTemplate(template, values);
      if (text.ok) return text.value;
      open.push(...(text.refusal.about ?? []).map((gap) => `${id}.${gap}`));
      return "";
    });
    return { id, heading: words.headings[id], lines: filled };
  });
  if (open.length > 0) return refuse("template_gap", open);
  return accept({ language: words.language, subject: words.subject, sections });
}

/** A template and what goes into its gaps. */
type Line = readonly [string, Readonly<Record<string, string>>];

type Manner = { readonly words: NoticeWords; readonly settings: Settings; readonly toDay: (at: Instant) => string };

function toLines(
  input: NoticeInput,
  { words, settings, toDay }: Manner,
): Readonly<Record<NoticeSection, readonly Line[]>> {
  const { draft, measures, rule, decidedAt } = input;
  const targetOf = ({ target }: PlannedMeasure) => (target.kind === "account" ? words.theAccount : input.itemName);
  const appealBy = toDay(addMonths(decidedAt, settings.appealWindowMonths));
  const days = String(Math.ceil(settings.appealDecisionMs / dayMs));
  return {
    what: measures.map((measure) => [words.measures[measure.type], { target: targetOf(measure) }]),
    item: [[words.item, { item: input.itemName, date: toDay(draft.contentDate) }]],
    rule: [
      [words.rule, { rule: rule.id, version: rule.version, text: rule.text }],
      [words.explanation, { explanation: draft.explanation }],
    ],
    facts: [["{allegation}", { allegation: input.allegation }]],
    evidence: [[words.evidence, { count: String(input.evidence) }]],
    machines: toMachineLines(input.acts, words),
    origin: [[words.origins[input.source], {}]],
    duration: measures.map((measure) =>
      toDurationLine(measure, { words, settings, toDay, input, target: targetOf(measure) }),
    ),
    still_works: unique(measures.map(({ type }) => words.stillWorks[type])),
    next: unique(measures.map(({ type }) => words.next[type])),
    appeal: [[words.appeal, { date: appealBy, days, link: input.appealLink }]],
    outside: [[words.outside, { disputeBody: input.disputeBody, court: input.court }]],
    published: [input.isPublished ? [words.published, { id: input.decision }] : [words.notPublished, {}]],
  };
}

function toMachineLines(acts: readonly Act[], words: NoticeWords): readonly Line[] {
  const { automated_detection: detection, automated_decision: decision } = deriveAutomation(acts);
  const decided: Readonly<Record<string, string>> = {
    AUTOMATED_DECISION_NOT_AUTOMATED: words.decidedByPeople,
    AUTOMATED_DECISION_PARTIALLY: words.decidedPartly,
    AUTOMATED_DECISION_FULLY: words.decidedByMachine,
  };
  return [
    [detection === "Yes" ? words.detectedByMachine : words.detectedByPeople, {}],
    [decided[decision] ?? "", {}],
  ];
}

type Duration = Manner & {
  readonly input: NoticeInput;
  readonly target: string;
};

function toDurationLine(
  { type, durationMs }: PlannedMeasure,
  { words, settings, toDay, input, target }: Duration,
): Line {
  const done = fillTemplate(words.measures[type], { target });
  const measure = done.ok ? done.value : "";
  if (durationMs === 0) return [words.once, { measure }];
  if (durationMs !== null) return [words.until, { measure, date: toDay(input.decidedAt + durationMs) }];
  const reviewAt = addMonths(input.decidedAt, settings.reviewMonthsMax);
  return [words.withoutEnd, { measure, date: toDay(reviewAt) }];
}

function unique(templates: readonly string[]): readonly Line[] {
  return [...new Set(templates)].map((template): Line => [template, {}]);
}

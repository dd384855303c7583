import {
  tellFacts,
  toCodeLine,
  toCodeWords,
  toMonth,
  type FigureLanguage,
  type StatementFields,
} from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import type { PublishedStatement } from "../../casework/notices/published-statements.ts";
import { shorten } from "../../claims/check/prompts.ts";
import { verdictWords } from "../../claims/verdict-words.ts";
import type { Briefing, Correction } from "../gather-briefing.ts";
import { pageWords } from "./page-words.ts";

/** Examples and corrections of a briefing. Months instead of days, no account, no person. */
export function renderBriefingParts(
  { studies, corrections, reversals, isCut }: Briefing,
  language: FigureLanguage,
): Html {
  const w = pageWords[language];
  return html`<h2>${w.studies}</h2>
    <p>${w.studiesHow}</p>
    ${studies.length === 0 && html`<p>${w.noStudies}</p>`} ${studies.map((study) => toStudy(study, language))}
    <h2>${w.corrections}</h2>
    ${corrections.length === 0 && reversals.length === 0 && html`<p>${w.noCorrections}</p>`}
    <ul>
      ${corrections.map((one) => html`<li>${toCorrection(one, language)}</li>`)}
      ${reversals.map((one) => html`<li>${toReversal(one, language)}</li>`)}
    </ul>
    ${isCut && html`<p role="alert">${w.briefingCut}</p>`}
    <p>${w.correct} <a href="${toAddress("/claims", language)}">${w.claims}</a></p>`;
}

function toStudy(study: PublishedStatement, language: FigureLanguage): Html {
  const w = pageWords[language];
  const { id, decidedAt, fields, isReversed } = study;
  const say = (code: string): string => toCodeWords(code, language);
  const rows: readonly (readonly [string, string])[] = [
    [w.month, toMonth(decidedAt)],
    [w.ruleOf, fields.incompatible_content_ground ?? fields.illegal_content_legal_ground ?? ""],
    [w.done, toMeasures(fields, language)],
    [w.happened, tellFacts(fields.decision_facts, language)],
    [w.foundBy, toCodeLine([fields.source_type, `AUTOMATED_DETECTION_${fields.automated_detection}`], language)],
    [w.became, isReversed ? w.takenBack : w.stood],
  ];
  return html`<section>
    <h3>${say(fields.category)}</h3>
    <dl>
      ${rows.map(
        ([name, value]) =>
          html`<dt>${name}</dt>
            <dd>${value}</dd>`,
      )}
    </dl>
    <p><a href="${toAddress(`/statements/${encodeURIComponent(id)}`, language)}">${w.whole}</a></p>
  </section>`;
}

function toCorrection({ id, claim, kind, at, verdict, reason }: Correction, language: FigureLanguage): Html {
  const w = pageWords[language];
  const what = kind === "withdrawn" ? w.withdrawn : w.corrected(verdictWords[verdict][language]);
  return html`${toMonth(at)} ·
    <a href="${toAddress(`/claims/${encodeURIComponent(id)}`, language)}">${shorten(claim)}</a> ·
    ${what}${reason !== null && html` · ${reason}`}`;
}

function toReversal({ id, decidedAt, fields }: PublishedStatement, language: FigureLanguage): Html {
  const w = pageWords[language];
  const address = toAddress(`/statements/${encodeURIComponent(id)}`, language);
  return html`${toMonth(decidedAt)} · <a href="${address}">${toMeasures(fields, language)}</a> · ${w.takenBack}`;
}

function toMeasures(fields: StatementFields, language: FigureLanguage): string {
  const { decision_visibility, decision_monetary, decision_provision, decision_account } = fields;
  return [...(decision_visibility ?? []), decision_monetary, decision_provision, decision_account]
    .filter((code) => code !== undefined)
    .map((code) => toCodeWords(code, language))
    .join(" · ");
}

function toAddress(path: string, language: FigureLanguage): string {
  return `${path}?lang=${language}`;
}

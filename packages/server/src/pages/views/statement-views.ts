import { tellFacts, toCodeLine, toCodeWords, type StatementFields } from "@breakwater/casework";
import { html, type Html } from "../../access/pages/html.ts";
import { toLocalDay } from "../../casework/notices/letters/letter.ts";
import type { PublishedStatement } from "../../casework/notices/published-statements.ts";
import type { Receipt } from "../../casework/notices/receipt.ts";
import { toReceipt } from "./receipt-view.ts";
import { toFacts, toHref, toPage, type View } from "./layout.ts";

export function showStatements(
  view: View,
  { items, next }: { readonly items: readonly PublishedStatement[]; readonly next: string | null },
): string {
  const { words: w, language, path } = view;
  return toPage(view, {
    title: w.statements,
    body: html`<p>${w.statementsIntro}</p>
      ${items.length === 0 && html`<p>${w.noStatements}</p>`}
      <ul>
        ${items.map(
          (item) =>
            html`<li>
              <a href="${toHref(`${path}/${item.id}`, language)}">${listMeasures(view, item.fields)}</a>
              <span class="faint">${toLocalDay(item.decidedAt, language)} · ${toFate(view, item)}</span>
            </li>`,
        )}
      </ul>
      ${next !== null && html`<p><a href="${toHref(path, language, { after: next })}">${w.older}</a></p>`}`,
  });
}

export function showStatement(view: View, item: PublishedStatement & { readonly receipt: Receipt | null }): string {
  const { words: w, language } = view;
  const { fields } = item;
  const say = (code: string): string => toCodeWords(code, language);
  const isIllegal = fields.decision_ground === "DECISION_GROUND_ILLEGAL_CONTENT";
  const clause = isIllegal ? fields.illegal_content_legal_ground : fields.incompatible_content_ground;
  const why = isIllegal ? fields.illegal_content_explanation : fields.incompatible_content_explanation;
  const ends = [
    fields.end_date_visibility_restriction,
    fields.end_date_monetary_restriction,
    fields.end_date_service_restriction,
    fields.end_date_account_restriction,
  ].filter((end) => end !== undefined);
  return toPage(view, {
    title: w.statement(item.id),
    body: html`${toFacts([
        [w.decided, toLocalDay(item.decidedAt, language)],
        [w.what, listMeasures(view, fields)],
        [w.fate, toFate(view, item)],
        [w.ends, ends.length === 0 ? w.noEnd : ends.map((end) => toLocalDay(Date.parse(end), language)).join(", ")],
        [w.ground, `${say(fields.decision_ground)}${clause === undefined ? "" : ` · ${clause}`}`],
        [w.why, why ?? ""],
        [w.facts, toLines(tellFacts(fields.decision_facts, language))],
        [w.kind, say(fields.category)],
        [w.content, fields.content_type.map(say).join(", ")],
        [w.origin, say(fields.source_type)],
        [
          w.machines,
          toCodeLine([`AUTOMATED_DETECTION_${fields.automated_detection}`, fields.automated_decision], language),
        ],
      ])}
      ${toReceipt(view, item.receipt)}
      <p><a href="${toHref("/statements", language)}">${w.statements}</a></p>`,
  });
}

function listMeasures({ language }: View, fields: StatementFields): string {
  const { decision_visibility, decision_monetary, decision_provision, decision_account } = fields;
  return [...(decision_visibility ?? []), decision_monetary, decision_provision, decision_account]
    .filter((code) => code !== undefined)
    .map((code) => toCodeWords(code, language))
    .join(" · ");
}

function toFate({ words: w }: View, { isReversed, isUnderAppeal }: PublishedStatement): string {
  if (isReversed) return w.reversed;
  return isUnderAppeal ? w.underAppeal : w.stands;
}

function toLines(text: string): Html {
  return html`<span class="lines">${text}</span>`;
}

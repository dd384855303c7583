import type { Axis, Group, Signal } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { toGrouped, type Phrase } from "../words/phrase.ts";
import { axisWords, familyWords, layerWords, nullWords } from "../words/terms.ts";
import { toMoment, toPercent, toUnlikeliness } from "../words/values.ts";
import { caps, cutText } from "./caps.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

const columns = [
  { title: say("column_signal") },
  { title: say("column_seen"), isNumber: true },
  { title: say("column_expected"), isNumber: true },
  { title: say("column_chance"), isNumber: true },
  { title: say("column_result") },
];

/** Every test of the group, axis by axis: what was seen, what its named null expects, and the actions behind it. */
export function evidencePart(group: Group, tickMs: number): Markup {
  return markup`<section class="part"><h4>${say("evidence_title")}</h4>
${axisTable("coordinated", group.coordinated)}
${axisTable("inauthentic", group.inauthentic)}
${[...group.coordinated, ...group.inauthentic].map((signal) => signalActions(signal, tickMs))}</section>`;
}

function axisTable(axis: Axis, signals: readonly Signal[]): Markup {
  const caption = say("evidence_caption", { axis: axisWords[axis] });
  if (signals.length === 0) return markup`<p class="note"><b>${axisWords[axis]}</b>: ${say("evidence_none")}</p>`;
  const rows = signals.map((signal, index) => [
    markup`${signalName(signal)}<small>${sayOpen(signal.statistic)}</small>${sayNull(signal, signals[index - 1])}`,
    markup`${plain(toGrouped(signal.observed))}`,
    markup`${plain(toGrouped(signal.expected))}`,
    markup`${toUnlikeliness(signal)}`,
    resultOf(signal),
  ]);
  return table({ caption, columns, rows });
}

/** What the expected figure rests on, said once for a run of tests of one kind. */
function sayNull(signal: Signal, before: Signal | undefined): Markup | null {
  if (before?.null === signal.null) return null;
  return markup`<small>${say("signal_null", { null: nullWords[signal.null] })}</small>`;
}

function resultOf(signal: Signal): Markup {
  if (signal.significant) return markup`<span class="yes">${say("result_significant")}</span>`;
  const { effect } = signal;
  if (effect !== null && effect.value < effect.least) {
    const shares = { value: toPercent(effect.value), least: toPercent(effect.least) };
    return markup`<span class="no">${sayOpen(effect.statistic)}${say("result_effect", shares)}</span>`;
  }
  // Members were found by meeting: how often they met is told, and proves nothing anew.
  const isTold = signal.family === "co_selection";
  return markup`<span class="no">${say(isTold ? "result_told" : "result_chance")}</span>`;
}

function signalName(signal: Signal): readonly Phrase[] {
  const separator = { en: ": ", zh: "：" };
  const family = familyWords[signal.family];
  return signal.layer === null || signal.family === "samples"
    ? [family]
    : [family, separator, layerWords[signal.layer]];
}

function signalActions(signal: Signal, tickMs: number): Markup {
  if (signal.actions.length === 0) return markup``;
  const shown = signal.actions.slice(0, caps.evidenceActions);
  const title = say("signal_actions", { shown: shown.length, total: signal.actionsTotal });
  const rows = shown.map((action) => [
    markup`<time>${plain(toMoment(action.at, tickMs))}</time>`,
    markup`<bdi>${plain(cutText(action.account, 40))}</bdi>`,
    markup`<bdi>${plain(cutText(action.object ?? "–", 60))}</bdi>`,
    markup`<bdi>${plain(cutText(action.text ?? "–", 140))}</bdi>`,
  ]);
  const heads = [say("column_time"), say("column_account"), say("column_object"), say("column_text")];
  return markup`<details><summary>${signalName(signal)} – ${title}</summary>
${table({ caption: title, isCaptionHidden: true, columns: heads.map((column) => ({ title: column })), rows })}</details>`;
}

import { diffTexts } from "@breakwater/console/diff-texts";
import type { Group, SampleEvidence } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { toMoment } from "../words/values.ts";
import { caps, cutText } from "./caps.ts";
import { markup, plain, type Markup } from "./markup.ts";

/** The group's near-identical texts side by side, with the differences marked. */
export function samplesPart(group: Group, tickMs: number): Markup {
  if (group.samples.length === 0) return markup``;
  const shown = group.samples.slice(0, caps.samplesPerGroup);
  const more = group.samples.length - shown.length;
  return markup`<section class="part"><h4>${say("samples_title")}</h4>
<p class="note">${say("samples_note")}</p>
${shown.map((sample) => sampleCards(sample, tickMs))}
${more > 0 ? markup`<p class="note">${say("more_things", { n: more })}</p>` : null}</section>`;
}

function sampleCards(sample: SampleEvidence, tickMs: number): Markup {
  const model = cutText(sample.representative);
  const others = sample.variants.filter((variant) => variant.text !== sample.representative);
  const cards = (others.length > 0 ? others : sample.variants.slice(0, 1)).map((variant) => {
    const source = markup`<cite><bdi>${plain(cutText(variant.account, 40))}</bdi> · <time>${plain(toMoment(variant.at, tickMs))}</time></cite>`;
    const same = variant.text === sample.representative ? markup` <i>${say("samples_same")}</i>` : null;
    return markup`<li><blockquote dir="auto">${markDifferences(model, cutText(variant.text))}</blockquote>${source}${same}</li>\n`;
  });
  return markup`<p class="count">${say("samples_count", { accounts: sample.accounts, actions: sample.actions })}</p>
<ul class="samples"><li class="model"><blockquote dir="auto">${plain(model)}</blockquote><cite>${say("samples_representative")}</cite></li>
${cards}</ul>`;
}

function markDifferences(model: string, text: string): readonly Markup[] {
  return diffTexts(model, text).map((piece) =>
    piece.isSame ? markup`${plain(piece.text)}` : markup`<mark>${plain(piece.text)}</mark>`,
  );
}

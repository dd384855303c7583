import type { Explanation, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { fillPhrase, toGrouped, type Phrase } from "../words/phrase.ts";
import { explanationWords, fitsWords } from "../words/terms.ts";
import { markup, plain, type Markup } from "./markup.ts";

/** The honest readings that were weighed against the same evidence, best fitting first as the engine gives them. */
export function explanationsPart(group: Group): Markup {
  const body =
    group.explanations.length === 0
      ? markup`<p class="note">${say("explanations_none")}</p>`
      : markup`<ul class="explanations">${group.explanations.map(toItem)}</ul>`;
  return markup`<section class="part"><h4>${say("explanations_title")}</h4>${body}</section>`;
}

function toItem(explanation: Explanation): Markup {
  const { kind, fits, numbers } = explanation;
  const figures = Object.entries(numbers).map(
    ([key, value]) => markup`<span class="figure">${sayOpen(key)}: ${plain(toGrouped(value))}</span> `,
  );
  return markup`<li><span class="fits ${plain(fits)}">${fitsWords[fits]}</span> <b>${explanationWords[kind]}</b>
<p>${reasonOf(explanation)} ${figures}</p></li>\n`;
}

function reasonOf({ reason, numbers }: Explanation): Phrase {
  return fillPhrase(sayOpen(reason), numbers);
}

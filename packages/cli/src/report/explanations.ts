import type { Explanation, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { fillPhrase, type Phrase } from "../words/phrase.ts";
import { explanationWords, fitsWords } from "../words/terms.ts";
import { toPercent } from "../words/values.ts";
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
  const { kind, fits } = explanation;
  return markup`<li><span class="fits ${plain(fits)}">${fitsWords[fits]}</span> <b>${explanationWords[kind]}</b>
<p>${sayReason(explanation)}</p></li>\n`;
}

/** The reason with its numbers in it; a share reads as a percentage. */
function sayReason({ reason, numbers }: Explanation): Phrase {
  const values = Object.entries(numbers).map(
    ([key, value]) => [key, shares.has(key) ? toPercent(value) : value] as const,
  );
  return fillPhrase(sayOpen(reason), Object.fromEntries(values));
}

const shares: ReadonlySet<string> = new Set(["outsidersInWindow", "outsiders", "alone"]);

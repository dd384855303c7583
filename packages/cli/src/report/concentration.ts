import type { ConcentrationEvidence, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import type { Phrase } from "../words/phrase.ts";
import { traitWords } from "../words/terms.ts";
import { toPercent } from "../words/values.ts";
import { caps } from "./caps.ts";
import { markup, type Markup } from "./markup.ts";

/** Bars of the group's accounts on each value of a trait, against the population's share of the same value. */
export function concentrationPart(group: Group): Markup {
  if (group.concentration.length === 0) return markup``;
  return markup`<section class="part"><h4>${say("concentration_title")}</h4>
<p class="note">${say("concentration_note")}</p>
<div class="traits">${group.concentration.map(traitBars)}</div></section>`;
}

function traitBars(evidence: ConcentrationEvidence): Markup {
  const trait = traitWords[evidence.trait];
  const said = say("concentration_effective", {
    accounts: evidence.accountsKnown,
    effective: evidence.effective,
    expected: evidence.effectiveExpected,
  });
  const shown = evidence.bars.slice(0, caps.concentrationBars);
  const bars = shown.map((bar) => {
    const { group, population } = bar;
    const label = toLabel(bar.label, trait);
    const words = say("concentration_bar", { label, group: toPercent(group), population: toPercent(population) });
    return markup`<li><span class="label">${label}</span><span class="bar" aria-hidden="true"><svg viewBox="0 0 200 14" preserveAspectRatio="none"><rect width="${along(group)}" height="14"/><path d="M${along(population)} 0V14"/></svg></span><span class="share">${toPercent(group)}</span><span class="unseen">${words}</span></li>\n`;
  });
  return markup`<div><h5>${trait}</h5><p>${said}</p><ul class="bars">${bars}</ul></div>`;
}

/** The engine numbers values, as in `prefix 3`; the trait's own word takes the place of its key. */
function toLabel(label: string, trait: Phrase): Phrase {
  const ordinal = /(\d+)$/.exec(label)?.[1];
  if (ordinal === undefined) return { en: label, zh: label };
  return { en: `${trait.en} ${ordinal}`, zh: `${trait.zh} ${ordinal}` };
}

function along(share: number): number {
  return Math.round(share * 200);
}

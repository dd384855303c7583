import type { FamilyName, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { joinPhrases, type Phrase } from "../words/phrase.ts";
import { familyWords, kindWords, layerWords } from "../words/terms.ts";
import { toMoment, toUnlikeliness } from "../words/values.ts";
import { accountsPart } from "./accounts.ts";
import { concentrationPart } from "./concentration.ts";
import { evidencePart } from "./evidence.ts";
import { explanationsPart } from "./explanations.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { networkFigure } from "./network.ts";
import { objectsPart } from "./objects.ts";
import { samplesPart } from "./samples.ts";
import { timelineFigure } from "./timeline.ts";

/** One group whole: what is said about it, then everything that it is said from. */
export function groupArticle(group: Group, tickMs: number): Markup {
  const name = say("group_name", { id: group.id });
  return markup`<article class="group ${plain(group.kind)}" id="${plain(group.id)}" aria-labelledby="${plain(group.id)}-name">
<h3 id="${plain(group.id)}-name">${name} <span class="kind ${plain(group.kind)}">${kindWords[group.kind]}</span></h3>
<p class="said">${sayGroup(group, tickMs)} ${sayAuthenticity(group)}</p>
<div class="figures">${networkFigure(group)}${timelineFigure(group, tickMs)}</div>
${evidencePart(group, tickMs)}
${samplesPart(group, tickMs)}
${concentrationPart(group)}
${explanationsPart(group)}
${objectsPart(group, tickMs)}
${accountsPart(group)}
</article>\n`;
}

export function sayLayers(group: Group): Phrase {
  return joinPhrases(group.layers.map((layer) => layerWords[layer]));
}

/** The families of the inauthentic axis in which the group is significant. */
export function sayFamilies(group: Group): Phrase {
  const held = new Set<FamilyName>(group.inauthentic.filter((one) => one.significant).map((one) => one.family));
  return joinPhrases([...held].map((family) => familyWords[family]));
}

function sayGroup(group: Group, tickMs: number): Phrase {
  return say("group_said", {
    n: group.accounts.length,
    things: group.objects.length,
    layers: sayLayers(group),
    from: toMoment(group.from, tickMs),
    to: toMoment(group.to, tickMs),
    chance: toUnlikeliness(group),
  });
}

function sayAuthenticity(group: Group): Phrase {
  if (group.kind === "campaign") return say("group_campaign", { families: sayFamilies(group) });
  const isOddOtherwise = group.inauthentic.some((signal) => signal.significant);
  return isOddOtherwise ? say("group_unknown_odd", { families: sayFamilies(group) }) : say("group_unknown");
}

import { toSelectionWords, type Selection } from "@breakwater/records";
import type { Findings } from "@breakwater/engine";
import type { Analysis } from "../analysis.ts";
import { say } from "../words/catalogue.ts";
import { toPhrase, type Phrase } from "../words/phrase.ts";
import { toMoment, toPercent } from "../words/values.ts";
import { markup, type Markup } from "./markup.ts";

/** What was found, in a heading, one paragraph and five figures. */
export function summaryPart({ findings, run }: Analysis): Markup {
  const { population, clock } = findings;
  const tick = Math.max(clock.tickMs, 60_000);
  const isEmpty = population.actions === 0;
  const period = isEmpty ? "–" : `${toMoment(findings.from, tick)} – ${toMoment(findings.to, tick)}`;
  const tiles: readonly (readonly [Phrase, Phrase])[] = [
    [toPhrase(population.actions), say("tile_actions")],
    [toPhrase(population.accounts), say("tile_accounts")],
    [toPhrase(findings.candidatesTested), say("tile_tested")],
    [toPhrase(period), say("tile_period")],
    [saySelection(run.engine.selection), say("tile_selection")],
  ];
  return markup`<section id="summary" aria-labelledby="headline">
<p class="eyebrow">${say("report_title")}</p>
<h1 id="headline">${sayHeadline(findings)}</h1>
<p class="lead">${sayLead(findings)}</p>
<dl class="tiles">${tiles.map(([value, name]) => markup`<div><dt>${name}</dt><dd>${value}</dd></div>`)}</dl>
<aside class="meaning" aria-labelledby="meaning"><h2 id="meaning">${say("meaning_title")}</h2>
<ul><li>${say("meaning_coordinated")}</li><li>${say("meaning_campaign")}</li><li>${say("meaning_people")}</li></ul></aside>
</section>`;
}

export function sayHeadline(findings: Findings): Phrase {
  const campaigns = findings.groups.filter((group) => group.kind === "campaign").length;
  const coordinated = findings.groups.length - campaigns;
  if (campaigns > 0 && coordinated > 0) return say("headline_both", { campaigns, coordinated });
  if (campaigns > 0) return say("headline_campaigns", { campaigns });
  if (coordinated > 0) return say("headline_coordinated", { coordinated });
  return isTooLittle(findings) ? say("headline_too_little") : say("headline_none");
}

export function sayLead(findings: Findings): Phrase {
  const { population, groups, fdr, candidatesTested } = findings;
  const { accounts, actions } = population;
  if (groups.length > 0) {
    const members = new Set(groups.flatMap((group) => group.accounts.map((member) => member.account))).size;
    return say("lead_found", { members, accounts, fdr: toPercent(fdr) });
  }
  if (isTooLittle(findings)) return say("lead_too_little", { actions, accounts });
  return say("lead_none", { tested: candidatesTested, accounts });
}

export function saySelection(selection: Selection): Phrase {
  if (selection.kind === "not_stated") return { en: "not stated", zh: "未说明" };
  if (selection.kind === "none") return { en: "nothing: all there was", zh: "未经选取（全部）" };
  if (selection.kind === "accounts") return { en: "chosen accounts", zh: "选定的账号" };
  return toPhrase(toSelectionWords(selection));
}

/** Nothing could be tested, and the engine says that it is for want of data. */
function isTooLittle({ candidatesTested, insufficient }: Findings): boolean {
  return candidatesTested === 0 && insufficient.length > 0;
}

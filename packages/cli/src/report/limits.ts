import type { FamilyName, Findings, LayerName } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { sayOpen } from "../words/open-words.ts";
import { toGrouped, type Phrase } from "../words/phrase.ts";
import { familyWords, layerWords } from "../words/terms.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

/** What the figures above do not cover: too little data, tests that were switched off, bounds that were reached. */
export function limitsPart(findings: Findings): Markup {
  const { insufficient, switchedOff, limits } = findings;
  const isWhole = insufficient.length + switchedOff.length + limits.length === 0;
  return markup`<section id="limits"><h2>${say("limits_title")}</h2>
${isWhole ? markup`<p>${say("limits_none")}</p>` : null}
${insufficient.length > 0 ? insufficientTable(findings) : null}
${switchedOff.length > 0 ? switchedOffTable(findings) : null}
${limits.length > 0 ? reachedTable(findings) : null}</section>`;
}

/** The words of whatever a refusal is about. A family and a layer may share no name, so one look-up serves both. */
export function sayWhat(what: FamilyName | LayerName | "input"): Phrase {
  if (what === "input") return say("input_caption");
  return isFamily(what) ? familyWords[what] : layerWords[what];
}

function isFamily(what: FamilyName | LayerName): what is FamilyName {
  return Object.hasOwn(familyWords, what);
}

function insufficientTable({ insufficient }: Findings): Markup {
  const columns = [
    { title: say("column_what") },
    { title: say("column_why") },
    { title: say("column_have"), isNumber: true },
    { title: say("column_need"), isNumber: true },
  ];
  const rows = insufficient.map(({ what, reason, have, need }) => [
    markup`${sayWhat(what)}`,
    markup`${sayOpen(reason)}`,
    markup`${plain(toGrouped(have))}`,
    markup`${plain(toGrouped(need))}`,
  ]);
  return table({ caption: say("insufficient_caption"), columns, rows });
}

function switchedOffTable({ switchedOff }: Findings): Markup {
  const columns = [{ title: say("column_what") }, { title: say("column_why") }];
  const rows = switchedOff.map(({ what, reason }) => [markup`${sayWhat(what)}`, markup`${sayOpen(reason)}`]);
  return table({ caption: say("switched_off_caption"), columns, rows });
}

function reachedTable({ limits }: Findings): Markup {
  const columns = [
    { title: say("column_limit") },
    { title: say("column_value"), isNumber: true },
    { title: say("column_times"), isNumber: true },
  ];
  const rows = limits.map(({ limit, value, times }) => [
    markup`${sayOpen(limit)} <code>${plain(limit)}</code>`,
    markup`${plain(toGrouped(value))}`,
    markup`${plain(toGrouped(times))}`,
  ]);
  return table({ caption: say("reached_caption"), columns, rows });
}

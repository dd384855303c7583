import type { Findings, Group } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { toGrouped } from "../words/phrase.ts";
import { kindWords } from "../words/terms.ts";
import { toMoment, toUnlikeliness } from "../words/values.ts";
import { caps } from "./caps.ts";
import { sayLayers } from "./group.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

const columns = [
  { title: say("column_group") },
  { title: say("column_kind") },
  { title: say("column_accounts"), isNumber: true },
  { title: say("column_things"), isNumber: true },
  { title: say("column_layers") },
  { title: say("column_period") },
  { title: say("column_chance"), isNumber: true },
];

/** All groups in one table, each linked to its details further down. */
export function groupsTable({ groups, clock }: Findings): Markup {
  const shown = groups.slice(0, caps.groupsListed);
  const more = groups.length - shown.length;
  const rows = shown.map((group, index) => toCells(group, index < caps.groupsDetailed, clock.tickMs));
  return markup`${table({ caption: say("groups_caption"), isCaptionHidden: true, columns, rows })}
${more > 0 ? markup`<p class="note">${say("more_groups", { n: more })}</p>` : null}`;
}

function toCells(group: Group, isDetailed: boolean, tickMs: number): readonly Markup[] {
  const id = plain(group.id);
  return [
    isDetailed ? markup`<a href="#${id}">${id}</a>` : markup`${id}`,
    markup`<span class="kind ${plain(group.kind)}">${kindWords[group.kind]}</span>`,
    markup`${plain(toGrouped(group.accounts.length))}`,
    markup`${plain(toGrouped(group.objects.length))}`,
    markup`${sayLayers(group)}`,
    markup`<time>${plain(toMoment(group.from, Math.max(tickMs, 60_000)))}</time> – <time>${plain(toMoment(group.to, Math.max(tickMs, 60_000)))}</time>`,
    markup`${toUnlikeliness(group)}`,
  ];
}

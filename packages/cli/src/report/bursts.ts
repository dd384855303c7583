import type { Findings } from "@breakwater/engine";
import { say } from "../words/catalogue.ts";
import { toGrouped } from "../words/phrase.ts";
import { layerWords } from "../words/terms.ts";
import { toChance, toDuration, toMoment } from "../words/values.ts";
import { caps, cutText } from "./caps.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

const columns = [
  { title: say("column_time") },
  { title: say("column_object") },
  { title: say("column_layer") },
  { title: say("column_accounts"), isNumber: true },
  { title: say("column_expected"), isNumber: true },
  { title: say("column_window_length"), isNumber: true },
  { title: say("column_chance"), isNumber: true },
];

/** The bursts that would have been raised live. */
export function burstsPart({ bursts, clock }: Findings): Markup {
  if (bursts.length === 0) return markup``;
  const rows = bursts
    .slice(0, caps.bursts)
    .map((burst) => [
      markup`<time>${plain(toMoment(burst.at, clock.tickMs))}</time>`,
      markup`<bdi>${plain(cutText(burst.object ?? "–", 90))}</bdi>`,
      markup`${burst.layer === "stream" ? say("stream") : layerWords[burst.layer]}`,
      markup`${plain(toGrouped(burst.accounts))}`,
      markup`${plain(toGrouped(burst.expected))}`,
      markup`${toDuration(burst.windowMs)}`,
      markup`${say("chance_about", { chance: toChance(burst.p) })}`,
    ]);
  const more = bursts.length - rows.length;
  return markup`<section id="bursts"><h2>${say("bursts_title")}</h2>
${table({ caption: say("bursts_caption"), columns, rows })}
${more > 0 ? markup`<p class="note">${say("more_bursts", { n: more })}</p>` : null}</section>`;
}

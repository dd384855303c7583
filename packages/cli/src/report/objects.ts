import type { Group, SharedObject } from "@breakwater/engine";
import { objectKinds } from "@breakwater/records";
import { say } from "../words/catalogue.ts";
import { toGrouped } from "../words/phrase.ts";
import { layerWords } from "../words/terms.ts";
import { toMoment } from "../words/values.ts";
import { caps, cutText } from "./caps.ts";
import { markup, plain, type Markup } from "./markup.ts";
import { table } from "./table.ts";

const columns = [
  { title: say("column_object") },
  { title: say("column_layer") },
  { title: say("column_members"), isNumber: true },
  { title: say("column_window"), isNumber: true },
  { title: say("column_expected"), isNumber: true },
  { title: say("column_window_at") },
];

/** The things on which the group was in step. */
export function objectsPart(group: Group, tickMs: number): Markup {
  const shown = group.objects.slice(0, caps.objectsPerGroup);
  const more = group.objects.length - shown.length;
  const rows = shown.map((object) => toCells(object, tickMs));
  return markup`<section class="part"><h4>${say("objects_title")}</h4>
${table({ caption: say("objects_caption"), columns, rows })}
${more > 0 ? markup`<p class="note">${say("more_things", { n: more })}</p>` : null}</section>`;
}

function toCells(object: SharedObject, tickMs: number): readonly Markup[] {
  return [
    markup`<bdi>${plain(cutText(withoutKind(object.id), 90))}</bdi>`,
    markup`${layerWords[object.layer]}`,
    markup`${plain(`${toGrouped(object.members)} / ${toGrouped(object.accounts)}`)}`,
    markup`${plain(toGrouped(object.inWindow))}`,
    markup`${plain(toGrouped(object.expected))}`,
    markup`<time>${plain(toMoment(object.windowFrom, tickMs))}</time>`,
  ];
}

/** Objects are called `url:…`; the kind stands in a column of its own. */
function withoutKind(id: string): string {
  const [kind = ""] = id.split(":", 1);
  return objectKinds.some((known) => known === kind) ? id.slice(kind.length + 1) : id;
}

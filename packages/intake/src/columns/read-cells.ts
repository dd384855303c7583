import type { ActionKind, ObjectRef } from "@breakwater/records";
import type { Draft } from "../door/draft.ts";
import type { Cells } from "../formats/reader.ts";
import type { ColumnPlan } from "./column-plan.ts";
import { splitValues, toObjectRef } from "./split-values.ts";

/** The draft that a plan reads from one record. */
export function readCells(plan: ColumnPlan, cells: Cells): Draft {
  const { single } = plan;
  const read = (index: number): string => (index < 0 ? "" : cells.cell(index));
  const kind = single.kind < 0 ? "" : cells.cell(single.kind);
  const objects = readObjects(plan, cells);
  return {
    id: read(single.id),
    account: read(single.account),
    at: cells.cell(single.at),
    kind: kind === "" ? inferKind(plan, objects) : kind,
    text: read(single.text),
    objects,
    address: read(single.ip),
    prefix: "",
    asn: read(single.asn),
    region: read(single.region),
    device: read(single.device),
    client: read(single.client),
    created: read(single.created),
  };
}

/** A row that answers or repeats nothing is a post of its own. */
function inferKind(plan: ColumnPlan, objects: readonly ObjectRef[]): ActionKind {
  const isOnPost = plan.kind === "reply" || plan.kind === "repost";
  return isOnPost && !objects.some((object) => object.kind === "post") ? "post" : plan.kind;
}

function readObjects(plan: ColumnPlan, cells: Cells): readonly ObjectRef[] {
  const objects: ObjectRef[] = [];
  for (const { kind, index } of plan.objects) {
    const cell = cells.cell(index);
    if (cell === "") continue;
    if (kind === "post" && plan.preset?.postIsAnything) objects.push(toAnyObject(cell));
    else if (kind === "post" || kind === "room" || kind === "product") objects.push({ kind, id: cell });
    else for (const value of splitValues(cell, kind)) pushOnce(objects, toObjectRef(kind, value));
  }
  return objects;
}

/** CooRTweet's `object_id` may be a post, an address or a hashtag, and only its look says which. */
function toAnyObject(cell: string): ObjectRef {
  if (cell.startsWith("http://") || cell.startsWith("https://")) return { kind: "url", id: cell };
  return cell.startsWith("#") ? toObjectRef("hashtag", cell) : { kind: "post", id: cell };
}

function pushOnce(objects: ObjectRef[], object: ObjectRef): void {
  if (object.id !== "" && !objects.some((known) => known.kind === object.kind && known.id === object.id))
    objects.push(object);
}

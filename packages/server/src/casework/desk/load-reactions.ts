import { listReactions, type DeskEvent, type ObjectKind, type Order, type Sight } from "@breakwater/casework";
import { relations } from "../projection/list-links.ts";
import type { CaseworkStore } from "../store/casework-store.ts";
import type { Unit } from "./unit.ts";

type Reading = { readonly unit: Unit; readonly store: CaseworkStore };

/**
 * What an event asks of other objects, by the one table of casework. That table looks at objects as it goes; what it may look at is read
 * here first, by index. Where it comes to look at more, the unit says so by throwing.
 */
export async function loadReactions(event: DeskEvent, { unit, store }: Reading): Promise<readonly Order[]> {
  const leads: string[] = [];
  const decisions: string[] = [];
  if (event.object === "lead") {
    await unit.load("lead", event.id);
    if (event.event.kind === "lead_merged") await unit.load("lead", event.event.into);
    if (event.event.kind === "lead_accepted") {
      leads.push(...(await loadLinked("lead", [[relations.mergedInto, event.id]], { unit, store })));
    }
  }
  if (event.object === "decision" && event.event.kind === "step_confirmed" && event.event.step === "later_decisions") {
    const keys = event.event.measures.map((measure) => [relations.reliesOn, measure] as const);
    decisions.push(...(await loadLinked("decision", keys, { unit, store })));
  }
  const sight: Sight = {
    getLead: (id) => unit.get("lead", id),
    getCase: (id) => unit.get("case", id),
    getDecision: (id) => unit.get("decision", id),
    listLeads: () => leads.map((id) => [id, unit.get("lead", id)] as const),
    listDecisions: () => decisions.map((id) => [id, unit.get("decision", id)] as const),
  };
  return listReactions(event, sight);
}

/** In the order in which they were created, as a desk in memory would find them. */
async function loadLinked(
  object: ObjectKind,
  keys: readonly (readonly [string, string])[],
  { unit, store }: Reading,
): Promise<readonly string[]> {
  const ids = new Set<string>();
  for (const [relation, key] of keys) for (const { id } of await store.findLinks(relation, key)) ids.add(id);
  for (const id of ids) await unit.load(object, id);
  return [...ids].sort((a, b) => unit.getCreated(object, a) - unit.getCreated(object, b));
}

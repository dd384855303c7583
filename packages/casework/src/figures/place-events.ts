import type { ObjectKind } from "../desk/machines.ts";
import type { AnyEvent, PlacedAct } from "./act.ts";
import { describeEvent } from "./describe-event.ts";
import { learn, nothingKnown, type Known } from "./known.ts";
import { findOrigin } from "./origin.ts";

export type EventToPlace = { readonly object: ObjectKind; readonly id: string; readonly event: AnyEvent };

/**
 * Reads events of casework as acts, in their order: what a service counts its own figures from, where the ledger's readers have only the
 * clear facts. Memory: what later events of decisions and determinations are told with.
 */
export function createEventPlacer(): (happening: EventToPlace) => PlacedAct {
  const held = new Map<string, Known>();
  return ({ object, id, event }) => {
    const key = `${object}/${id}`;
    const before = held.get(key) ?? nothingKnown;
    const known = learn(before, event);
    if (known !== before) held.set(key, known);
    const origin = findOrigin(event);
    return { ...describeEvent(event, known), key, origin: origin === null ? null : `${origin.object}/${origin.id}` };
  };
}

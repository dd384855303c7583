import type { DecisionState, HoldState } from "@breakwater/casework";
import type { Told } from "../desk/execute.ts";
import type { StoredEvent } from "../store/casework-store.ts";

/**
 * What the platform is asked to do about an event, once the ledger holds it and not before: ids of the platform and code words. An
 * effect comes from a decision or a hold; there is no other way to one.
 */
export function listEffects({ object, id, event }: StoredEvent, state: unknown): readonly Told[] {
  if (object === "decision") return listMeasureEffects(id, event, state as DecisionState);
  return object === "hold" ? listHoldEffects(id, event, state as HoldState) : [];
}

function listMeasureEffects(
  decision: string,
  event: StoredEvent["event"],
  { opening, measures }: DecisionState,
): readonly Told[] {
  if (event.kind !== "effect_ordered" && event.kind !== "reversal_ordered") return [];
  const record = measures[event.measure];
  if (record === undefined) return [];
  const { type, target } = record.planned;
  const data = { decision, measure: event.measure, type, target, account: opening?.account ?? null };
  return event.kind === "effect_ordered"
    ? [{ kind: "measure.apply", data: { ...data, endsAt: record.endAt } }]
    : [{ kind: "measure.reverse", data }];
}

function listHoldEffects(hold: string, event: StoredEvent["event"], { content, endsAt }: HoldState): readonly Told[] {
  if (content === null) return [];
  const data = { hold, item: content.item, slot: content.slot };
  switch (event.kind) {
    case "hold_placed":
      return [{ kind: "hold.place", data: { ...data, endsAt } }];
    case "hold_released":
    case "hold_expired":
      return [{ kind: "hold.release", data }];
    default:
      return [];
  }
}

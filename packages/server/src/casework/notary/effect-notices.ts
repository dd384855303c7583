import type { DecisionState, HoldState } from "@breakwater/casework";
import type { Told } from "../desk/desk-notices.ts";
import type { StoredEvent } from "../store/casework-store.ts";

/**
 * What the platform is asked to do about an event, once the ledger holds it and not before: ids of the platform and code words. An
 * effect comes from a decision or a hold; there is no other way to one.
 */
export function listEffects({ object, id, event }: StoredEvent, state: unknown): readonly Told[] {
  if (object === "decision") return listMeasureEffects(id, event, state as DecisionState);
  return object === "hold" ? listHoldEffects(id, event, state as HoldState) : [];
}

function listMeasureEffects(decision: string, event: StoredEvent["event"], state: DecisionState): readonly Told[] {
  if (event.kind !== "effect_ordered" && event.kind !== "reversal_ordered") return [];
  const kind = event.kind === "effect_ordered" ? "measure.apply" : "measure.reverse";
  const notice = toMeasureNotice(kind, { decision, measure: event.measure }, state);
  return notice === null ? [] : [notice];
}

/** `effect` names it when the platform says what came of it. */
export function toMeasureNotice(
  kind: "measure.apply" | "measure.reverse",
  { decision, measure }: { readonly decision: string; readonly measure: string },
  { opening, measures }: DecisionState,
): Told | null {
  const record = measures[measure];
  if (record === undefined) return null;
  const { type, target } = record.planned;
  const effect = kind === "measure.apply" ? `${measure}.apply` : `${measure}.reverse`;
  const data = { effect, decision, measure, type, target, account: opening?.account ?? null };
  return kind === "measure.apply" ? { kind, data: { ...data, endsAt: record.endAt } } : { kind, data };
}

function listHoldEffects(hold: string, event: StoredEvent["event"], state: HoldState): readonly Told[] {
  const kind = holdKinds[event.kind];
  const notice = kind === undefined ? null : toHoldNotice(kind, hold, state);
  return notice === null ? [] : [notice];
}

const holdKinds: Readonly<Record<string, "hold.place" | "hold.release">> = {
  hold_placed: "hold.place",
  hold_released: "hold.release",
  hold_expired: "hold.release",
};

export function toHoldNotice(
  kind: "hold.place" | "hold.release",
  hold: string,
  { content, endsAt }: HoldState,
): Told | null {
  if (content === null) return null;
  const effect = kind === "hold.place" ? `${hold}.place` : `${hold}.release`;
  const data = { effect, hold, item: content.item, slot: content.slot };
  return kind === "hold.place" ? { kind, data: { ...data, endsAt } } : { kind, data };
}

import type { DecisionState, HoldState, Instant } from "@breakwater/casework";
import type { Change } from "../desk/execute.ts";
import type { Effect, EffectKind, EffectStore } from "./effect-store.ts";

const minuteMs = 60_000;
/** How long the platform is left alone after each failure; after the last, each time as long. */
const pausesMs = [1, 5, 30, 120, 720].map((minutes) => minutes * minuteMs);

export function findRetryAt(at: Instant, failures: number): Instant {
  return at + (pausesMs[Math.min(failures, pausesMs.length) - 1] ?? minuteMs);
}

/** Names an effect: each measure is applied and reversed once, each hold placed and released once. */
export function effectId(kind: EffectKind, of: string): string {
  return `${of}.${kind.split(".")[1] ?? ""}`;
}

/** Writes down what an event orders from the platform, and what it says the platform did. */
export async function takeEffects({ event, unit }: Change, effects: EffectStore): Promise<void> {
  const { id } = event;
  if (event.object === "hold") return takeHold(id, event.event, unit.get("hold", id), effects);
  if (event.object !== "decision") return;
  const { at } = event.event;
  const state = unit.get("decision", id);
  switch (event.event.kind) {
    case "effect_ordered":
      return order("measure.apply", event.event.measure, state, at, effects);
    case "reversal_ordered": {
      // What was asked and not answered needs no answer any more.
      await settle(effects, effectId("measure.apply", event.event.measure), (effect) => ({ ...effect, retryAt: null }));
      return order("measure.reverse", event.event.measure, state, at, effects);
    }
    case "measure_applied":
      return settle(effects, effectId("measure.apply", event.event.measure), toConfirmed(at));
    case "measure_ended": {
      await settle(effects, effectId("measure.apply", event.event.measure), (effect) => ({ ...effect, retryAt: null }));
      return settle(effects, effectId("measure.reverse", event.event.measure), toConfirmed(at));
    }
    case "effect_failed": {
      const { measure, reason } = event.event;
      const isReversal = state.measures[measure]?.status === "reversing";
      const name = effectId(isReversal ? "measure.reverse" : "measure.apply", measure);
      return settle(effects, name, (effect) => {
        const failures = effect.failures + 1;
        return { ...effect, state: "failed", answeredAt: at, failures, reason, retryAt: findRetryAt(at, failures) };
      });
    }
    default:
      return;
  }
}

function toConfirmed(at: Instant) {
  return (effect: Effect): Effect => ({ ...effect, state: "confirmed", answeredAt: at, retryAt: null });
}

async function settle(effects: EffectStore, id: string, change: (effect: Effect) => Effect): Promise<void> {
  const effect = await effects.find(id);
  if (effect !== null) await effects.put(change(effect));
}

/** Asked for the first time, or again after a failure. */
async function order(
  kind: EffectKind,
  measure: string,
  { opening, measures }: DecisionState,
  at: Instant,
  effects: EffectStore,
): Promise<void> {
  const planned = measures[measure]?.planned;
  if (planned === undefined || opening === null) return;
  const id = effectId(kind, measure);
  const before = await effects.find(id);
  await effects.put({
    id,
    kind,
    decision: opening.decision,
    hold: null,
    measure,
    type: planned.type,
    target: planned.target,
    account: opening.account,
    state: "asked",
    askedAt: at,
    answeredAt: before?.answeredAt ?? null,
    failures: before?.failures ?? 0,
    reason: before?.reason ?? null,
    retryAt: null,
  });
}

async function takeHold(
  id: string,
  event: { readonly kind: string; readonly at: Instant },
  { content }: HoldState,
  effects: EffectStore,
): Promise<void> {
  if (content === null) return;
  const isOver = event.kind === "hold_released" || event.kind === "hold_expired";
  if (!isOver && event.kind !== "hold_placed") return;
  const kind = isOver ? "hold.release" : "hold.place";
  await effects.put({
    id: effectId(kind, id),
    kind,
    decision: content.decision,
    hold: id,
    measure: null,
    type: content.slot === "trend" ? "hold_trend" : "hold_item",
    target: { kind: "item", id: content.item },
    account: content.author,
    state: "asked",
    askedAt: event.at,
    answeredAt: null,
    failures: 0,
    reason: null,
    retryAt: null,
  });
}

import type { Acting } from "../kernel/machine.ts";
import { hasEnded, isRestoring, ownSteps, type DecisionState, type Restoration } from "./decision.ts";
import type { DecisionEvent } from "./decision-commands.ts";

/**
 * The events that begin to give back `measures` of a decision: what the platform has is ordered back, what it never had ends at once,
 * and what rests on them in our own house (strikes, labels a detector learnt from, levels chosen later) is put on the list.
 */
export function listRestorationEvents(
  state: DecisionState,
  measures: readonly string[],
  { cause, acting }: { readonly cause: Restoration["cause"]; readonly acting: Acting },
): readonly DecisionEvent[] {
  const { stamp } = acting;
  const standing = measures.flatMap((id) => {
    const record = state.measures[id];
    return record === undefined || hasEnded(record) ? [] : [record];
  });
  const atPlatform = standing.filter(
    ({ status }) => status === "applying" || status === "active" || status === "reversing",
  );
  const neverApplied = standing.filter(({ status }) => status === "planned" || status === "failed");
  const earlier = isRestoring(state) ? state.restoration : null;
  const restoration: Restoration = {
    cause,
    startedAt: earlier?.startedAt ?? stamp.at,
    dueAt: (earlier?.startedAt ?? stamp.at) + acting.settings.restoreMs,
    measures: [...new Set([...(earlier?.measures ?? []), ...measures])],
    pendingMeasures: [
      ...new Set([...(earlier?.pendingMeasures ?? []), ...atPlatform.map(({ planned }) => planned.id)]),
    ],
    pendingSteps: [...ownSteps],
    restoredAt: null,
  };
  const account = state.opening?.account ?? "";
  return [
    { kind: "restoration_started", restoration, measures, ...stamp },
    ...atPlatform.map(({ planned }): DecisionEvent => ({
      ...stamp,
      kind: "reversal_ordered",
      measure: planned.id,
      endsAs: "reversed",
    })),
    ...neverApplied.map(({ planned }): DecisionEvent => ({
      ...stamp,
      kind: "measure_ended",
      measure: planned.id,
      account,
      endsAs: "reversed",
    })),
  ];
}

/** `events`, and that everything is back if nothing is left after them. */
export function closeRestoration(
  state: DecisionState,
  events: readonly DecisionEvent[],
  { stamp }: Acting,
): readonly DecisionEvent[] {
  const { restoration } = state;
  if (restoration === null || !isRestoring(state)) return events;
  const measures = events.flatMap((event) => (event.kind === "measure_ended" ? [event.measure] : []));
  const steps: readonly string[] = events.flatMap((event) => (event.kind === "step_confirmed" ? [event.step] : []));
  const isDone =
    restoration.pendingMeasures.every((id) => measures.includes(id)) &&
    restoration.pendingSteps.every((step) => steps.includes(step));
  return isDone ? [...events, { kind: "restored", tookMs: stamp.at - restoration.startedAt, ...stamp }] : events;
}

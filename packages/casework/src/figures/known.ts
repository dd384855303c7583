import type { DecisionState } from "../decisions/decision.ts";
import type { DeterminationState } from "../determinations/determination.ts";
import type { Instant } from "../kernel/time.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import type { TargetKind } from "../ladder/measure-types.ts";
import type { AnyEvent } from "./act.ts";

/** What earlier events of the same object said, that a later one is told with. */
export type Known = {
  readonly measures: Readonly<Record<string, { readonly type: MeasureType; readonly target: TargetKind }>>;
  /** By whom, when and in which role: for the time that an appeal took. */
  readonly appeals: Readonly<Record<string, { readonly at: Instant; readonly as: string }>>;
  readonly requests: Readonly<Record<string, Instant>>;
};

export const nothingKnown: Known = { measures: {}, appeals: {}, requests: {} };

/** What there is to know after one event more. */
export function learn(known: Known, event: AnyEvent): Known {
  switch (event.kind) {
    case "decision_opened": {
      const named = event.opening.measures.map(({ id, type, target }) => [id, { type, target: target.kind }] as const);
      return { ...known, measures: Object.fromEntries(named) };
    }
    case "appealed":
      return { ...known, appeals: { ...known.appeals, [event.by]: { at: event.at, as: event.as } } };
    case "correction_asked":
      return { ...known, requests: { ...known.requests, [event.request]: event.at } };
    default:
      return known;
  }
}

/** The same, off the state of the object; a later state will do. */
export function knowDecision({ measures, appeals }: DecisionState): Known {
  const planned = Object.entries(measures).map(
    ([id, { planned }]) => [id, { type: planned.type, target: planned.target.kind }] as const,
  );
  const made = Object.entries(appeals).map(([id, { at, as }]) => [id, { at, as }] as const);
  return { ...nothingKnown, measures: Object.fromEntries(planned), appeals: Object.fromEntries(made) };
}

export function knowDetermination({ requests }: DeterminationState): Known {
  const asked = Object.entries(requests).map(([id, { askedAt }]) => [id, askedAt] as const);
  return { ...nothingKnown, requests: Object.fromEntries(asked) };
}

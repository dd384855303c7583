import { getLevelRule } from "./levels.ts";
import { getMeasureRule, type MeasureType } from "./measure-types.ts";
import type { Target } from "./planned-measure.ts";
import type { Instant } from "../kernel/time.ts";

/** A measure in force, as the platform keeps it. */
export type Effect = {
  readonly id: string;
  readonly decision: string;
  readonly type: MeasureType;
  readonly target: Target;
  readonly startedAt: Instant;
};

/**
 * What is in force against one account. Effects are kept by id and never merged: an item removed by two decisions comes back only
 * when both are reversed, and reversing one gives back exactly what stood before it, in whatever order.
 */
export type Standing = { readonly effects: Readonly<Record<string, Effect>> };

export const cleanStanding: Standing = { effects: {} };

/** Applying what is applied already changes nothing. */
export function applyEffect(standing: Standing, effect: Effect): Standing {
  return Object.hasOwn(standing.effects, effect.id)
    ? standing
    : { effects: { ...standing.effects, [effect.id]: effect } };
}

/** Reversing what is not in force changes nothing. */
export function reverseEffect(standing: Standing, id: string): Standing {
  if (!Object.hasOwn(standing.effects, id)) return standing;
  const { [id]: _, ...rest } = standing.effects;
  return { effects: rest };
}

/** What a person would see: for each target the measure types that hold on it, each once, in order. */
export function listInForce(standing: Standing): Readonly<Record<string, readonly MeasureType[]>> {
  const byTarget: Record<string, readonly MeasureType[]> = {};
  for (const { target, type } of Object.values(standing.effects)) {
    const key = `${target.kind}:${target.id}`;
    byTarget[key] = [...new Set([...(byTarget[key] ?? []), type])].sort();
  }
  return byTarget;
}

export type Strike = {
  readonly measure: string;
  readonly decision: string;
  readonly at: Instant;
  readonly until: Instant;
};

/** The strike that a measure leaves when it takes effect, or null. Taken back with the measure when that is reversed. */
export function findStrike(effect: Effect): Strike | null {
  const { strikeMs } = getLevelRule(getMeasureRule(effect.type).level);
  if (strikeMs === 0) return null;
  return { measure: effect.id, decision: effect.decision, at: effect.startedAt, until: effect.startedAt + strikeMs };
}

export function countStrikes(strikes: readonly Strike[], at: Instant): number {
  return strikes.filter((strike) => strike.at <= at && at < strike.until).length;
}

/** A later decision, and the strikes that its level was chosen on. */
export type StrikeReliance = { readonly decision: string; readonly strikes: readonly string[] };

/** Decisions whose level has to be chosen again because a strike that they rested on is gone. */
export function listDecisionsToRecompute(
  reliances: readonly StrikeReliance[],
  reversedMeasures: readonly string[],
): readonly string[] {
  return reliances
    .filter(({ strikes }) => strikes.some((strike) => reversedMeasures.includes(strike)))
    .map(({ decision }) => decision);
}

import type { Strike } from "../kernel/related.ts";
import type { Instant } from "../kernel/time.ts";
import { getLevelRule } from "../ladder/levels.ts";
import { getMeasureRule, type MeasureType } from "../ladder/measure-types.ts";
import type { Target } from "../ladder/planned-measure.ts";
import type { DecisionEvent } from "../decisions/decision-commands.ts";

/** A measure in force, as the platform keeps it. */
export type Effect = {
  readonly id: string;
  readonly decision: string;
  readonly type: MeasureType;
  readonly target: Target;
  readonly startedAt: Instant;
};

/**
 * What stands against one account, read off its decisions; there is no score. Effects are kept by id and never merged: an item removed
 * by two decisions comes back only when both are reversed, and reversing one gives back exactly what stood before it, in whatever order.
 */
export type AccountRecord = {
  readonly effects: Readonly<Record<string, Effect>>;
  /** By the measure that left it. */
  readonly strikes: Readonly<Record<string, Strike>>;
};

export const cleanRecord: AccountRecord = { effects: {}, strikes: {} };

/** The record after one event of a decision. Total: events that do not touch an account leave it as it is. */
export function evolveAccount(record: AccountRecord, event: DecisionEvent): AccountRecord {
  switch (event.kind) {
    case "measure_applied": {
      const { effect } = event;
      // A confirmation that comes twice changes nothing.
      if (Object.hasOwn(record.effects, effect.id)) return record;
      const strike = findStrike(effect);
      return {
        effects: { ...record.effects, [effect.id]: effect },
        strikes: strike === null ? record.strikes : { ...record.strikes, [effect.id]: strike },
      };
    }
    case "measure_ended":
      return {
        effects: without(record.effects, event.measure),
        // What ran its time leaves its strike to decay; what was reversed leaves nothing.
        strikes: event.endsAs === "reversed" ? without(record.strikes, event.measure) : record.strikes,
      };
    case "step_confirmed":
      return event.step === "strikes"
        ? { ...record, strikes: event.measures.reduce((strikes, id) => without(strikes, id), record.strikes) }
        : record;
    default:
      return record;
  }
}

function findStrike({ id, decision, type, startedAt }: Effect): Strike | null {
  const { level } = getMeasureRule(type);
  const { strikeMs } = getLevelRule(level);
  return strikeMs === 0 ? null : { measure: id, decision, level, at: startedAt, until: startedAt + strikeMs };
}

function without<T>(entries: Readonly<Record<string, T>>, id: string): Readonly<Record<string, T>> {
  if (!Object.hasOwn(entries, id)) return entries;
  const { [id]: _, ...rest } = entries;
  return rest;
}

export function countStrikes({ strikes }: AccountRecord, at: Instant): number {
  return Object.values(strikes).filter((strike) => strike.at <= at && at < strike.until).length;
}

/** What a person would see: for each target the measure types that hold on it, each once, in order. */
export function listInForce({ effects }: AccountRecord): Readonly<Record<string, readonly MeasureType[]>> {
  const byTarget: Record<string, readonly MeasureType[]> = {};
  for (const { target, type } of Object.values(effects)) {
    const key = `${target.kind}:${target.id}`;
    byTarget[key] = [...new Set([...(byTarget[key] ?? []), type])].sort();
  }
  return byTarget;
}

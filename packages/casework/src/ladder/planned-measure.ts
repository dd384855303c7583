import { isOpaqueId } from "../kernel/ids.ts";
import { toRefusal, type Refusal } from "../kernel/outcome.ts";
import type { Settings } from "../kernel/settings.ts";
import { levelCaps, type FindingRole } from "./finding-roles.ts";
import { gradeCaps, type Grade } from "./grades.ts";
import { getLevelRule, type Level } from "./levels.ts";
import { getMeasureRule, measureRules, type MeasureRule, type MeasureType, type TargetKind } from "./measure-types.ts";

export type Target = { readonly kind: TargetKind; readonly id: string };

/** A measure as proposed. `durationMs` null: until reversed, with a review. */
export type PlannedMeasure = {
  readonly id: string;
  readonly type: MeasureType;
  readonly target: Target;
  readonly durationMs: number | null;
  /** Accounts whose counts change; asked of `correct_counts` alone. */
  readonly accountsAffected?: number;
};

export function getLevel({ type }: PlannedMeasure): Level {
  return getMeasureRule(type).level;
}

export function getHighestLevel(measures: readonly PlannedMeasure[]): Level {
  return measures.reduce<Level>((highest, measure) => {
    const level = getLevel(measure);
    return level > highest ? level : highest;
  }, 0);
}

/** How many people must agree to all of these. */
export function countHumansNeeded(measures: readonly PlannedMeasure[], settings: Settings): 1 | 2 {
  const needsTwo = measures.some((measure) => {
    const isWide = (measure.accountsAffected ?? 0) > settings.integrityAccountsAlone;
    return getLevelRule(getLevel(measure)).humans === 2 || (measure.type === "correct_counts" && isWide);
  });
  return needsTwo ? 2 : 1;
}

/** Whether one person may do all of these when life is in danger, to be confirmed by a second. */
export function mayActAloneInEmergency(measures: readonly PlannedMeasure[]): boolean {
  return measures.every((measure) => {
    const rule = getLevelRule(getLevel(measure));
    return rule.humans === 1 || rule.emergencyAlone;
  });
}

export type Bearer = { readonly account: string; readonly role: FindingRole; readonly grade: Grade };

/** The first thing wrong with the measures proposed for one account, or null. */
export function findMeasureRefusal(measures: readonly PlannedMeasure[], bearer: Bearer): Refusal | null {
  if (measures.length === 0) return toRefusal("measure_missing", [bearer.account]);
  for (const measure of measures) {
    const refusal = findOneRefusal(measure, bearer);
    if (refusal !== null) return refusal;
  }
  // The register holds accounts that were ended; an entry alone would be a penalty without its cause.
  const types = measures.map(({ type }) => type);
  if (types.includes("register") && !types.includes("terminate")) return toRefusal("register_needs_termination");
  return null;
}

function findOneRefusal(measure: PlannedMeasure, { account, role, grade }: Bearer): Refusal | null {
  const { id, type, target, durationMs } = measure;
  if (!isOpaqueId(id) || !isOpaqueId(target.id)) return toRefusal("id_not_opaque");
  if (!Object.hasOwn(measureRules, type)) return toRefusal("measure_unknown", [id]);
  const rule = getMeasureRule(type);
  if (rule.level > levelCaps[role]) return toRefusal("role_caps_level", [account, role]);
  if (rule.level > gradeCaps[grade]) return toRefusal("grade_caps_level", [account, grade]);
  if (!rule.targets.includes(target.kind)) return toRefusal("measure_wrong_target", [id]);
  if (target.kind === "account" && target.id !== account) return toRefusal("measure_wrong_target", [id]);
  if (type === "correct_counts" && measure.accountsAffected === undefined) return toRefusal("reach_missing", [id]);
  return isDurationAllowed(durationMs, rule) ? null : toRefusal("measure_duration", [id]);
}

function isDurationAllowed(durationMs: number | null, rule: MeasureRule): boolean {
  if (durationMs === null) return rule.durationMaxMs === null;
  if (!Number.isSafeInteger(durationMs) || durationMs < 0) return false;
  if (rule.stepsMs !== undefined) return rule.stepsMs.includes(durationMs);
  if (rule.durationMaxMs === 0) return durationMs === 0;
  return durationMs > 0 && (rule.durationMaxMs === null || durationMs <= rule.durationMaxMs);
}

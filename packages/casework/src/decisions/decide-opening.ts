import { isPersonRole } from "../kernel/actor.ts";
import type { Acting } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { addMonths, type Instant } from "../kernel/time.ts";
import { isRestriction } from "../ladder/measure-types.ts";
import { getLevelRule } from "../ladder/levels.ts";
import { countHumansNeeded, findMeasureRefusal, getLevel, mayActAloneInEmergency } from "../ladder/planned-measure.ts";
import { listStatementFaults } from "../statements/validate-statement.ts";
import type { ActionOpening, DecisionState } from "./decision.ts";
import type { DecisionCommand, DecisionEvent } from "./decision-commands.ts";

type Open = Extract<DecisionCommand, { kind: "open" }>;

/**
 * A decision is opened by what its case decided, and looks for itself whether it may exist: people enough for its level, an account's
 * own evidence, measures that role and gravity bear, a statement that is valid. A fault in between cannot make it weaker.
 */
export function decideOpening(_: DecisionState, { opening }: Open, acting: Acting): Outcome<readonly DecisionEvent[]> {
  if (!isPersonRole(opening.proposerAs)) return refuse("humans_missing");
  if (opening.kind === "no_action")
    return accept([{ kind: "decision_opened", opening, reviewAt: {}, ...acting.stamp }]);
  const refusal =
    findMeasureRefusal(opening.measures, opening) ??
    findHumansRefusal(opening, acting) ??
    findStatementRefusal(opening);
  if (refusal !== null) return { ok: false, refusal };
  if (opening.evidence.length === 0) return refuse("only_shared_evidence", [opening.account]);
  const reviewAt: Record<string, Instant> = {};
  for (const { id, durationMs } of opening.measures) {
    if (durationMs === null) reviewAt[id] = addMonths(acting.at, acting.settings.reviewMonthsMax);
  }
  return accept([{ kind: "decision_opened", opening, reviewAt, ...acting.stamp }]);
}

function findHumansRefusal(opening: ActionOpening, { at, settings }: Acting): Refusal | null {
  const { approver, proposer, measures, emergencyUntil, senior } = opening;
  if (!senior && measures.some((measure) => getLevelRule(getLevel(measure)).senior)) return toRefusal("senior_needed");
  if (approver !== null && approver !== proposer) return null;
  if (approver === null && countHumansNeeded(measures, settings) === 1) return null;
  const isEmergency = approver === null && emergencyUntil !== null && mayActAloneInEmergency(measures);
  const isShort = emergencyUntil !== null && emergencyUntil <= at + settings.emergencyConfirmMs;
  return isEmergency && isShort ? null : toRefusal("humans_missing");
}

function findStatementRefusal({ measures, statement }: ActionOpening): Refusal | null {
  if (!measures.some(({ type }) => isRestriction(type))) return null;
  const faults = statement === null ? ["statement"] : listStatementFaults(statement).map(({ field }) => field);
  return faults.length === 0 ? null : toRefusal("statement_invalid", faults);
}

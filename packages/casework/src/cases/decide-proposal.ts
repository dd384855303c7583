import { isOpaqueId } from "../kernel/ids.ts";
import type { Acting } from "../kernel/machine.ts";
import { tookPart } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { getLevelRule } from "../ladder/levels.ts";
import {
  countHumansNeeded,
  getHighestLevel,
  getLevel,
  mayActAloneInEmergency,
  type PlannedMeasure,
} from "../ladder/planned-measure.ts";
import { levelCaps } from "../ladder/finding-roles.ts";
import { drawSample, listFirstStage } from "./bulk.ts";
import type { CaseState } from "./case.ts";
import type { CaseCommand } from "./case-commands.ts";
import type { CaseEvent } from "./case-events.ts";
import { composeItems, composeItemStatement, findRuleRefusal, isCivic } from "./check-proposal.ts";
import type { DecidedItem } from "./decided-item.ts";
import { noActionReasons, type ActionProposal, type ComposedItem, type NoActionProposal } from "./proposal.ts";

type Of<K extends CaseCommand["kind"]> = Extract<CaseCommand, { kind: K }>;
type Events = Outcome<readonly CaseEvent[]>;

export function decidePropose(state: CaseState, command: Of<"propose">, acting: Acting): Events {
  const items = composeItems(state, command, acting);
  if (!items.ok) return items;
  const { stamp } = acting;
  const proposal: ActionProposal = {
    kind: "action",
    by: stamp.by,
    as: stamp.as,
    at: stamp.at,
    items: items.value,
    bulk: items.value.length > 1,
    emergency: command.emergency,
    hearingSkipped: command.hearingSkipped,
    sample: null,
    judgements: [],
  };
  return accept([{ kind: "proposed", proposal, ...stamp }]);
}

/** Leaving alone is decided by one; where life or a person under attack is the question, by two. */
export function decideProposeNoAction(state: CaseState, command: Of<"propose_no_action">, { stamp }: Acting): Events {
  const { reason, decision, supersedes } = command;
  if (!noActionReasons.includes(reason)) return refuse("reason_missing");
  if (!isOpaqueId(decision)) return refuse("id_not_opaque");
  if (Object.hasOwn(state.decisions, decision)) return refuse("id_twice", [decision]);
  const unknown = supersedes.filter((earlier) => state.decisions[earlier] !== "open");
  if (unknown.length > 0) return refuse("decision_unknown", unknown);
  const proposal: NoActionProposal = {
    kind: "no_action",
    by: stamp.by,
    as: stamp.as,
    at: stamp.at,
    reason,
    decision,
    supersedes,
  };
  const needsSecond = state.priority === "P0" || state.priority === "P1";
  return accept([
    { kind: "proposed", proposal, ...stamp },
    ...(needsSecond ? [] : [{ kind: "no_action_decided", reason, proposal, approver: null, ...stamp } as const]),
  ]);
}

export function decideDrawSample(state: CaseState, { seed }: Of<"draw_sample">, { stamp, settings }: Acting): Events {
  const { proposal } = state;
  if (proposal?.kind !== "action" || !proposal.bulk) return refuse("not_bulk");
  if (proposal.sample !== null) return refuse("sample_drawn_already");
  if (!Number.isSafeInteger(seed)) return refuse("seed_missing");
  const accounts = drawSample(
    proposal.items.map(({ account }) => account),
    settings.bulkSample,
    seed,
  );
  return accept([{ kind: "sample_drawn", accounts, seed, ...stamp }]);
}

/** Only a sample that was drawn can be judged, and by whoever could approve. */
export function findJudgeRefusal(state: CaseState, acting: Acting): Refusal | null {
  const { proposal } = state;
  if (proposal?.kind !== "action" || proposal.sample === null) return toRefusal("sample_not_drawn");
  return findSecondRefusal(state, acting);
}

/** The judge sees the evidence, not the proposal. They agree when the part they see bears the measure that was proposed. */
export function decideJudgeBlind(state: CaseState, command: Of<"judge_blind">, acting: Acting): Events {
  const { proposal } = state;
  const { account, role } = command;
  if (proposal?.kind !== "action" || proposal.sample === null) return refuse("sample_not_drawn");
  const item = proposal.items.find((one) => one.account === account);
  if (item === undefined || !proposal.sample.includes(account)) return refuse("not_in_sample", [account]);
  if (proposal.judgements.some((one) => one.account === account && one.by === acting.actor.id)) {
    return refuse("judged_already", [account]);
  }
  if (!Object.hasOwn(levelCaps, role)) return refuse("role_unknown");
  const agrees = levelCaps[role] >= getHighestLevel(item.measures);
  return accept([{ kind: "sample_judged", account, role, agrees, ...acting.stamp }]);
}

export function decideReject(_: CaseState, { reason }: Of<"reject">, { stamp }: Acting): Events {
  return reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "proposal_rejected", reason, ...stamp }]);
}

/**
 * Who may be the second person: nobody who worked on the case or what it came from. In a team of two an approver who did may still
 * stand in, marked; the proposer never.
 */
export function findSecondRefusal(state: CaseState, acting: Acting): Refusal | null {
  const { actor, settings, related } = acting;
  const { proposal } = state;
  if (proposal?.by === actor.id) return toRefusal("own_proposal");
  if (related.barred.includes(actor.id)) return toRefusal("handled_the_request");
  return tookPart(state.workers, acting) && !settings.minimumStaffing ? toRefusal("took_part") : null;
}

/** Beside that: whether the measures need a senior, and whether they judged the sample of a bulk decision, and agree. */
export function findApproveRefusal(state: CaseState, acting: Acting): Refusal | null {
  const second = findSecondRefusal(state, acting);
  const { proposal } = state;
  if (second !== null || proposal?.kind !== "action") return second;
  const needsSenior = proposal.items.some(({ measures }) => measures.some(isSenior));
  if (needsSenior && !acting.actor.roles.includes("senior")) return toRefusal("senior_needed");
  return proposal.bulk ? findSampleRefusal(proposal, acting) : null;
}

export function decideApprove(state: CaseState, { statement }: Of<"approve">, acting: Acting): Events {
  const { proposal } = state;
  if (statement.trim() === "") return refuse("reason_missing", ["statement"]);
  if (proposal === null) return refuse("nothing_proposed");
  if (proposal.kind === "no_action") {
    const { reason } = proposal;
    return accept([{ kind: "no_action_decided", reason, proposal, approver: acting.actor.id, ...acting.stamp }]);
  }
  return decideAction(state, { proposal, statement, approver: acting.actor.id, emergencyUntil: null }, acting);
}

function isSenior(measure: PlannedMeasure): boolean {
  return getLevelRule(getLevel(measure)).senior;
}

function findSampleRefusal({ sample, judgements }: ActionProposal, { actor }: Acting): Refusal | null {
  if (sample === null) return toRefusal("sample_not_drawn");
  const own = judgements.filter(({ by }) => by === actor.id);
  const missing = sample.filter((account) => !own.some((judgement) => judgement.account === account));
  if (missing.length > 0) return toRefusal("sample_not_judged", missing);
  const disputed = own.filter(({ agrees }) => !agrees).map(({ account }) => account);
  return disputed.length > 0 ? toRefusal("sample_disagrees", disputed) : null;
}

/** One person suffices for one item up to L3; and, for a day, where life is in danger. */
export function findAloneRefusal({ proposal }: CaseState, acting: Acting): Refusal | null {
  if (proposal?.kind !== "action") return toRefusal("second_person_needed");
  if (proposal.by !== acting.actor.id) return toRefusal("not_yours");
  const isEmergency = proposal.emergency && proposal.items.every(({ measures }) => mayActAloneInEmergency(measures));
  const isShared = proposal.bulk || (needsTwo(proposal, acting) && !isEmergency);
  return isShared ? toRefusal("second_person_needed") : null;
}

function needsTwo({ items }: ActionProposal, { settings }: Acting): boolean {
  return items.some((item) => isCivic(item) || countHumansNeeded(item.measures, settings) === 2);
}

export function decideActAlone(state: CaseState, { reason }: Of<"act_alone">, acting: Acting): Events {
  const { proposal } = state;
  if (reason.trim() === "") return refuse("reason_missing");
  if (proposal?.kind !== "action") return refuse("second_person_needed");
  const emergencyUntil = needsTwo(proposal, acting) ? acting.at + acting.settings.emergencyConfirmMs : null;
  return decideAction(state, { proposal, statement: reason, approver: null, emergencyUntil }, acting);
}

type Action = {
  readonly proposal: ActionProposal;
  readonly statement: string;
  readonly approver: string | null;
  readonly emergencyUntil: number | null;
};

function decideAction(state: CaseState, action: Action, acting: Acting): Events {
  const { proposal, approver, emergencyUntil, statement } = action;
  // The rule may have been replaced or withdrawn since it was proposed.
  for (const item of proposal.items) {
    const refusal = findRuleRefusal(item, item, acting);
    if (refusal !== null) return { ok: false, refusal };
  }
  const hasSeparated = approver === null || !tookPart(state.workers, acting);
  const toDecided = (item: ComposedItem): DecidedItem => ({
    item,
    proposer: proposal.by,
    proposerAs: proposal.as,
    approver,
    senior: approver !== null && acting.actor.roles.includes("senior"),
    emergencyUntil,
    hearingSkipped: proposal.hearingSkipped,
    bulk: proposal.bulk,
    unseparated: hasSeparated ? [] : ["approver_took_part"],
  });
  const decided = proposal.items.map(toDecided);
  const first = listFirstStage(proposal.items, proposal.sample);
  const stage = restate(
    state,
    decided.filter(({ item }) => first.includes(item.decision)),
    acting,
  );
  if (!stage.ok) return stage;
  const waiting = decided.filter(({ item }) => !first.includes(item.decision));
  const { bulk } = proposal;
  const { stamp } = acting;
  return accept([
    { kind: "action_decided", stage: stage.value, waiting, bulk, approver, statement, emergencyUntil, ...stamp },
  ]);
}

export function findReleaseRefusal({ waiting }: CaseState): Refusal | null {
  return waiting.length === 0 ? toRefusal("no_stage_waits") : null;
}

/** The rest of a bulk decision, one stage at a time, so that a fault shows before it has met everybody. */
export function decideReleaseStage(state: CaseState, _: Of<"release_stage">, acting: Acting): Events {
  const stage = restate(state, state.waiting.slice(0, acting.settings.bulkStage), acting);
  return stage.ok ? accept([{ kind: "stage_released", stage: stage.value, ...acting.stamp }]) : stage;
}

export function findUndoRefusal({ lastBulk, decisions }: CaseState): Refusal | null {
  const isLeft = lastBulk.some((decision) => decisions[decision] === "open" || decisions[decision] === "waiting");
  return isLeft ? null : toRefusal("not_bulk");
}

export function decideUndoBulk(state: CaseState, { reason }: Of<"undo_bulk">, { stamp }: Acting): Events {
  if (reason.trim() === "") return refuse("reason_missing");
  const decisions = state.lastBulk.filter((decision) => state.decisions[decision] === "open");
  const dropped = state.lastBulk.filter((decision) => state.decisions[decision] === "waiting");
  return accept([{ kind: "bulk_undone", reason, decisions, dropped, ...stamp }]);
}

/** Statements say when they apply, and who decided: both are known only now. */
function restate(state: CaseState, decided: readonly DecidedItem[], acting: Acting): Outcome<readonly DecidedItem[]> {
  const restated: DecidedItem[] = [];
  for (const one of decided) {
    const seconds = one.approver === null ? [] : [{ step: "decided", as: "approver" } as const];
    const acts = [{ step: "decided", as: one.proposerAs } as const, ...seconds];
    const statement = composeItemStatement(state, one.item, { ...acting, acts });
    if (!statement.ok) return statement;
    restated.push({ ...one, item: { ...one.item, statement: statement.value } });
  }
  return accept(restated);
}

import { createDesk, type Desk } from "../desk/desk.ts";
import { getMachine, objectKinds, type ObjectKind, type Order, type StateOf } from "../desk/machines.ts";
import type { CaseKind } from "../cases/case-commands.ts";
import type { DecisionKind } from "../decisions/decision-commands.ts";
import type { LeadCommand } from "../leads/lead.ts";
import type { Actor, Role } from "../kernel/actor.ts";
import type { Base, Context } from "../kernel/machine.ts";
import { defaultSettings, type Settings } from "../kernel/settings.ts";
import { dayMs, hourMs } from "../kernel/time.ts";
import { createDice, type Dice } from "./dice.ts";
import { monday } from "./people.ts";
import { buildCaseCommand, type Scene } from "./random-cases.ts";
import { buildDecisionCommand } from "./random-decisions.ts";
import { buildLeadCommand, buildSideCommand } from "./random-others.ts";
import { toRuleKey } from "../policies/rule-version.ts";
import { listRuleOrders, testRule } from "./rules.ts";
import { pickActor, staff, system } from "./random-actors.ts";

/** What was asked of the desk, and what it answered: another desk that is asked the same has to answer the same. */
export type Heard =
  | {
      readonly kind: "order";
      readonly order: Order;
      readonly actor: Actor;
      readonly at: number;
      readonly outcome: ReturnType<Desk["execute"]>;
    }
  | { readonly kind: "tick"; readonly at: number };

export type History = {
  readonly desk: Desk;
  readonly settings: Settings;
  readonly at: number;
  readonly commands: number;
  readonly accepted: number;
  /** `object status command` of each command that was accepted. */
  readonly cells: ReadonlySet<string>;
  readonly refusals: ReadonlySet<string>;
};

const weights: Readonly<Record<ObjectKind, number>> = {
  lead: 6,
  case: 70,
  decision: 100,
  hold: 3,
  authority_request: 5,
  transfer: 1,
  determination: 14,
  operation: 3,
  self_review: 4,
  register_entry: 1,
  reporter: 8,
  victim_workspace: 4,
  unmasking: 1,
  rule_version: 8,
  override: 4,
};
const wheel: readonly ObjectKind[] = objectKinds.flatMap((kind) => Array.from({ length: weights[kind] }, () => kind));
const pauses = [
  60_000,
  hourMs,
  hourMs,
  hourMs,
  6 * hourMs,
  6 * hourMs,
  dayMs,
  dayMs,
  8 * dayMs,
  40 * dayMs,
  200 * dayMs,
] as const;

/**
 * A history of many people at one desk, told by a seed: who gives which command to which object, mostly sensibly, sometimes wrongly or
 * in bad faith. After each command the machine's own promises are checked: the table decides, and a button tells the truth.
 */
export function playHistory(seed: number, commands: number, hear?: (heard: Heard) => void): History {
  const dice = createDice(seed);
  const settings: Settings = {
    ...defaultSettings,
    holdsEnabled: dice.chance(0.7),
    civicCategoryEnabled: dice.chance(0.4),
    minimumStaffing: dice.chance(0.25),
    servesEuropeanUnion: dice.chance(0.5),
    // So few accounts that stages come about.
    bulkSample: 2,
    bulkStage: 1,
  };
  const cells = new Set<string>();
  const observe = ({ object, command }: Order, from: string): void => {
    cells.add(`${object} ${from} ${command.kind}`);
  };
  const desk = createDesk({ settings, activeDesks: ["desk-1"], observe });
  const refusals = new Set<string>();
  let at = monday;
  let accepted = 0;
  let serial = 0;
  const next = (prefix: string): string => {
    serial += 1;
    return `${prefix}-${serial}`;
  };
  const tick = (): void => {
    desk.tick(at);
    hear?.({ kind: "tick", at });
  };
  // Without a rule in force nothing could be decided.
  for (const one of listRuleOrders(at)) {
    const outcome = desk.execute(one.order, one);
    hear?.({ kind: "order", ...one, outcome });
  }
  for (let turn = 0; turn < commands; turn += 1) {
    if (dice.chance(0.025)) {
      at += dice.pick([...pauses]);
      if (dice.chance(0.8)) tick();
    }
    const [order, actor] = thinkOf({ desk, dice, next, at, settings });
    const told = checkPromises(desk, order, { actor, at, settings });
    const outcome = desk.execute(order, { actor, at });
    hear?.({ kind: "order", order, actor, at, outcome });
    if (outcome.ok !== told)
      throw new Error(`the desk and its machine disagree on ${order.object} ${order.command.kind}`);
    if (outcome.ok) accepted += 1;
    else refusals.add(outcome.refusal.code);
  }
  // What the clock has to do by itself must be done when the invariants are looked at.
  at += 25 * hourMs;
  tick();
  return { desk, settings, at, commands, accepted, cells, refusals };
}

type Mind = Omit<Scene, "actor"> & { readonly settings: Settings };

/** People mostly give commands that they may: of a few that come to mind, the first that is allowed, or now and then just the first. */
function thinkOf(mind: Mind): readonly [Order, Actor] {
  const { desk, dice, at, settings } = mind;
  const first = thinkOfOne(mind);
  if (dice.chance(0.25)) return first;
  for (let turn = 0, one = first; turn < 6; turn += 1, one = thinkOfOne(mind)) {
    const [{ object, id, command }, actor] = one;
    const context = { actor, at, settings, related: desk.getRelated(object, id) };
    if (getMachine(object).decide(desk.getState(object, id), command, context).ok) return one;
  }
  return first;
}

function thinkOfOne({ desk, dice, next, at }: Mind): readonly [Order, Actor] {
  const object = dice.find(wheel) ?? "case";
  const id = pickId(desk, object, { dice, next });
  const { status } = desk.getState(object, id);
  const kind = pickKind(object, status, dice);
  const cell = getMachine(object).table[status]?.[kind];
  const roles: readonly Role[] = typeof cell === "object" ? cell.by : ["system", "analyst"];
  const insider = findInsider(desk, { object, id, kind });
  const actor = insider !== undefined && dice.chance(0.75) ? insider : pickActor(dice, roles);
  return [buildOrder(object, { id, kind, scene: { desk, dice, actor, at, next } }), actor];
}

const casesMost = 4;
const sideMost = 5;

function pickId(
  desk: Desk,
  object: ObjectKind,
  { dice, next }: { dice: Dice; next: (prefix: string) => string },
): string {
  // The rule that decisions name is mostly left alone: without it nothing more can be decided.
  const ids = desk.listIds(object).filter((id) => id !== toRuleKey(testRule.rule) || dice.chance(0.02));
  const isMadeByOthers =
    object === "case" || object === "decision" || object === "transfer" || object === "register_entry";
  const isFull = object === "lead" ? desk.listIds("case").length >= casesMost : ids.length >= sideMost;
  const isEnough = isFull && !dice.chance(0.1);
  const makesNew = !isMadeByOthers && !isEnough && dice.chance(2 / (2 + ids.length));
  if (ids.length === 0 || makesNew) return makeId(object, { dice, next });
  // Mostly what is fresh, so that it gets somewhere; sometimes what is long over.
  return dice.find(dice.chance(0.6) ? ids.slice(-3) : ids) ?? makeId(object, { dice, next });
}

/** A version of a rule is kept under its own name; everything else under an id that says nothing. */
function makeId(object: ObjectKind, { dice, next }: { dice: Dice; next: (prefix: string) => string }): string {
  return object === "rule_version" ? next(`IA-${2 + dice.roll(2)}`).replace(/-(?=\d+$)/, ":") : next(object);
}

/** Somebody who is in it already, by what they did or what was done to them. */
function findInsider(
  desk: Desk,
  { object, id, kind }: { object: ObjectKind; id: string; kind: string },
): Actor | undefined {
  if (object === "case") {
    const { assignees, hearings, proposal } = desk.getState("case", id);
    if (kind === "reply") {
      const asked = Object.values(hearings).find(({ endedAt }) => endedAt === null);
      return asked === undefined ? undefined : { id: asked.account, roles: ["subject"] };
    }
    const judge = proposal?.kind === "action" ? proposal.judgements[0]?.by : undefined;
    if (kind === "approve" || kind === "judge_blind") return staff.find((one) => one.id === judge);
    if (kind === "act_alone") return staff.find((one) => one.id === proposal?.by);
    return worked.has(kind) ? staff.find((one) => one.id === assignees[0]) : undefined;
  }
  if (object !== "decision" || (kind !== "appeal" && kind !== "file_dispute")) return undefined;
  const { opening, version } = desk.getState("decision", id);
  const reporter = opening?.reporters[0];
  if (opening?.account != null && (reporter === undefined || version % 2 === 0))
    return { id: opening.account, roles: ["subject"] };
  return reporter === undefined ? undefined : { id: reporter, roles: ["reporter", "trusted_flagger"] };
}

const worked: ReadonlySet<string> = new Set([
  "add_evidence",
  "record_finding",
  "start_hearing",
  "propose",
  "propose_no_action",
  "ask_partner",
]);

function pickKind(object: ObjectKind, status: string, dice: Dice): string {
  const row = getMachine(object).table[status] ?? {};
  const kinds = Object.keys(row);
  const open = kinds.filter((kind) => typeof row[kind] === "object");
  const lasting = open.filter((kind) => !enders.has(kind));
  const pressing = open.filter((kind) => eager.has(kind));
  const wish = dice.chance(0.03) ? kinds : dice.chance(0.45) ? pressing : dice.chance(0.85) ? lasting : open;
  return dice.find(wish) ?? dice.find(open) ?? dice.find(kinds) ?? "open";
}

/** What carries an object on, and what ends it: the one is chosen more often, the other less, so that histories get deep. */
const eager: ReadonlySet<string> = new Set([
  "accept",
  "assign",
  "add_evidence",
  "record_finding",
  "propose",
  "draw_sample",
  "judge_blind",
  "approve",
  "act_alone",
  "release_stage",
  "note_delivery",
  "apply",
  "confirm_applied",
  "confirm_reversed",
  "confirm_step",
  "appeal",
  "decide_appeal",
  "reply",
  "end_hearing",
  "hear_partner",
  "add_source",
  "draft",
  "review_first",
  "review_second",
  "publish",
  "propose_correction",
  "confirm_correction",
  "ask_correction",
  "answer_correction",
  "record",
  "warn",
  "suspend",
  "confirm_emergency",
  "approve_answer",
  "propose_answer",
  "tell_user",
  "review",
  "take_effect",
  "grant",
]);
const enders: ReadonlySet<string> = new Set([
  "dismiss",
  "merge",
  "undo",
  "supersede",
  "undo_bulk",
  "withdraw",
  "set_aside",
  "reopen",
  "propose_no_action",
  "refuse",
  "recall",
]);

function buildOrder(object: ObjectKind, { id, kind, scene }: { id: string; kind: string; scene: Scene }): Order {
  const state: unknown = scene.desk.getState(object, id);
  switch (object) {
    case "lead":
      return { object, id, command: buildLeadCommand(kind as LeadCommand["kind"], state as StateOf<"lead">, scene) };
    case "case":
      return { object, id, command: buildCaseCommand(kind as CaseKind, state as StateOf<"case">, scene) };
    case "decision":
      return { object, id, command: buildDecisionCommand(kind as DecisionKind, state as StateOf<"decision">, scene) };
    default:
      return { object, id, command: buildSideCommand(object, kind, scene, id) } as unknown as Order;
  }
}

/** What a machine promises about every command, whatever is in it. Gives whether it accepts this one. */
function checkPromises(
  desk: Desk,
  { object, id, command }: Order,
  by: { actor: Actor; at: number; settings: Settings },
): boolean {
  const machine = getMachine(object);
  const state = desk.getState(object, id);
  const context: Context = { ...by, related: desk.getRelated(object, id) };
  const before = JSON.stringify(state);
  const outcome = machine.decide(state, command, context);
  const button = machine.findAvailability(state, command.kind, context);
  const told = `${object} ${state.status} ${command.kind}`;
  if (JSON.stringify(state) !== before) throw new Error(`${told}: deciding changed the state`);
  if (!button.enabled && (outcome.ok || outcome.refusal.code !== button.refusal.code)) {
    throw new Error(`${told}: the button is off for ${button.refusal.code}, the command is not`);
  }
  const cell = machine.table[state.status]?.[command.kind];
  if (cell === undefined) throw new Error(`${told}: no cell`);
  if (typeof cell === "string" && (outcome.ok || outcome.refusal.code !== cell))
    throw new Error(`${told}: not as the table says`);
  if (!outcome.ok) return false;
  const after = outcome.value.reduce((next: Base<string>, event) => machine.evolve(next, event), state);
  if (typeof cell === "object" && !cell.to.includes(after.status)) throw new Error(`${told}: led to ${after.status}`);
  if (outcome.value.length === 0) throw new Error(`${told}: accepted, and nothing happened`);
  return true;
}

/** The platform confirms all that is on its way, and the house does its own steps. */
export function settleEffects({ desk, at }: Pick<History, "desk" | "at">): void {
  for (const id of desk.listIds("decision")) {
    const { measures, restoration } = desk.getState("decision", id);
    for (const [measure, { status }] of Object.entries(measures)) {
      if (status !== "reversing") continue;
      desk.execute({ object: "decision", id, command: { kind: "confirm_reversed", measure } }, { actor: system, at });
    }
    for (const step of restoration?.pendingSteps ?? []) {
      desk.execute({ object: "decision", id, command: { kind: "confirm_step", step } }, { actor: system, at });
    }
  }
}

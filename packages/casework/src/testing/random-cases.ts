import type { CaseState } from "../cases/case.ts";
import { reopenCauses, type CaseCommand, type CaseKind } from "../cases/case-commands.ts";
import type { Finding } from "../cases/finding.ts";
import { noActionReasons, type ProposedItem } from "../cases/proposal.ts";
import type { Actor } from "../kernel/actor.ts";
import { priorities } from "../kernel/settings.ts";
import { dayMs, type Instant } from "../kernel/time.ts";
import { findingRoles, levelCaps } from "../ladder/finding-roles.ts";
import { gradeCaps, grades, type Grade } from "../ladder/grades.ts";
import { getMeasureRule, measureTypes, type MeasureType } from "../ladder/measure-types.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import type { Desk } from "../desk/desk.ts";
import type { Dice } from "./dice.ts";
import { draft, evidenceOf, measureOf } from "./pieces.ts";
import { accountNames } from "./random-actors.ts";

export type Scene = {
  readonly desk: Desk;
  readonly dice: Dice;
  readonly actor: Actor;
  readonly at: Instant;
  /** A new id each time. */
  readonly next: (prefix: string) => string;
};

/** Words as people write them: mostly fit, now and then none. */
export function words({ dice }: Scene): string {
  return dice.chance(0.98) ? "Written by a person." : " ";
}

/** An account, or what should never stand where an account's id does. */
export function anyAccount({ dice }: Scene): string {
  return dice.chance(0.98)
    ? (dice.find(accountNames) ?? "a0")
    : dice.pick(["203.0.113.9", "2001:db8::1", "li@example.org"]);
}

export function buildCaseCommand(kind: CaseKind, state: CaseState, scene: Scene): CaseCommand {
  const { dice, next, at } = scene;
  switch (kind) {
    case "open":
      return {
        kind,
        lead: "lead-0",
        caseType: "fraud",
        priority: "P2",
        source: "own",
        detected: [],
        openedBy: [],
        request: null,
        reporters: [],
      };
    case "join_report":
      return { kind, lead: "lead-0", reporter: dice.pick(["rob", "ron", "flo"]) };
    case "assign":
      return { kind, conflict: dice.chance(0.05) ? "a cousin" : null };
    case "set_priority":
      return { kind, priority: dice.pick([...priorities]), reason: words(scene) };
    case "add_evidence": {
      const accounts = dice.chance(0.8) ? [anyAccount(scene)] : dice.some(accountNames, 4);
      return { kind, item: evidenceOf(next("e"), ...accounts) };
    }
    case "record_finding":
      return buildFinding(state, scene);
    case "ask_partner":
      return {
        kind,
        transfer: next("transfer"),
        content: {
          desk: dice.chance(0.95) ? "desk-1" : "desk-9",
          purpose: words(scene),
          question: words(scene),
          fields: dice.chance(0.95) ? ["claim"] : ["reporter"],
          returnBy: at + (1 + dice.roll(60)) * dayMs,
        },
      };
    case "hear_partner":
      return { kind, transfer: state.transfer ?? "transfer-x" };
    case "start_hearing":
      return { kind, account: dice.find(Object.keys(state.findings)) ?? "a0", declaredMedia: dice.chance(0.2) };
    case "note_hearing_delivery":
      return {
        kind,
        account: dice.find(Object.keys(state.hearings)) ?? "a0",
        outcome: dice.pick(["delivered", "delivered", "failed", "contact_unknown"]),
      };
    case "reply":
      return { kind, account: dice.chance(0.9) ? scene.actor.id : "a0", text: words(scene) };
    case "end_hearing":
      return { kind, account: dice.find(Object.keys(state.hearings)) ?? "a0" };
    case "propose":
      return buildProposal(state, scene);
    case "propose_no_action":
      return {
        kind,
        reason: dice.pick([...noActionReasons]),
        decision: next("d"),
        supersedes: dice.chance(0.6)
          ? []
          : Object.keys(state.decisions)
              .filter((id) => state.decisions[id] === "open")
              .slice(0, 1),
      };
    case "draw_sample":
      return { kind, seed: dice.roll(1000) };
    case "judge_blind": {
      const sample = state.proposal?.kind === "action" ? (state.proposal.sample ?? []) : [];
      return {
        kind,
        account: dice.find(sample) ?? "a0",
        role: dice.chance(0.9) ? "organiser" : dice.pick([...findingRoles]),
      };
    }
    case "reopen":
      return { kind, cause: dice.pick([...reopenCauses]), reason: words(scene) };
    case "settle":
      return { kind, decision: dice.find(Object.keys(state.decisions)) ?? "d-x" };
    case "note_self_review":
      return { kind, review: "review-x" };
    case "request_legal_hold":
      return { kind, basis: words(scene), owner: scene.actor.id };
    case "reject":
    case "act_alone":
    case "undo_bulk":
    case "release_legal_hold":
      return { kind, reason: words(scene) };
    case "approve":
      return { kind, statement: words(scene) };
    case "release_stage":
    case "confirm_legal_hold":
    case "close":
    case "purge":
      return { kind };
  }
}

function buildFinding(state: CaseState, { dice }: Scene): CaseCommand {
  const evidence = Object.values(state.evidence);
  const item = dice.find(evidence);
  const account = (item === undefined ? undefined : dice.find(item.accounts)) ?? "a0";
  const about = evidence.filter(({ accounts }) => accounts.includes(account)).map(({ id }) => id);
  const grade = dice.pick<Grade>([...grades, "critical", "serious"]);
  return {
    kind: "record_finding",
    finding: {
      account,
      role: dice.chance(0.5) ? dice.pick(["operator", "organiser"]) : dice.pick([...findingRoles]),
      evidence: dice.some(dice.chance(0.95) ? about : ["e-nowhere"], 3),
      allegation: dice.chance(0.97) ? "It posted in step with others." : "",
      grade,
      severity: {
        ...(grade === "minor" || dice.chance(0.03)
          ? {}
          : { deception: { weight: 2, reason: "It poses as somebody else." } }),
        ...(dice.chance(0.2) ? { commercial_benefit: { weight: 1, reason: "Paid reposts." } } : {}),
      },
    },
  };
}

function buildProposal(state: CaseState, scene: Scene): CaseCommand {
  const { dice, desk, next } = scene;
  const found = Object.keys(state.findings);
  const accounts = dice.chance(0.97)
    ? dice.some(found, dice.pick([1, 2, 4]))
    : [...dice.some(found, 2), anyAccount(scene)];
  const items = accounts.map((account): ProposedItem => {
    const types = pickTypes(scene, state.findings[account]);
    const strikes = Object.keys(desk.getAccount(account).strikes);
    const determination = dice.find(desk.listIds("determination")) ?? null;
    const isCivic = dice.chance(0.04);
    return {
      decision: next("d"),
      account,
      rule: { id: "IA-1", version: "3" },
      measures: types.map((type) => spoil(measureOf(type, account, next("m")), scene)),
      draft: {
        ...draft,
        ...(isCivic ? { keywords: ["KEYWORD_MISINFORMATION_DISINFORMATION"] } : {}),
        facts: dice.chance(0.97) ? draft.facts : "Posted by @wang_li, 138 0013 8000.",
        category: dice.chance(0.98) ? draft.category : "STATEMENT_CATEGORY_RUMOUR",
      },
      alternatives: words(scene),
      proportionality: words(scene),
      whyNotMoneyFirst: dice.chance(0.5) ? "No payout is left." : null,
      strikesReliedOn: dice.chance(0.3) ? strikes.slice(0, 2) : [],
      determination: isCivic ? determination : null,
      supersedes: dice.chance(0.1) ? (Object.keys(state.decisions)[0] ?? null) : null,
    };
  });
  const isEmergency = state.priority === "P0" && dice.chance(0.5);
  return {
    kind: "propose",
    items: isEmergency ? items.slice(0, 1) : items,
    emergency: isEmergency || dice.chance(0.02),
    hearingSkipped: dice.chance(0.6) ? "Accounts of this ring were emptied on notice." : null,
  };
}

/** Mostly what role and gravity bear; sometimes what they do not. */
function pickTypes({ dice }: Scene, finding: Finding | undefined): readonly MeasureType[] {
  if (finding === undefined || dice.chance(0.05)) return dice.some(measureTypes, 3);
  const cap = Math.min(levelCaps[finding.role], gradeCaps[finding.grade]);
  if (cap === 10 && dice.chance(0.2)) return ["terminate", "register"];
  if (cap >= 5 && dice.chance(0.25)) return ["disable_item"];
  return dice.some(
    measureTypes.filter((type) => type !== "register" && getMeasureRule(type).level <= cap),
    3,
  );
}

/** A measure as the ladder allows it; rarely one that it does not. */
function spoil(measure: PlannedMeasure, { dice }: Scene): PlannedMeasure {
  if (dice.chance(0.97)) return measure;
  return dice.pick<PlannedMeasure>([
    { ...measure, durationMs: 17 },
    { ...measure, durationMs: null },
    { ...measure, target: { kind: "account", id: "somebody-else" } },
  ]);
}

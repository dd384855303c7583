import { dismissalReasons, type LeadCommand, type LeadState } from "../leads/lead.ts";
import type { Order } from "../desk/machines.ts";
import { verdicts } from "../determinations/determination.ts";
import { holdTriggers } from "../holds/hold.ts";
import { priorities } from "../kernel/settings.ts";
import { dayMs, hourMs } from "../kernel/time.ts";
import { noticeOutcomes } from "../reporters/reporter-record.ts";
import { gapKinds } from "../reviews/self-review.ts";
import { composeStatement } from "../statements/compose-statement.ts";
import type { StatementFields } from "../statements/statement-fields.ts";
import { protections } from "../victims/victim-workspace.ts";
import type { RuleContent } from "../policies/rule-content.ts";
import { draft, fullNotice, measureOf, redress, twoAxes } from "./pieces.ts";
import { anyAccount, words, type Scene } from "./random-cases.ts";
import { ruleContent } from "./rules.ts";

export function buildLeadCommand(kind: LeadCommand["kind"], _: LeadState, scene: Scene): LeadCommand {
  const { dice, actor, next } = scene;
  const source = actor.roles.includes("detector")
    ? "detector"
    : actor.roles.includes("liaison")
      ? "authority"
      : actor.roles.includes("analyst")
        ? "analyst"
        : actor.roles.includes("trusted_flagger")
          ? "trusted_flagger"
          : "reporter";
  const isNotice = source === "reporter" || source === "trusted_flagger";
  const notice = dice.chance(0.85) ? fullNotice : { ...fullNotice, inGoodFaith: false };
  switch (kind) {
    case "open": {
      const refs = [anyAccount(scene), anyAccount(scene)];
      // Several versions, without a throw of the dice that would change every history.
      const detectorVersion =
        (refs[0]?.codePointAt(1) ?? 0) % 2 === 0 ? "0.1.0+0011223344556677" : "0.2.0+89abcdef01234567";
      return {
        kind,
        source,
        refs,
        reason: words(scene),
        signals: (isNotice ? [] : dice.chance(0.9) ? twoAxes : twoAxes.slice(0, 1)).map((signal) => ({
          ...signal,
          detectorVersion,
        })),
        notice: isNotice ? notice : null,
        request: source === "authority" ? (dice.find(scene.desk.listIds("authority_request")) ?? "request-x") : null,
        learning: dice.chance(0.1),
      };
    }
    case "complete":
      return { kind, notice: fullNotice };
    case "dismiss":
      return { kind, reason: dice.pick([...dismissalReasons]) };
    case "merge":
      return { kind, into: "lead-0" };
    case "accept":
      return {
        kind,
        caseId: next("case"),
        priority: dice.chance(0.4) ? "P0" : dice.pick([...priorities]),
        caseType: dice.pick(["campaign", "fraud", "threat"]),
      };
    case "see_preview":
    case "expire":
      return { kind };
  }
}

type SideKind = Exclude<Order["object"], "lead" | "case" | "decision">;
type SideOrder = Extract<Order, { object: SideKind }>;

/** A command of one of the smaller machines, with contents that mostly fit. */
export function buildSideCommand(object: SideKind, kind: string, scene: Scene, id: string): SideOrder["command"] {
  const { dice, next, at, desk, actor } = scene;
  const reason = words(scene);
  const table: Readonly<Record<SideKind, () => Readonly<Record<string, unknown>>>> = {
    hold: () => ({
      item: next("post"),
      author: dice.find(["a0", "a1"]),
      slot: dice.pick(["item", "trend"]),
      trigger: actor.roles.includes("detector") ? dice.pick([...holdTriggers]) : "person_emergency",
      decision:
        kind === "confirm" || dice.chance(0.7)
          ? (dice.find(desk.getRelated("hold", id).removalsInForce) ?? "d-x")
          : null,
      statement: holdStatement(scene),
      redress: dice.chance(0.95) ? redress : { ...redress, complaint: "" },
      text: reason,
      reason,
    }),
    transfer: () => ({ caseId: "case-x", content: {}, text: reason, reason }),
    authority_request: () => ({
      authority: "District court",
      country: "DE",
      channel: dice.chance(0.85) ? "desk" : "informal",
      legalBasis: dice.chance(0.9) ? "Section 1" : "",
      explanation: "As stated.",
      items: kind === "propose_answer" ? dice.some(["post-1", "post-2"], 2) : ["post-1", "post-2"],
      asksFor: dice.chance(0.95) ? ["item_copy"] : ["identity"],
      redress: "Complaint",
      deadline: at + 10 * dayMs,
      secrecy: dice.chance(0.3) ? { basis: "section 9", until: at + 30 * dayMs } : null,
      missing: ["legalBasis"],
      reason,
    }),
    determination: () => ({
      claim: "The bridge is closed.",
      checkable: dice.chance(0.9),
      source: { id: next("s"), kind: dice.pick(["document", "press", "official_statement"]), reference: "a record" },
      verdict: dice.chance(0.6) ? "false" : dice.pick([...verdicts]),
      text: reason,
      rightOfReply: "Asked.",
      agrees: dice.chance(0.85),
      request:
        kind === "answer_correction"
          ? (dice.find(Object.keys(desk.getState("determination", id).requests)) ?? "r-x")
          : next("r"),
      answer: reason,
      reason,
    }),
    operation: () => ({
      name: "Autumn",
      scope: "account trade",
      endsAt: at + (1 + dice.roll(100)) * dayMs,
      caseId: next("case-ref"),
      newEvidence: dice.chance(0.8) ? [next("e")] : [],
      text: reason,
      reason,
    }),
    self_review: () => ({
      caseId: "case-x",
      gap: kind === "close_gap" ? (dice.find(Object.keys(desk.getState("self_review", id).gaps)) ?? "g-x") : next("g"),
      gapKind: dice.pick([...gapKinds]),
      text: reason,
      owner: "ana",
      dueAt: at + 30 * dayMs,
      proof: reason,
      summary: reason,
    }),
    register_entry: () => ({ key: "0f".repeat(32), decision: "d-x", rule: { id: "IA-1", version: "3" }, reason }),
    reporter: () => ({
      notice: "lead-0",
      outcome: dice.chance(0.85) ? "manifestly_unfounded" : dice.pick([...noticeOutcomes]),
      of: dice.pick(["notices", "complaints"]),
      gravity: reason,
      intent: reason,
      reason,
    }),
    victim_workspace: () => ({
      owner: "vic",
      isMinor: dice.chance(0.2),
      what: dice.some(protections, 3),
      item: { id: next("v"), sha256: "cd".repeat(32), capturedAt: at },
      share: {
        desk: "desk-1",
        evidence: dice.some(Object.keys(desk.getState("victim_workspace", id).evidence), 2),
        purpose: reason,
        until: at + dayMs,
      },
      desk: "desk-1",
      caseId: next("case-ref"),
    }),
    rule_version: () => {
      const [rule = "", version = ""] = id.split(":");
      const until = dice.chance(0.3) ? at + (2 + dice.roll(60)) * dayMs : null;
      return {
        rule: dice.chance(0.97) ? { id: rule, version } : { id: "about the mayor", version },
        linted: { content: randomRule(scene), findings: [] },
        agrees: dice.chance(0.85),
        effectiveFrom: at + (dice.chance(0.95) ? dice.roll(3) : -1) * dayMs,
        effectiveUntil: until,
        transition: dice.chance(0.9) ? { en: reason, "zh-Hans": reason } : null,
        by: "IA-2:9",
        reason,
      };
    },
    override: () => {
      const isLinter = dice.chance(0.8);
      return {
        of: isLinter ? "linter" : "observation",
        subject: isLinter ? (dice.find(desk.listIds("rule_version").slice(-3)) ?? "IA-2:1") : "groups",
        codes: isLinter ? (dice.chance(0.95) ? ["topic", "stance"] : ["authority_shielded"]) : [],
        reason,
        until: at + (1 + dice.roll(200)) * dayMs,
      };
    },
    unmasking: () => ({ pseudonym: dice.chance(0.95) ? "n-4f" : "203.0.113.9", caseId: "case-1", reason }),
  };
  // Each machine reads the fields of its own kind of command; the others are left out.
  return { kind, ...table[object]() } as unknown as SideOrder["command"];
}

/** Mostly a rule as it should be; now and then one about a subject, or without a test. */
function randomRule({ dice }: Scene): RuleContent {
  if (dice.chance(0.65)) return ruleContent;
  const about = { ...ruleContent, text: { ...ruleContent.text, en: "Nobody posts about the election." } };
  return dice.pick<RuleContent>([about, about, { ...ruleContent, tests: [] }]);
}

function holdStatement({ dice, at }: Scene): StatementFields {
  const facts = dice.chance(0.95) ? draft.facts : "by @wang_li";
  return composeStatement({
    decision: "hold",
    draft: { ...draft, facts },
    measures: [{ ...measureOf("disable_item", "a1"), durationMs: 72 * hourMs }],
    source: "own",
    acts: [{ step: "detected", as: "detector" }],
    at,
  }) as StatementFields;
}

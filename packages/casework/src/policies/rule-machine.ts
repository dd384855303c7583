import type { RuleVersion } from "../cases/proposal.ts";
import { isOpaqueId } from "../kernel/ids.ts";
import { allow, defineMachine, toRow, type Acting, type Machine, type Table } from "../kernel/machine.ts";
import { accept, refuse, toRefusal, type Outcome, type Refusal } from "../kernel/outcome.ts";
import { lintCodeNames, listHindrances } from "./lint/lint-codes.ts";
import { joinFindings, lintRule } from "./lint/lint-rule.ts";
import { ruleLanguages, type Worded } from "./rule-content.ts";
import {
  absentRule,
  ruleKinds,
  toRuleKey,
  type Linted,
  type RuleCommand,
  type RuleEvent,
  type RuleStatus,
  type RuleVersionState,
} from "./rule-version.ts";

type Of<K extends RuleCommand["kind"]> = Extract<RuleCommand, { kind: K }>;
type Events = Outcome<readonly RuleEvent[]>;

/**
 *   absent ─ draft ─► draft ─ review ─► reviewed ─ publish ─► published ─ take_effect ─► in_force ─ replace ─► replaced
 *                      ▲ └ not agreed ┘    │                      │                          │
 *                      └───── revise ──────┘                      └──── withdraw ────────────┴ withdraw, lapse ─► withdrawn
 */
export const ruleTable: Table<RuleStatus, RuleCommand["kind"]> = {
  absent: toRow(ruleKinds, "not_there", { draft: allow("draft", "editor", "legal", "senior") }),
  draft: toRow(ruleKinds, "rule_step", {
    draft: "already_there",
    revise: allow("draft", "editor", "legal", "senior"),
    review: allow(["reviewed", "draft"], "editor", "legal", "senior"),
    withdraw: allow("withdrawn", "editor", "legal", "senior"),
  }),
  reviewed: toRow(ruleKinds, "rule_step", {
    draft: "already_there",
    revise: allow("draft", "editor", "legal", "senior"),
    publish: allow("published", "legal", "senior"),
    withdraw: allow("withdrawn", "editor", "legal", "senior"),
  }),
  published: toRow(ruleKinds, "rule_published", {
    draft: "already_there",
    take_effect: allow(["in_force", "replaced"], "system"),
    withdraw: allow("withdrawn", "legal", "senior", "system"),
  }),
  in_force: toRow(ruleKinds, "rule_published", {
    draft: "already_there",
    replace: allow("replaced", "system"),
    lapse: allow("withdrawn", "system"),
    withdraw: allow("withdrawn", "legal", "senior", "system"),
  }),
  replaced: toRow(ruleKinds, "rule_over", {}),
  withdrawn: toRow(ruleKinds, "rule_over", {}),
};

const wholeNumber = /^[1-9]\d{0,8}$/;
const ruleIdShape = /^[A-Z]{1,8}-\d{1,4}$/;

/** One version of a rule of the operator: written by one, read by a second, published, in force from a day on, and never changed. */
export const ruleMachine: Machine<RuleStatus, RuleVersionState, RuleCommand, RuleEvent> = defineMachine<
  RuleStatus,
  RuleVersionState,
  RuleCommand,
  RuleEvent
>({
  name: "rule_version",
  initial: absentRule,
  table: ruleTable,
  gates: {
    review: ({ author }, { actor }) => (author === actor.id ? toRefusal("own_proposal") : null),
    publish: ({ findings }, { related }) => findLintRefusal(findings, related.overrides),
    // What stood by an override alone goes with it; nothing else is the system's to withdraw.
    withdraw: ({ overridden }, { stamp }) =>
      stamp.as === "system" && overridden.length === 0 ? toRefusal("rule_step") : null,
  },
  handlers: {
    draft: (_, { rule, linted }, { stamp }) => {
      if (!ruleIdShape.test(rule.id) || !isOpaqueId(rule.id)) return refuse("id_not_opaque", ["rule.id"]);
      if (!wholeNumber.test(rule.version)) return refuse("rule_version_order");
      return accept([{ kind: "rule_drafted", rule, linted: lintAgain(linted), ...stamp }]);
    },
    revise: (_, { linted }, { stamp }) => accept([{ kind: "rule_revised", linted: lintAgain(linted), ...stamp }]),
    review: (_, { agrees, reason }, { stamp }) =>
      reason.trim() === "" ? refuse("reason_missing") : accept([{ kind: "rule_reviewed", agrees, reason, ...stamp }]),
    publish: decidePublish,
    take_effect: decideTakeEffect,
    replace: ({ rule }, { by }, { stamp }) =>
      rule === null ? refuse("not_there") : accept([{ kind: "rule_replaced", rule, with: by, ...stamp }]),
    lapse: ({ rule, effectiveUntil }, _, { at, stamp }) => {
      if (rule === null) return refuse("not_there");
      if (effectiveUntil === null || at < effectiveUntil) return refuse("too_early");
      return accept([{ kind: "rule_lapsed", rule, ...stamp }]);
    },
    withdraw: ({ rule }, { reason }, { stamp }) => {
      if (rule === null) return refuse("not_there");
      return reason.trim() === ""
        ? refuse("reason_missing")
        : accept([{ kind: "rule_withdrawn", rule, reason, ...stamp }]);
    },
  },
  evolve,
  due: ({ status, effectiveFrom, effectiveUntil }, at) => {
    if (status === "published" && effectiveFrom !== null && at >= effectiveFrom) return [{ kind: "take_effect" }];
    return status === "in_force" && effectiveUntil !== null && at >= effectiveUntil ? [{ kind: "lapse" }] : [];
  },
  deadlines: ({ status, effectiveFrom, effectiveUntil }) => {
    if (status === "published" && effectiveFrom !== null) return [{ what: "take_effect", dueAt: effectiveFrom }];
    return status === "in_force" && effectiveUntil !== null ? [{ what: "lapse", dueAt: effectiveUntil }] : [];
  },
});

/** What the machine can see by itself counts whatever was handed in, so that leaving the better reader out helps nobody. */
function lintAgain({ content, findings }: Linted): Linted {
  const known = findings.filter(({ code }) => lintCodeNames.includes(code));
  return { content, findings: joinFindings(known, lintRule(content)) };
}

function findLintRefusal(findings: Linted["findings"], overrides: Acting["related"]["overrides"]): Refusal | null {
  const left = listHindrances(
    findings,
    overrides.flatMap(({ codes }) => codes),
  );
  const about = [...new Set(left.map(({ code, where }) => `${code}:${where}`))];
  return about.length === 0 ? null : toRefusal("rule_refused_by_linter", about);
}

function decidePublish(state: RuleVersionState, command: Of<"publish">, acting: Acting): Events {
  const { rule, findings } = state;
  const { effectiveFrom, transition } = command;
  const { at, settings, related, stamp } = acting;
  if (rule === null) return refuse("not_there");
  // No rule reaches back: nobody could have held to it.
  if (effectiveFrom < at) return refuse("date_out_of_range", ["effectiveFrom"]);
  if (command.effectiveUntil !== null && command.effectiveUntil <= effectiveFrom) {
    return refuse("date_out_of_range", ["effectiveUntil"]);
  }
  if (transition !== null && !isSaid(transition)) return refuse("reason_missing", ["transition"]);
  if (effectiveFrom < at + settings.ruleNoticeMs && transition === null) return refuse("transition_missing");
  if (isOutrun(rule, related.rulesInForce)) return refuse("rule_version_order", [rule.version]);
  // What two people let through ends with what they said.
  const used = related.overrides.filter(({ codes }) => findings.some(({ code }) => codes.includes(code)));
  const ends = [
    ...(command.effectiveUntil === null ? [] : [command.effectiveUntil]),
    ...used.map(({ until }) => until),
  ];
  const effectiveUntil = ends.length === 0 ? null : Math.min(...ends);
  if (effectiveUntil !== null && effectiveUntil <= effectiveFrom) return refuse("date_out_of_range", ["override"]);
  const overridden = [...new Set(used.flatMap(({ codes }) => codes))].filter((code) =>
    findings.some((finding) => finding.code === code),
  );
  return accept([{ kind: "rule_published", rule, effectiveFrom, effectiveUntil, transition, overridden, ...stamp }]);
}

function isSaid(transition: Worded): boolean {
  return ruleLanguages.every((language) => (transition[language] ?? "").trim() !== "");
}

/** Whether this version or a later one is in force. */
function isOutrun({ id, version }: RuleVersion, inForce: Acting["related"]["rulesInForce"]): boolean {
  return inForce.some(({ rule }) => rule.id === id && Number(rule.version) >= Number(version));
}

function decideTakeEffect(
  { rule, effectiveFrom }: RuleVersionState,
  _: Of<"take_effect">,
  { at, related, stamp }: Acting,
): Events {
  if (rule === null) return refuse("not_there");
  if (effectiveFrom === null || at < effectiveFrom) return refuse("too_early");
  const others = related.rulesInForce.filter((other) => other.rule.id === rule.id);
  const newer = others.find((other) => Number(other.rule.version) > Number(rule.version));
  if (newer !== undefined) return accept([{ kind: "rule_replaced", rule, with: toRuleKey(newer.rule), ...stamp }]);
  const replaces = others.map((other) => toRuleKey(other.rule));
  return accept([{ kind: "rule_took_effect", rule, replaces, ...stamp }]);
}

function evolve(state: RuleVersionState, event: RuleEvent): RuleVersionState {
  switch (event.kind) {
    case "rule_drafted":
      return { ...state, ...event.linted, status: "draft", rule: event.rule, author: event.by };
    case "rule_revised":
      return { ...state, ...event.linted, status: "draft", author: event.by, reviewer: null, objection: null };
    case "rule_reviewed":
      return event.agrees
        ? { ...state, status: "reviewed", reviewer: event.by, objection: null }
        : { ...state, status: "draft", reviewer: null, objection: event.reason };
    case "rule_published":
      return {
        ...state,
        status: "published",
        publishedAt: event.at,
        effectiveFrom: event.effectiveFrom,
        effectiveUntil: event.effectiveUntil,
        transition: event.transition,
        overridden: event.overridden,
      };
    case "rule_took_effect":
      return { ...state, status: "in_force" };
    case "rule_replaced":
      return { ...state, status: "replaced", endedAt: event.at };
    case "rule_lapsed":
      return { ...state, status: "withdrawn", endedAt: event.at };
    case "rule_withdrawn":
      return { ...state, status: "withdrawn", endedAt: event.at, reason: event.reason };
  }
}

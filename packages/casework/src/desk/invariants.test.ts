import { describe, expect, it } from "vitest";
import type { ActionOpening } from "../decisions/decision.ts";
import type { DecisionEvent } from "../decisions/decision-commands.ts";
import type { Stamp } from "../kernel/machine.ts";
import { defaultSettings } from "../kernel/settings.ts";
import * as invariants from "../testing/invariants.ts";
import { actionOpening, detectedLead, evidenceOf, measureOf, redress } from "../testing/pieces.ts";
import { monday } from "../testing/people.ts";
import { createDesk, type DeskEvent } from "./desk.ts";
import type { Happening } from "./machines.ts";

const stamp: Stamp = { at: monday, by: "system", as: "system" };
const open = (opening: ActionOpening, reviewAt: Readonly<Record<string, number>> = {}): Happening => ({
  object: "decision",
  id: opening.decision,
  event: { kind: "decision_opened", opening, reviewAt, ...stamp },
});
const happen = (event: DecisionEvent): Happening => ({ object: "decision", id: "d-a1", event });
const deliver = (at: number, court: string): Happening =>
  happen({
    ...stamp,
    at,
    kind: "delivery_noted",
    outcome: "delivered",
    channel: "mail",
    redress: { ...redress, court },
  });
const effect = {
  id: "mute-a1",
  decision: "d-a1",
  type: "mute",
  target: { kind: "account", id: "a1" },
  startedAt: monday,
} as const;
const apply = happen({
  kind: "measure_applied",
  measure: "mute-a1",
  account: "a1",
  effect,
  registerKey: null,
  ...stamp,
});
const evidence: Happening = {
  object: "case",
  id: "case-1",
  event: { kind: "evidence_added", item: evidenceOf("e-a1", "a1"), ...stamp },
};
const judge = (by: string): Happening =>
  happen({
    ...stamp,
    by,
    as: "appeal_reviewer",
    kind: "appeal_decided",
    appellant: "a1",
    outcome: "upheld",
    answers: [],
    reverse: [],
    unseparated: [],
  });
const lead = (refs: readonly string[]): Happening => {
  const { kind: _, ...content } = detectedLead({ refs });
  return {
    object: "lead",
    id: "l",
    event: { kind: "lead_opened", content, expiresAt: 0, missing: [], ...stamp, as: "detector" },
  };
};
const inForce = (id: string): Happening => ({
  object: "rule_version",
  id,
  event: { kind: "rule_took_effect", rule: { id: "IA-1", version: "1" }, replaces: [], ...stamp, as: "system" },
});
const good = actionOpening("a1", ["mute"]);
const telling = { ...good.statement, decision_facts: "by @wang_li" } as ActionOpening["statement"];

/** What could only be in a desk whose rules have a hole: each row breaks one invariant, and nothing else may see it first. */
const rows: readonly (readonly [keyof typeof invariants, readonly Happening[]])[] = [
  ["measuresHaveDeciders", [open({ ...good, approver: null })]],
  ["measuresHaveDeciders", [open({ ...good, proposerAs: "detector" })]],
  ["measuresHaveDeciders", [open({ ...good, measures: [measureOf("terminate", "a1")] })]],
  ["measuresHaveDeciders", [apply]],
  ["peopleAreSeparate", [open({ ...good, approver: "ana" })]],
  ["peopleAreSeparate", [open(good), judge("cho")]],
  ["peopleAreSeparate", [open(good), judge("ana")]],
  ["measuresEnd", [open({ ...good, measures: [{ ...measureOf("terminate", "a1"), durationMs: null }] })]],
  ["restrictionsAreTold", [open(good), apply]],
  ["restrictionsAreTold", [open(good), deliver(monday + 1, "court"), apply]],
  ["restrictionsAreTold", [open(good), deliver(monday, " "), apply]],
  ["restrictionsAreTold", [open({ ...good, statement: null }), deliver(monday, "court"), apply]],
  ["detectorsOnlyNotice", [happen({ ...stamp, as: "detector", kind: "person_informed" })]],
  [
    "nothingReadsOpinion",
    [open({ ...good, rule: { id: "x", version: "1", topic: "water" } as ActionOpening["rule"] })],
  ],
  ["accountsStandAlone", [open(good)]],
  ["bystandersAreSpared", [open({ ...good, role: "bystander" })]],
  ["recordsFollowDecisions", [apply]],
  ["publicTextsAreClean", [open({ ...good, statement: telling })]],
  ["networksAreUnknown", [lead(["203.0.113.9"])]],
  ["countsAreTrue", [apply]],
  ["rulesStandFirst", [inForce("IA-1:1"), inForce("IA-1:2")]],
];

function worldOf(happenings: readonly Happening[]): invariants.World {
  const desk = createDesk({ settings: defaultSettings, activeDesks: [] });
  for (const happening of happenings) desk.replay({ ...happening, sequence: 0, from: "", to: "" } as DeskEvent);
  return { desk, settings: defaultSettings, at: monday };
}

const byName: ReadonlyMap<string, unknown> = new Map(Object.entries(invariants));

describe("the invariants", () => {
  it.each(rows)("CW-160 %s sees what a hole in the rules would let through", (name, happenings) => {
    expect((byName.get(name) as invariants.Invariant)(worldOf(happenings)).length).toBeGreaterThan(0);
  });

  it("CW-160 see nothing where nothing is wrong", () => {
    const world = worldOf([lead(["a1"]), evidence, open(good), deliver(monday, "court"), apply]);
    for (const [name, invariant] of byName) {
      if (name !== "listTraces") expect([name, (invariant as invariants.Invariant)(world)]).toEqual([name, []]);
    }
    expect(invariants.listTraces(world.desk)).toEqual(["a1"]);
  });
});

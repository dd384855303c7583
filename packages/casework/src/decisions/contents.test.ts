import { expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import { actionOpening, noActionOpening, redress } from "../testing/pieces.ts";
import { people, subject } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import type { Actor } from "../kernel/actor.ts";
import type { DecisionCommand } from "./decision-commands.ts";
import { decisionMachine } from "./decision-machine.ts";

const { clock, ben, rei, leo, aud, ana } = people;

/** A mute and a label, told and in force. */
function inForce() {
  const decision = play(decisionMachine);
  decision.does(clock, { kind: "open", opening: actionOpening("a1", ["mute", "label"]) });
  decision.does(clock, { kind: "note_delivery", outcome: "delivered", channel: "mail", redress });
  for (const measure of ["mute-a1", "label-a1"]) {
    decision.does(clock, { kind: "apply", measure });
    decision.does(clock, { kind: "confirm_applied", measure, registerKey: null });
  }
  return decision;
}
type Decision = ReturnType<typeof inForce>;

const asIs = (): void => undefined;
const appealed = (decision: Decision) =>
  decision.does(subject("a1"), { kind: "appeal", points: ["No."], evidence: [] });
const disputed = (decision: Decision) =>
  decision.does(subject("a1"), { kind: "file_dispute", body: "b", reference: "r" });
const judge = { kind: "decide_appeal", appellant: "a1", answers: ["x"], reverse: [] } as const;
const conclude = { kind: "conclude_dispute", outcome: "upheld", implemented: true, reason: "x", reverse: [] } as const;

type Row = readonly [string, (decision: Decision) => unknown, Actor, DecisionCommand, string];
const rows: readonly Row[] = [
  [
    "an effect confirmed twice",
    asIs,
    clock,
    { kind: "confirm_applied", measure: "mute-a1", registerKey: null },
    "measure_not_applying",
  ],
  ["an effect of no measure", asIs, clock, { kind: "apply", measure: "m-x" }, "measure_not_planned"],
  [
    "a failure of what was not asked",
    asIs,
    clock,
    { kind: "note_failure", measure: "mute-a1", reason: "503" },
    "measure_not_applying",
  ],
  [
    "a reversal that was not ordered",
    asIs,
    clock,
    { kind: "confirm_reversed", measure: "mute-a1" },
    "measure_not_reversing",
  ],
  ["an end of what has none", asIs, clock, { kind: "expire", measure: "label-a1" }, "measure_not_active"],
  [
    "a review of what ends",
    asIs,
    ben,
    { kind: "review_measure", measure: "mute-a1", outcome: "lift", reason: "x" },
    "measure_not_active",
  ],
  [
    "a review without words",
    asIs,
    ben,
    { kind: "review_measure", measure: "label-a1", outcome: "lift", reason: "" },
    "reason_missing",
  ],
  ["a confirmation of no emergency", asIs, ben, { kind: "confirm_emergency", statement: "x" }, "emergency_not_open"],
  ["a lapse of no emergency", asIs, clock, { kind: "lapse_emergency" }, "emergency_not_open"],
  [
    "an appeal with an empty point",
    asIs,
    subject("a1"),
    { kind: "appeal", points: ["A.", " "], evidence: [] },
    "appeal_points_missing",
  ],
  [
    "an extension of no appeal",
    appealed,
    rei,
    { kind: "extend_appeal", appellant: "a2", reason: "x" },
    "appeal_not_open",
  ],
  [
    "an extension without words",
    appealed,
    rei,
    { kind: "extend_appeal", appellant: "a1", reason: "" },
    "reason_missing",
  ],
  ["an outcome off the list", appealed, rei, { ...judge, outcome: "lost" as "upheld" }, "appeal_scope"],
  [
    "a reversal of what is not there",
    appealed,
    rei,
    { ...judge, outcome: "partially_reversed", reverse: ["m-x"] },
    "appeal_scope",
  ],
  ["a step that is not asked", asIs, clock, { kind: "confirm_step", step: "strikes" }, "restoration_step_unknown"],
  ["undoing without words", asIs, ana, { kind: "undo", reason: " " }, "reason_missing"],
  ["a successor without a name", asIs, clock, { kind: "supersede", by: "" }, "reference_missing"],
  [
    "a dispute without its body",
    asIs,
    subject("a1"),
    { kind: "file_dispute", body: "", reference: "r" },
    "reference_missing",
  ],
  [
    "a second dispute at once",
    disputed,
    subject("a1"),
    { kind: "file_dispute", body: "b", reference: "r" },
    "dispute_open",
  ],
  ["a dispute extended without words", disputed, leo, { kind: "extend_dispute", reason: "" }, "reason_missing"],
  [
    "a dispute declined without words",
    disputed,
    leo,
    { kind: "decline_dispute", reason: "", resolvedBefore: "r0" },
    "reason_missing",
  ],
  ["a dispute concluded without words", disputed, leo, { ...conclude, reason: "" }, "reason_missing"],
  [
    "a dispute that reverses and names nothing",
    disputed,
    leo,
    { ...conclude, outcome: "partially_reversed" },
    "appeal_scope",
  ],
  ["a reopening without words", asIs, aud, { kind: "reopen", cause: "audit", reason: "" }, "reason_missing"],
  [
    "a reopening for a cause off the list",
    asIs,
    aud,
    { kind: "reopen", cause: "mood" as "audit", reason: "x" },
    "reason_missing",
  ],
];

it.each(rows)("CW-7 a decision refuses %s", (_, prepare, actor, command, code) => {
  const decision = inForce();
  prepare(decision);
  expect(decision.refused(actor, command)).toBe(code);
});

it("CW-7 a decision refuses disputes' business while it restores and none is open", () => {
  const decision = inForce();
  decision.does(ana, { kind: "undo", reason: "wrong" });
  expect(decision.refused(leo, { kind: "extend_dispute", reason: "x" })).toBe("dispute_not_open");
  expect(decision.refused(leo, { kind: "decline_dispute", reason: "x", resolvedBefore: "r" })).toBe("dispute_not_open");
  expect(decision.refused(leo, conclude)).toBe("dispute_not_open");
  expect(decision.refused(rei, { ...judge, outcome: "upheld" })).toBe("appeal_not_open");
  expect(decision.refused(clock, { kind: "expire", measure: "mute-a1" })).toBe("measure_not_active");
});

it("CW-7 a decision refuses the same step twice, and a second dispute while it restores", () => {
  const decision = inForce();
  disputed(decision);
  decision.does(ana, { kind: "undo", reason: "wrong" });
  expect(decision.state().status).toBe("restoring");
  decision.does(clock, { kind: "confirm_step", step: "strikes" });
  expect(decision.refused(clock, { kind: "confirm_step", step: "strikes" })).toBe("restoration_step_unknown");
  expect(decision.refused(subject("a1"), { kind: "file_dispute", body: "b", reference: "r" })).toBe("dispute_open");
});

it("CW-7 leaving alone cannot be undone, whatever is being argued about it", () => {
  const decision = play(decisionMachine);
  decision.does(clock, { kind: "open", opening: noActionOpening() });
  decision.does(people.rob, { kind: "appeal", points: ["Look."], evidence: [] });
  expect(decision.refused(ana, { kind: "undo", reason: "wrong" })).toBe("decision_not_in_force");
});

it("CW-66 a confirmation of an emergency has words, and its confirmer took no part", () => {
  const decision = play(decisionMachine);
  const alone = { approver: null, emergencyUntil: decision.at() + dayMs, people: ["ana", "ben"] };
  decision.does(clock, { kind: "open", opening: actionOpening("a1", ["disable_item"], alone) });
  expect(decision.refused(people.cho, { kind: "confirm_emergency", statement: " " })).toBe("reason_missing");
  expect(decision.refused(ben, { kind: "confirm_emergency", statement: "x" })).toBe("took_part");
});

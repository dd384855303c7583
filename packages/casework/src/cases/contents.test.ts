import { expect, it } from "vitest";
import { dayMs } from "../kernel/time.ts";
import type { PlannedMeasure } from "../ladder/planned-measure.ts";
import { caseOpening, evidenceOf, findingOf, measureOf, proposedItem } from "../testing/pieces.ts";
import { monday, people, subject } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import type { Actor } from "../kernel/actor.ts";
import type { CaseCommand } from "./case-commands.ts";
import { caseMachine } from "./case-machine.ts";
import type { ProposedItem } from "./proposal.ts";

const { clock, tian, ana, cho, aud, adm } = people;

/** Two accounts with findings, worked on by `ana`. */
function opened() {
  const file = play(caseMachine, caseMachine.initial, { related: { activeDesks: ["desk-1"] } });
  file.does(clock, caseOpening());
  file.does(ana, { kind: "assign", conflict: null });
  for (const account of ["a1", "a2"]) {
    file.does(ana, { kind: "add_evidence", item: evidenceOf(`e-${account}`, account) });
    file.does(ana, { kind: "record_finding", finding: findingOf(account) });
  }
  return file;
}
type File = ReturnType<typeof opened>;

const propose = (...items: readonly ProposedItem[]): CaseCommand => ({
  kind: "propose",
  items,
  emergency: false,
  hearingSkipped: "It would defeat the measure.",
});
const one = (more: Partial<ProposedItem> = {}): ProposedItem => proposedItem("a1", ["label"], more);
const measured = (...measures: readonly PlannedMeasure[]): CaseCommand => propose(one({ measures }));
const label = measureOf("label", "a1", "m1");
const content = { desk: "desk-1", purpose: "fact", question: "?", fields: ["claim"], returnBy: monday + dayMs };
const none = { kind: "propose_no_action", reason: "opinion", decision: "d-none", supersedes: [] } as const;
const none1 = (file: File) => file.does(ana, none);
const hear = (file: File) => file.does(ana, { kind: "start_hearing", account: "a1", declaredMedia: false });
const single = (file: File) => file.does(ana, propose(one()));
const bulk = (file: File) => file.does(ana, propose(one(), proposedItem("a2", ["label"])));
const drawn = (file: File) => {
  bulk(file);
  file.does(clock, { kind: "draw_sample", seed: 1 });
};
const urgent = (file: File) => {
  file.does(tian, { kind: "set_priority", priority: "P1", reason: "under attack" });
  file.does(ana, none);
};
const asIs = (): void => undefined;

type Row = readonly [string, (file: File) => unknown, Actor, CaseCommand, string];
const rows: readonly Row[] = [
  ["no accounts", asIs, ana, propose(), "accounts_missing"],
  [
    "an account twice",
    asIs,
    ana,
    propose(one(), one({ decision: "d2", measures: [measureOf("label", "a1", "m2")] })),
    "account_twice",
  ],
  ["a decision id twice", asIs, ana, propose(one(), proposedItem("a2", ["label"], { decision: "d-a1" })), "id_twice"],
  ["an address as an id", asIs, ana, propose(one({ decision: "203.0.113.9" })), "id_not_opaque"],
  ["a reopening without words", none1, ana, { kind: "reopen", cause: "audit", reason: " " }, "reason_missing"],
  ["no measures", asIs, ana, measured(), "measure_missing"],
  ["a measure id twice", asIs, ana, measured(label, label), "id_twice"],
  [
    "a target that is an address",
    asIs,
    ana,
    measured({ ...label, target: { kind: "item", id: "::1" } }),
    "id_not_opaque",
  ],
  ["an unknown measure", asIs, ana, measured({ ...label, type: "shadow" as "label" }), "measure_unknown"],
  [
    "an account where an item is asked",
    asIs,
    ana,
    measured({ ...label, target: { kind: "account", id: "a1" } }),
    "measure_wrong_target",
  ],
  [
    "somebody else's account",
    asIs,
    ana,
    measured({ ...measureOf("warning", "a1"), target: { kind: "account", id: "a2" } }),
    "measure_wrong_target",
  ],
  [
    "a duration off the ladder",
    asIs,
    ana,
    measured({ ...measureOf("mute", "a1"), durationMs: 2 * dayMs }),
    "measure_duration",
  ],
  [
    "a duration that is no number",
    asIs,
    ana,
    measured({ ...measureOf("label", "a1"), durationMs: 1.5 }),
    "measure_duration",
  ],
  [
    "counts without their reach",
    asIs,
    ana,
    measured({ id: "m1", type: "correct_counts", target: label.target, durationMs: dayMs }),
    "reach_missing",
  ],
  [
    "a priority off the list",
    asIs,
    tian,
    { kind: "set_priority", priority: "P9" as "P0", reason: "x" },
    "priority_missing",
  ],
  ["a priority without a reason", asIs, tian, { kind: "set_priority", priority: "P0", reason: "" }, "reason_missing"],
  ["a transfer under an address", asIs, ana, { kind: "ask_partner", transfer: "::1", content }, "id_not_opaque"],
  [
    "a finding about an address",
    asIs,
    ana,
    { kind: "record_finding", finding: findingOf("203.0.113.9") },
    "id_not_opaque",
  ],
  [
    "a second hearing at once",
    hear,
    ana,
    { kind: "start_hearing", account: "a1", declaredMedia: false },
    "hearing_open_already",
  ],
  [
    "a delivery to nobody asked",
    hear,
    clock,
    { kind: "note_hearing_delivery", account: "a2", outcome: "delivered" },
    "hearing_not_open",
  ],
  [
    "a reply of somebody not asked",
    hear,
    subject("a2"),
    { kind: "reply", account: "a2", text: "No." },
    "hearing_not_open",
  ],
  ["an empty reply", hear, subject("a1"), { kind: "reply", account: "a1", text: " " }, "reason_missing"],
  ["an end of no hearing", hear, clock, { kind: "end_hearing", account: "a2" }, "hearing_not_open"],
  ["a reason off the list", asIs, ana, { ...none, reason: "boring" as "opinion" }, "reason_missing"],
  ["no action under an address", asIs, ana, { ...none, decision: "::1" }, "id_not_opaque"],
  ["no action instead of nothing", asIs, ana, { ...none, supersedes: ["d-x"] }, "decision_unknown"],
  ["a draw for a single account", single, clock, { kind: "draw_sample", seed: 1 }, "not_bulk"],
  ["a draw without its seed", bulk, clock, { kind: "draw_sample", seed: Number.NaN }, "seed_missing"],
  [
    "a judgement before the draw",
    bulk,
    cho,
    { kind: "judge_blind", account: "a1", role: "operator" },
    "sample_not_drawn",
  ],
  [
    "a role off the list",
    drawn,
    cho,
    { kind: "judge_blind", account: "a1", role: "king" as "operator" },
    "role_unknown",
  ],
  ["an approval without words", single, cho, { kind: "approve", statement: " " }, "reason_missing"],
  ["acting alone without words", single, ana, { kind: "act_alone", reason: "" }, "reason_missing"],
  [
    "acting alone on another's proposal",
    single,
    { id: "ann", roles: ["analyst"] },
    { kind: "act_alone", reason: "x" },
    "not_yours",
  ],
  ["leaving alone, alone, under attack", urgent, ana, { kind: "act_alone", reason: "x" }, "second_person_needed"],
  ["undoing what is no bulk decision", single, cho, { kind: "undo_bulk", reason: "x" }, "not_bulk"],
  [
    "a legal hold without its basis",
    asIs,
    aud,
    { kind: "request_legal_hold", basis: "", owner: "aud" },
    "reason_missing",
  ],
  [
    "a legal hold without its owner",
    asIs,
    aud,
    { kind: "request_legal_hold", basis: "suit", owner: "" },
    "reason_missing",
  ],
  ["confirming what nobody asked", asIs, adm, { kind: "confirm_legal_hold" }, "no_legal_hold"],
];

it.each(rows)("CW-7 a case refuses %s", (_, prepare, actor, command, code) => {
  const file = opened();
  prepare(file);
  expect(file.refused(actor, command)).toBe(code);
});

it("CW-7 a case refuses a decision id that it used before", () => {
  const file = opened();
  file.does(ana, none);
  file.does(ana, { kind: "reopen", cause: "audit", reason: "again" });
  expect(file.refused(ana, none)).toBe("id_twice");
  expect(file.refused(ana, propose(one({ decision: "d-none" })))).toBe("id_twice");
});

it("CW-7 a case opens with a known type and priority", () => {
  const file = play(caseMachine);
  expect(file.refused(clock, caseOpening({ caseType: "opinion" as "other" }))).toBe("case_type_unknown");
  expect(file.refused(clock, caseOpening({ priority: "P9" as "P0" }))).toBe("priority_missing");
});

it("CW-7 no object is changed as of a time before its last change", () => {
  const file = opened();
  expect(file.refused(ana, propose(one()), { at: monday - 1 })).toBe("time_runs_backwards");
});

it("CW-31 whoever handles the request later is barred even when they took the case before", () => {
  const related = { barred: ["ana"] };
  expect(opened().refused(ana, { kind: "add_evidence", item: evidenceOf("e1", "a1") }, { related })).toBe(
    "handled_the_request",
  );
});

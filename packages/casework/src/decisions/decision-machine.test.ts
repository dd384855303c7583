import { describe, expect, it } from "vitest";
import { dayMs, hourMs, addMonths } from "../kernel/time.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import { actionOpening, noActionOpening, redress } from "../testing/pieces.ts";
import { people, subject, type Setting } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { decisionStatuses, type ActionOpening } from "./decision.ts";
import { decisionKinds } from "./decision-commands.ts";
import { decisionMachine } from "./decision-machine.ts";

const { clock, ana, ben, cho, rei, odo, rob, leo, aud, adj } = people;
const a1 = subject("a1");
const deliver = { kind: "note_delivery", outcome: "delivered", channel: "mail", redress } as const;
const appeal = { kind: "appeal", points: ["It was a choir."], evidence: [] } as const;
const judge = { kind: "decide_appeal", appellant: "a1", answers: ["It was."], reverse: [] } as const;

function opened(types: readonly MeasureType[], more: Partial<ActionOpening> = {}, setting: Setting = {}) {
  const decision = play(decisionMachine, decisionMachine.initial, setting);
  decision.does(clock, { kind: "open", opening: actionOpening("a1", types, more) });
  return decision;
}

function inForce(types: readonly MeasureType[], more: Partial<ActionOpening> = {}, setting: Setting = {}) {
  const decision = opened(types, more, setting);
  decision.does(clock, deliver);
  for (const measure of Object.keys(decision.state().measures)) {
    decision.does(clock, { kind: "apply", measure });
    const registerKey = measure.startsWith("register") ? "0f".repeat(32) : null;
    decision.does(clock, { kind: "confirm_applied", measure, registerKey });
  }
  return decision;
}

function confirmAll(decision: ReturnType<typeof opened>) {
  for (const [measure, { status }] of Object.entries(decision.state().measures)) {
    if (status === "reversing") decision.does(clock, { kind: "confirm_reversed", measure });
  }
  for (const step of decision.state().restoration?.pendingSteps ?? [])
    decision.does(clock, { kind: "confirm_step", step });
}

describe("decisions", () => {
  tableLaw(decisionMachine, decisionStatuses, decisionKinds);

  it("CW-60 look for themselves whether they may exist: people, role, evidence, statement", () => {
    const refused = (types: readonly MeasureType[], more: Partial<ActionOpening>) =>
      play(decisionMachine).refused(clock, { kind: "open", opening: actionOpening("a1", types, more) });
    expect(refused(["mute"], { approver: null })).toBe("humans_missing");
    expect(refused(["mute"], { approver: "ana" })).toBe("humans_missing");
    expect(refused(["terminate"], { senior: false })).toBe("senior_needed");
    expect(refused(["label"], { approver: null })).toBe("(accepted)");
    expect(refused(["label"], { proposerAs: "detector" })).toBe("humans_missing");
    expect(refused(["mute"], { role: "bystander" })).toBe("role_caps_level");
    expect(refused(["mute"], { evidence: [] })).toBe("only_shared_evidence");
    expect(refused(["mute"], { statement: null })).toBe("statement_invalid");
    const until = play(decisionMachine).at() + 24 * hourMs;
    expect(refused(["disable_item"], { approver: null, emergencyUntil: until })).toBe("(accepted)");
    expect(refused(["disable_item"], { approver: null, emergencyUntil: until + 1 })).toBe("humans_missing");
    expect(refused(["mute"], { approver: null, emergencyUntil: until })).toBe("humans_missing");
  });

  it("CW-61 nothing takes effect before the person was told, unless nobody can be reached", () => {
    const decision = opened(["mute"]);
    const apply = { kind: "apply", measure: "mute-a1" } as const;
    expect(decision.refused(clock, apply)).toBe("decision_not_delivered");
    decision.does(clock, { ...deliver, outcome: "failed" });
    expect(decision.refused(clock, apply)).toBe("decision_not_delivered");
    decision.does(clock, { ...deliver, outcome: "contact_unknown" });
    expect(decision.refused(clock, apply)).toBe("(accepted)");
    decision.does(clock, deliver);
    expect(decision.refused(clock, deliver)).toBe("delivered_already");
    decision.does(clock, apply);
    expect(decision.state().status).toBe("in_force");
  });

  it("CW-62 a statement names the complaint, the dispute body and the court, or was not delivered", () => {
    const decision = opened(["mute"]);
    expect(decision.refused(clock, { ...deliver, redress: { ...redress, court: " " } })).toBe("redress_missing");
  });

  it("CW-63 an effect is asked for, confirmed or failed; a failed one is tried again", () => {
    const decision = opened(["mute"]);
    decision.does(clock, deliver);
    const measure = "mute-a1";
    expect(decision.refused(clock, { kind: "confirm_applied", measure, registerKey: null })).toBe(
      "measure_not_applying",
    );
    decision.does(clock, { kind: "apply", measure });
    decision.does(clock, { kind: "note_failure", measure, reason: "503" });
    expect(decision.state().measures[measure]).toMatchObject({ status: "failed", failures: 1 });
    decision.does(clock, { kind: "apply", measure });
    expect(decision.refused(clock, { kind: "apply", measure })).toBe("measure_not_planned");
    decision.does(clock, { kind: "confirm_applied", measure, registerKey: null });
    expect(decision.state().measures[measure]?.status).toBe("active");
  });

  it("CW-64 ends when the statement said, however late it began, and the platform confirms the end", () => {
    const decision = opened(["mute"]);
    const start = decision.at();
    decision.wait(20 * hourMs);
    decision.does(clock, deliver);
    decision.does(clock, { kind: "apply", measure: "mute-a1" });
    decision.does(clock, { kind: "confirm_applied", measure: "mute-a1", registerKey: null });
    expect(decision.state().measures["mute-a1"]?.endAt).toBe(start + dayMs);
    expect(decision.refused(clock, { kind: "expire", measure: "mute-a1" })).toBe("too_early");
    decision.wait(4 * hourMs);
    expect(decisionMachine.due(decision.state(), decision.at())).toEqual([{ kind: "expire", measure: "mute-a1" }]);
    decision.does(clock, { kind: "expire", measure: "mute-a1" });
    expect(decision.state().measures["mute-a1"]?.status).toBe("reversing");
    decision.does(clock, { kind: "confirm_reversed", measure: "mute-a1" });
    expect(decision.state().measures["mute-a1"]?.status).toBe("expired");
    const late = opened(["mute"]);
    late.does(clock, deliver);
    late.wait(dayMs);
    expect(late.refused(clock, { kind: "apply", measure: "mute-a1" })).toBe("measure_over");
    late.does(clock, { kind: "expire", measure: "mute-a1" });
    expect(late.state().measures["mute-a1"]).toMatchObject({ status: "expired", appliedAt: null });
  });

  it("CW-65 what has no end is reviewed within a year, by somebody who did not propose it", () => {
    const decision = inForce(["terminate"]);
    const review = { kind: "review_measure", measure: "terminate-a1", reason: "It still holds." } as const;
    const { reviewAt } = decision.state().measures["terminate-a1"] ?? {};
    expect(reviewAt).toBe(addMonths(decision.at(), 12));
    expect(decision.refused({ id: "ana", roles: ["approver"] }, { ...review, outcome: "lift" })).toBe("own_proposal");
    expect(decision.refused(ben, { ...review, outcome: "keep" })).toBe("review_not_due");
    expect(decision.refused(ben, { ...review, outcome: "final" })).toBe("review_not_due");
    decision.wait(366 * dayMs);
    decision.does(ben, { ...review, outcome: "keep" });
    expect(decision.state().measures["terminate-a1"]?.reviewAt).toBe(addMonths(decision.at(), 12));
    decision.does(ben, { ...review, outcome: "final" });
    decision.does(clock, { kind: "close" });
    const lifted = inForce(["label"]);
    lifted.does(ben, { ...review, measure: "label-a1", outcome: "lift" });
    expect(lifted.state().measures["label-a1"]?.status).toBe("reversing");
  });

  it("CW-66 what one person did in an emergency lifts itself within a day unless a second confirms", () => {
    const until = play(decisionMachine).at() + 24 * hourMs;
    const alone = { approver: null, emergencyUntil: until, people: ["ana"] };
    const decision = inForce(["disable_item"], alone);
    expect(decision.refused({ id: "ana", roles: ["approver"] }, { kind: "confirm_emergency", statement: "x" })).toBe(
      "own_proposal",
    );
    expect(decision.refused(clock, { kind: "lapse_emergency" })).toBe("too_early");
    const confirmed = inForce(["disable_item"], alone);
    confirmed.does(cho, { kind: "confirm_emergency", statement: "agreed" });
    confirmed.wait(24 * hourMs);
    expect(decisionMachine.due(confirmed.state(), confirmed.at())).toEqual([]);
    decision.wait(24 * hourMs);
    expect(decision.refused(cho, { kind: "confirm_emergency", statement: "late" })).toBe("emergency_not_open");
    expect(decisionMachine.due(decision.state(), decision.at())).toEqual([{ kind: "lapse_emergency" }]);
    decision.does(clock, { kind: "lapse_emergency" });
    confirmAll(decision);
    expect(decision.state()).toMatchObject({
      status: "restored",
      measures: { "disable_item-a1": { status: "reversed" } },
    });
  });

  it("CW-66 an appeal that leaves some of it standing is no second person", () => {
    const until = play(decisionMachine).at() + 24 * hourMs;
    const decision = inForce(["disable_item", "label"], { approver: null, emergencyUntil: until, people: ["ana"] });
    decision.does(a1, appeal);
    decision.does(rei, { ...judge, outcome: "partially_reversed", reverse: ["label-a1"] });
    confirmAll(decision);
    expect(decision.state().measures["disable_item-a1"]?.status).toBe("active");
    decision.wait(24 * hourMs);
    expect(decisionMachine.due(decision.state(), decision.at())).toEqual([{ kind: "lapse_emergency" }]);
    decision.does(clock, { kind: "lapse_emergency" });
    confirmAll(decision);
    expect(decision.state().measures["disable_item-a1"]?.status).toBe("reversed");
  });

  it("CW-70 is appealed by whoever is concerned, once each, within six months of being told", () => {
    const decision = inForce(["mute"]);
    expect(decision.refused(subject("a2"), appeal)).toBe("not_yours");
    expect(decision.refused({ id: "x", roles: ["reporter"] }, appeal)).toBe("not_yours");
    expect(decision.refused(a1, { ...appeal, points: [] })).toBe("appeal_points_missing");
    decision.wait(addMonths(decision.at(), 6) - decision.at());
    expect(decision.refused(a1, appeal)).toBe("(accepted)");
    decision.wait(1);
    expect(decision.refused(a1, appeal)).toBe("appeal_window_over");
    const early = inForce(["mute"]);
    early.does(a1, appeal);
    expect(early.refused(a1, appeal)).toBe("appealed_already");
    early.does(rob, appeal);
    expect(early.state().status).toBe("appealed");
  });

  it("CW-71 the window opens with the first login where delivery failed", () => {
    const decision = opened(["mute"]);
    decision.does(clock, { ...deliver, outcome: "contact_unknown" });
    decision.wait(300 * dayMs);
    decision.does(clock, { kind: "note_login" });
    expect(decision.refused(clock, { kind: "note_login" })).toBe("delivered_already");
    decision.wait(180 * dayMs);
    expect(decision.refused(a1, appeal)).toBe("(accepted)");
    decision.wait(10 * dayMs);
    expect(decision.refused(a1, appeal)).toBe("appeal_window_over");
  });

  it("CW-72 an appeal is decided by somebody who took no part, by id", () => {
    const decision = inForce(["mute"]);
    decision.does(a1, appeal);
    const uphold = { ...judge, outcome: "upheld" } as const;
    expect(decision.refused({ id: "ana", roles: ["appeal_reviewer"] }, uphold)).toBe("own_proposal");
    expect(decision.refused({ id: "cho", roles: ["appeal_reviewer"] }, uphold)).toBe("took_part");
    expect(decision.refused(rei, uphold, { related: { involved: ["rei"] } })).toBe("took_part");
    expect(decision.refused(ben, uphold)).toBe("role_may_not");
    decision.does(odo, uphold);
    expect(decision.state().status).toBe("appeal_upheld");
    const small = inForce(["mute"], {}, { settings: { minimumStaffing: true } });
    small.does(a1, appeal);
    expect(small.refused({ id: "ana", roles: ["approver"] }, uphold)).toBe("own_proposal");
    expect(small.does(cho, uphold)[0]).toMatchObject({ unseparated: ["reviewer_took_part"] });
  });

  it("CW-73 every point is answered; more time is taken with a reason", () => {
    const decision = inForce(["mute"]);
    decision.does(a1, { ...appeal, points: ["One.", "Two."] });
    expect(decision.refused(rei, { ...judge, outcome: "upheld" })).toBe("point_unanswered");
    decision.does(rei, { kind: "extend_appeal", appellant: "a1", reason: "A translator is needed." });
    expect(decision.state().appeals.a1?.dueAt).toBe(decision.at() + 14 * dayMs);
    decision.does(rei, { ...judge, outcome: "upheld", answers: ["Yes.", "No."] });
    expect(decision.refused(rei, { ...judge, outcome: "upheld" })).toBe("appeal_not_open");
  });

  it("CW-74 a won appeal gives everything back, and says when all of it is", () => {
    const decision = inForce(["label", "mute", "hold_payout"]);
    decision.does(a1, appeal);
    decision.wait(dayMs / 2);
    decision.does(rei, { ...judge, outcome: "reversed" });
    expect(decision.state().status).toBe("restoring");
    expect(decisionMachine.deadlines(decision.state())).toContainEqual({
      what: "restore",
      dueAt: decision.at() + dayMs,
    });
    decision.wait(hourMs);
    expect(decision.refused(clock, { kind: "close" })).toBe("restoration_runs");
    confirmAll(decision);
    expect(decision.state()).toMatchObject({ status: "restored", restoration: { restoredAt: decision.at() } });
    expect(decision.refused(ben, { kind: "undo", reason: "again" })).toBe("nothing_to_reverse");
  });

  it("CW-75 a partly won appeal gives back what it names and leaves the rest", () => {
    const decision = inForce(["label", "mute"]);
    decision.does(a1, appeal);
    const partly = { ...judge, outcome: "partially_reversed" } as const;
    expect(decision.refused(rei, { ...partly, reverse: [] })).toBe("appeal_scope");
    expect(decision.refused(rei, { ...partly, reverse: ["label-a1", "mute-a1"] })).toBe("appeal_scope");
    expect(decision.refused(rei, { ...judge, outcome: "upheld", reverse: ["mute-a1"] })).toBe("appeal_scope");
    decision.does(rei, { ...partly, reverse: ["mute-a1"] });
    confirmAll(decision);
    const { measures, status } = decision.state();
    expect([status, measures["mute-a1"]?.status, measures["label-a1"]?.status]).toEqual([
      "restored",
      "reversed",
      "active",
    ]);
  });

  it("CW-76 a decision to leave alone is appealed by whoever reported, and is open again when they win", () => {
    const decision = play(decisionMachine);
    decision.does(clock, { kind: "open", opening: noActionOpening() });
    decision.does(clock, deliver);
    expect(decision.refused(a1, appeal)).toBe("not_yours");
    decision.does(rob, appeal);
    decision.does(rei, { ...judge, appellant: "rob", outcome: "reversed" });
    expect(decision.state().status).toBe("reopened");
  });

  it("CW-77 an outside body's dispute is concluded by somebody who did not propose, and declined only if resolved before", () => {
    const decision = inForce(["mute"]);
    const file = { kind: "file_dispute", body: "body-3", reference: "r-9" } as const;
    expect(decision.refused(subject("a2"), file)).toBe("not_yours");
    decision.does(adj, file);
    expect(decision.state()).toMatchObject({
      status: "external_dispute",
      dispute: { dueAt: decision.at() + 90 * dayMs },
    });
    decision.does(leo, { kind: "extend_dispute", reason: "complex" });
    expect(decision.state().dispute?.dueAt).toBe(decision.at() + 180 * dayMs);
    expect(decision.refused(leo, { kind: "decline_dispute", reason: "no", resolvedBefore: "" })).toBe(
      "dispute_not_resolved_before",
    );
    const conclude = { kind: "conclude_dispute", outcome: "reversed", reason: "They are right.", reverse: [] } as const;
    expect(decision.refused({ id: "ana", roles: ["legal"] }, { ...conclude, implemented: true })).toBe("own_proposal");
    decision.does(leo, { ...conclude, implemented: true });
    confirmAll(decision);
    expect(decision.state().status).toBe("implemented");
    decision.does(a1, file);
    decision.does(leo, { ...conclude, implemented: false });
    expect(decision.state().status).toBe("not_implemented");
  });

  it("CW-78 is reopened with a cause, undone with a reason, and superseded, never overwritten", () => {
    const decision = inForce(["mute"]);
    decision.does(aud, { kind: "reopen", cause: "audit", reason: "The sample was wrong." });
    expect(decision.state().status).toBe("reopened");
    decision.does(clock, { kind: "supersede", by: "d-2" });
    confirmAll(decision);
    expect(decision.state()).toMatchObject({ status: "restored", supersededBy: "d-2", opening: { account: "a1" } });
    const undone = inForce(["mute"]);
    undone.does(ana, { kind: "undo", reason: "wrong list" });
    confirmAll(undone);
    expect(undone.state().status).toBe("restored");
  });

  it("CW-79 closes when its measures have ended and the time to appeal is over", () => {
    const decision = inForce(["mute"]);
    expect(decision.refused(clock, { kind: "close" })).toBe("measure_not_reversing");
    decision.wait(dayMs);
    decision.does(clock, { kind: "expire", measure: "mute-a1" });
    decision.does(clock, { kind: "confirm_reversed", measure: "mute-a1" });
    expect(decision.refused(clock, { kind: "close" })).toBe("too_early");
    decision.wait(190 * dayMs);
    decision.does(clock, { kind: "close" });
    expect(decision.refused(a1, appeal)).toBe("decision_closed");
  });

  it("CW-85 a register entry takes a keyed pseudonym and nothing else", () => {
    const decision = opened(["terminate", "register"]);
    decision.does(clock, deliver);
    decision.does(clock, { kind: "apply", measure: "register-a1" });
    const confirm = { kind: "confirm_applied", measure: "register-a1" } as const;
    for (const registerKey of [null, "Wang Li", "13800138000"]) {
      expect(decision.refused(clock, { ...confirm, registerKey })).toBe("register_key_malformed");
    }
    decision.does(clock, { ...confirm, registerKey: "0f".repeat(32) });
  });
});

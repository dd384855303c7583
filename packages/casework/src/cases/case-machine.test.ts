import { describe, expect, it } from "vitest";
import { dayMs, hourMs } from "../kernel/time.ts";
import { caseOpening, evidenceOf, findingOf, measureOf, proposedItem } from "../testing/pieces.ts";
import { people, subject, type Setting } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { testRule } from "../testing/rules.ts";
import { tableLaw } from "../testing/table-law.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import { caseStatuses, type CaseOpening } from "./case.ts";
import { caseKinds, type CaseCommand } from "./case-commands.ts";
import { caseMachine } from "./case-machine.ts";
import type { Finding } from "./finding.ts";
import type { ProposedItem } from "./proposal.ts";

const { clock, tian, ana, ben, cho, sena, lia, aud, adm, rei } = people;

type Start = {
  readonly opening?: Partial<CaseOpening>;
  readonly accounts?: readonly string[];
  readonly setting?: Setting;
};

/** A case that `ana` works on, with evidence and a finding for each account, each of them heard. */
function investigated({ opening = {}, accounts = ["a1"], setting = {} }: Start = {}, finding: Partial<Finding> = {}) {
  const file = play(caseMachine, caseMachine.initial, setting);
  file.does(clock, caseOpening(opening));
  file.does(ana, { kind: "assign", conflict: null });
  for (const account of accounts) {
    file.does(ana, { kind: "add_evidence", item: evidenceOf(`e-${account}`, account) });
    file.does(ana, { kind: "record_finding", finding: findingOf(account, finding) });
    file.does(ana, { kind: "start_hearing", account, declaredMedia: false });
  }
  for (const account of accounts) file.does(subject(account), { kind: "reply", account, text: "We are a choir." });
  return file;
}

function proposal(account: string, types: readonly MeasureType[], more: Partial<ProposedItem> = {}): CaseCommand {
  return { kind: "propose", items: [proposedItem(account, types, more)], emergency: false, hearingSkipped: null };
}

describe("cases", () => {
  tableLaw(caseMachine, caseStatuses, caseKinds);

  it("CW-30 is worked on by analysts who took it and declared no interest of their own", () => {
    const file = play(caseMachine);
    file.does(clock, caseOpening());
    expect(file.refused(ana, { kind: "assign", conflict: "my cousin" })).toBe("conflict_of_interest");
    file.does(ana, { kind: "assign", conflict: null });
    expect(file.refused(ana, { kind: "assign", conflict: null })).toBe("assigned_already");
    const item = evidenceOf("e1", "a1");
    expect(file.refused(ben, { kind: "add_evidence", item })).toBe("not_assigned");
    file.does(ana, { kind: "add_evidence", item });
    expect(file.refused(ana, { kind: "add_evidence", item })).toBe("id_twice");
    expect(file.refused(ana, { kind: "add_evidence", item: { ...item, id: "e2", sha256: "ab" } })).toBe(
      "evidence_malformed",
    );
  });

  it("CW-31 whoever handled the authority's request neither works on the case nor approves it", () => {
    const setting = { related: { barred: ["ana", "cho"] } };
    const file = play(caseMachine, caseMachine.initial, setting);
    file.does(clock, caseOpening({ request: "request-7" }));
    expect(file.refused(ana, { kind: "assign", conflict: null })).toBe("handled_the_request");
    const other = investigated({ opening: { request: "request-7" } });
    other.does(ana, proposal("a1", ["disable_item"]));
    expect(other.refused(cho, { kind: "approve", statement: "yes" }, setting)).toBe("handled_the_request");
  });

  it("CW-32 the clock of the first action runs by priority and stops when somebody takes the case", () => {
    const file = play(caseMachine);
    file.does(clock, caseOpening({ priority: "P1" }));
    expect(caseMachine.deadlines(file.state())).toEqual([{ what: "first_action", dueAt: file.at() + 4 * hourMs }]);
    file.does(tian, { kind: "set_priority", priority: "P0", reason: "somebody is in danger" });
    expect(caseMachine.deadlines(file.state())[0]?.dueAt).toBe(file.at() + hourMs);
    file.does(ana, { kind: "assign", conflict: null });
    expect(caseMachine.deadlines(file.state())).toEqual([]);
  });

  it("CW-33 the handling clock stands still while a partner or the person has the word, and only then", () => {
    const file = play(caseMachine, caseMachine.initial, { related: { activeDesks: ["desk-health"] } });
    file.does(clock, caseOpening());
    file.does(ana, { kind: "assign", conflict: null });
    const content = {
      desk: "desk-health",
      purpose: "a question of fact",
      question: "Was the bridge closed on Monday?",
      fields: ["claim", "question"],
      returnBy: file.at() + 10 * dayMs,
    };
    file.wait(dayMs);
    expect(file.refused(ana, { kind: "ask_partner", transfer: "t1", content: { ...content, desk: "desk-x" } })).toBe(
      "desk_not_active",
    );
    const wide = { ...content, fields: ["account_name"] };
    expect(file.refused(ana, { kind: "ask_partner", transfer: "t1", content: wide })).toBe("field_not_shareable");
    file.does(lia, { kind: "ask_partner", transfer: "t1", content });
    file.wait(5 * dayMs);
    expect(file.refused(ana, proposal("a1", ["label"]))).toBe("partner_has_the_word");
    expect(file.refused(clock, { kind: "hear_partner", transfer: "t2" })).toBe("partner_not_asked");
    file.does(clock, { kind: "hear_partner", transfer: "t1" });
    expect(file.state().handling).toMatchObject({ pausedMs: 5 * dayMs, pause: null });
  });

  it("CW-34 a hearing needs a finding, ends with the reply or its time, and keeps the reply as it was written", () => {
    const file = play(caseMachine);
    file.does(clock, caseOpening());
    file.does(ana, { kind: "assign", conflict: null });
    const hear = { kind: "start_hearing", account: "a1", declaredMedia: false } as const;
    expect(file.refused(ana, hear)).toBe("finding_missing");
    file.does(ana, { kind: "add_evidence", item: evidenceOf("e-a1", "a1") });
    file.does(ana, { kind: "record_finding", finding: findingOf("a1") });
    file.does(ana, { kind: "add_evidence", item: evidenceOf("e-a2", "a2") });
    file.does(ana, { kind: "record_finding", finding: findingOf("a2") });
    file.does(ana, hear);
    file.does(ana, { ...hear, account: "a2", declaredMedia: true });
    expect(file.refused(subject("a2"), { kind: "reply", account: "a1", text: "x" })).toBe("not_yours");
    file.does(subject("a1"), { kind: "reply", account: "a1", text: "  We are a choir.\n" });
    expect(file.state()).toMatchObject({ status: "hearing", hearings: { a1: { reply: "  We are a choir.\n" } } });
    const told = { kind: "note_hearing_delivery", account: "a2" } as const;
    expect(file.refused(clock, { kind: "end_hearing", account: "a2" })).toBe("decision_not_delivered");
    file.wait(24 * hourMs);
    // A question that did not arrive costs nobody their time.
    file.does(clock, { ...told, outcome: "failed" });
    expect(caseMachine.due(file.state(), file.at())).toEqual([]);
    file.does(clock, { ...told, outcome: "delivered" });
    expect(file.refused(clock, { ...told, outcome: "delivered" })).toBe("delivered_already");
    expect(file.refused(clock, { kind: "end_hearing", account: "a2" })).toBe("too_early");
    file.wait(24 * hourMs);
    expect(caseMachine.due(file.state(), file.at())).toEqual([{ kind: "end_hearing", account: "a2" }]);
    file.does(clock, { kind: "end_hearing", account: "a2" });
    expect(file.state()).toMatchObject({ status: "investigating", hearings: { a2: { reply: null } } });
  });

  it("CW-35 each account has its own finding on evidence of its own; the group's alone is refused", () => {
    const file = play(caseMachine);
    file.does(clock, caseOpening());
    file.does(ana, { kind: "assign", conflict: null });
    expect(file.refused(ana, proposal("a1", ["label"]))).toBe("finding_missing");
    file.does(ana, { kind: "add_evidence", item: evidenceOf("graph", "a1", "a2", "a3") });
    file.does(ana, { kind: "record_finding", finding: findingOf("a1", { evidence: ["graph"] }) });
    expect(file.refused(ana, proposal("a1", ["label"]))).toBe("only_shared_evidence");
    const other = findingOf("a1", { evidence: ["nowhere"] });
    expect(file.refused(ana, { kind: "record_finding", finding: other })).toBe("evidence_unknown");
    file.does(ana, { kind: "add_evidence", item: evidenceOf("e-a1", "a1") });
    file.does(ana, { kind: "record_finding", finding: findingOf("a1", { evidence: ["graph", "e-a1"] }) });
    file.does(ana, proposal("a1", ["label"]));
  });

  it("CW-36 role and gravity cap the level; a bystander bears a warning at most", () => {
    const rows: readonly (readonly [Partial<Finding>, MeasureType, string])[] = [
      [{ role: "bystander" }, "label", "role_caps_level"],
      [{ role: "bystander" }, "warning", "(accepted)"],
      [{ role: "unknown" }, "correct_counts", "role_caps_level"],
      [{ role: "unknown" }, "label", "(accepted)"],
      [{ role: "amplifier_unpaid" }, "mute", "role_caps_level"],
      [{ role: "amplifier_paid_or_automated", grade: "critical" }, "terminate", "role_caps_level"],
      [{ role: "amplifier_paid_or_automated" }, "suspend", "(accepted)"],
      [{ role: "organiser", grade: "minor" }, "label", "grade_caps_level"],
      [{ role: "organiser", grade: "moderate" }, "mute", "grade_caps_level"],
      [{ role: "organiser", grade: "serious" }, "terminate", "grade_caps_level"],
      [{ role: "organiser", grade: "critical" }, "terminate", "(accepted)"],
      [{ role: "organiser", grade: "critical" }, "register", "register_needs_termination"],
    ];
    for (const [finding, type, code] of rows) {
      expect([finding, type, investigated({}, finding).refused(ana, proposal("a1", [type]))]).toEqual([
        finding,
        type,
        code,
      ]);
    }
  });

  it("CW-37 from L5 on the person is heard first, unless it is written why notice would defeat the measure", () => {
    const file = play(caseMachine);
    file.does(clock, caseOpening());
    file.does(ana, { kind: "assign", conflict: null });
    file.does(ana, { kind: "add_evidence", item: evidenceOf("e-a1", "a1") });
    file.does(ana, { kind: "record_finding", finding: findingOf("a1") });
    expect(file.refused(ana, proposal("a1", ["disable_item"]))).toBe("not_heard");
    expect(file.refused(ana, proposal("a1", ["restrict_interaction"]))).toBe("(accepted)");
    const items = [proposedItem("a1", ["disable_item"])];
    const propose = { kind: "propose", items, emergency: false } as const;
    expect(file.refused(ana, { ...propose, hearingSkipped: " " })).toBe("reason_missing");
    file.does(ana, { ...propose, hearingSkipped: "Accounts of this ring were emptied within minutes of notice." });
  });

  it("CW-37 a finding that says something else needs a hearing of its own", () => {
    const file = investigated();
    expect(file.refused(ana, proposal("a1", ["mute"]))).toBe("(accepted)");
    file.does(ana, { kind: "record_finding", finding: findingOf("a1", { allegation: "It sold accounts." }) });
    expect(file.refused(ana, proposal("a1", ["mute"]))).toBe("not_heard");
  });

  it("CW-38 a proposal names rule, alternatives and proportion; a gravity above minor has its reason", () => {
    const file = investigated();
    expect(file.refused(ana, proposal("a1", ["label"], { rule: { id: "", version: "" } }))).toBe("rule_missing");
    expect(file.refused(ana, proposal("a1", ["label"], { alternatives: " " }))).toBe("reason_missing");
    expect(file.refused(ana, proposal("a1", ["label"], { proportionality: "" }))).toBe("reason_missing");
    const vague = findingOf("a1", { severity: {} });
    expect(file.refused(ana, { kind: "record_finding", finding: vague })).toBe("finding_unreasoned");
    const mute = findingOf("a1", { severity: { scale: { weight: 1, reason: "" } } });
    expect(file.refused(ana, { kind: "record_finding", finding: mute })).toBe("finding_unreasoned");
  });

  it("CW-195 a decision names a version of a rule that is in force when it is proposed, and still when it is taken", () => {
    const file = investigated();
    const later = { rule: { id: "IA-1", version: "4" } };
    expect(file.refused(ana, proposal("a1", ["label"], later))).toBe("rule_not_in_force");
    expect(file.refused(ana, proposal("a1", ["label"]), { related: { rulesInForce: [] } })).toBe("rule_not_in_force");
    file.does(ana, proposal("a1", ["label"]));
    const gone = { related: { rulesInForce: [{ ...testRule, ...later }] } };
    expect(file.refused(cho, { kind: "approve", statement: "I read it." }, gone)).toBe("rule_not_in_force");
    expect(file.refused(ana, { kind: "act_alone", reason: "A label." }, gone)).toBe("rule_not_in_force");
    file.does(ana, { kind: "act_alone", reason: "A label." });
  });

  it("CW-196 a measure is one that the rule allows at this gravity, whatever role and gravity would bear", () => {
    const file = investigated();
    const promptOnly = { minor: [0], moderate: [0], serious: [0, 2], critical: [0, 2, 9] } as const;
    const setting = { related: { rulesInForce: [{ ...testRule, ladder: promptOnly }] } };
    expect(file.refused(ana, proposal("a1", ["warning"]), setting)).toBe("rule_caps_level");
    expect(file.refused(ana, proposal("a1", ["label", "warning"]), setting)).toBe("rule_caps_level");
    expect(file.refused(ana, proposal("a1", ["label"]), setting)).toBe("(accepted)");
  });

  it("CW-39 money comes first where the harm is commercial", () => {
    const severity = { commercial_benefit: { weight: 2, reason: "Paid reposts." } } as const;
    const file = investigated({}, { severity });
    expect(file.refused(ana, proposal("a1", ["mute"]))).toBe("money_first");
    expect(file.refused(ana, proposal("a1", ["hold_payout", "mute"]))).toBe("(accepted)");
    expect(file.refused(ana, proposal("a1", ["mute"], { whyNotMoneyFirst: "No payout is left." }))).toBe("(accepted)");
    expect(file.refused(ana, proposal("a1", ["disable_item"]))).toBe("(accepted)");
  });

  it("CW-40 a suspension for repetition rests on strikes that stand, a warning among them, or on a critical act", () => {
    const now = play(caseMachine).at();
    const strike = { decision: "d0", at: now - dayMs, until: now + dayMs };
    const strikes = {
      a1: [
        { ...strike, measure: "m-warning", level: 1 },
        { ...strike, measure: "m-mute", level: 7 },
        { ...strike, measure: "m-old", level: 1, until: now },
      ],
    };
    const setting = { related: { strikes } };
    const file = investigated({ setting });
    const relying = (...strikesReliedOn: readonly string[]) => proposal("a1", ["suspend"], { strikesReliedOn });
    expect(file.refused(ana, relying("m-mute"))).toBe("not_warned");
    expect(file.refused(ana, relying("m-mute", "m-old"))).toBe("strike_unknown");
    expect(file.refused(ana, relying("m-mute", "m-warning"))).toBe("(accepted)");
    expect(investigated({ setting }, { grade: "critical" }).refused(ana, relying("m-mute"))).toBe("(accepted)");
  });

  it("CW-41 the category through which opinions could be judged is off, and needs a determination and two people", () => {
    const civic = {
      draft: {
        ...proposedItem("a1", []).draft,
        category: "STATEMENT_CATEGORY_NEGATIVE_EFFECTS_ON_CIVIC_DISCOURSE_OR_ELECTIONS",
      },
    };
    const file = investigated();
    expect(file.refused(ana, proposal("a1", ["label"], civic))).toBe("category_off");
    const setting = { settings: { civicCategoryEnabled: true }, related: { determinations: ["c1"] } };
    expect(file.refused(ana, proposal("a1", ["label"], civic), setting)).toBe("determination_missing");
    file.does(ana, proposal("a1", ["label"], { ...civic, determination: "c1" }), setting);
    expect(file.refused(ana, { kind: "act_alone", reason: "small" }, setting)).toBe("second_person_needed");
    file.does(cho, { kind: "approve", statement: "agreed" }, setting);
  });

  it("CW-42 a statement that breaks the published rules, or tells who somebody is, cannot be proposed", () => {
    const file = investigated();
    const { draft } = proposedItem("a1", []);
    const invalid = { draft: { ...draft, category: "STATEMENT_CATEGORY_RUMOUR" } };
    expect(file.refused(ana, proposal("a1", ["label"], invalid))).toBe("statement_invalid");
    const telling = { draft: { ...draft, facts: "Posted by @wang_li, call 138 0013 8000." } };
    expect(file.refused(ana, proposal("a1", ["label"], telling))).toBe("personal_data_in_public_text");
    // A warning restricts nothing and has no public statement.
    expect(file.refused(ana, proposal("a1", ["warning"], telling))).toBe("(accepted)");
  });

  it("CW-43 proposer and approver are two people by id, and the approver did not work on the case", () => {
    const file = investigated();
    file.does(ana, proposal("a1", ["mute"]));
    const approve = { kind: "approve", statement: "agreed" } as const;
    expect(file.refused({ id: "ana", roles: ["approver"] }, approve)).toBe("own_proposal");
    expect(file.refused({ id: "tian", roles: ["approver"] }, approve)).toBe("took_part");
    expect(file.refused(ben, approve, { related: { involved: ["ben"] } })).toBe("took_part");
    expect(file.refused(ana, { kind: "act_alone", reason: "x" })).toBe("second_person_needed");
    const [event] = file.does(cho, approve);
    expect(event).toMatchObject({ kind: "action_decided", approver: "cho", stage: [{ unseparated: [] }] });
  });

  it("CW-44 a team of two is let through marked, and the proposer never approves", () => {
    const setting = { settings: { minimumStaffing: true } };
    const file = investigated({ setting });
    file.does(ben, { kind: "assign", conflict: null });
    file.does(ana, proposal("a1", ["mute"]));
    expect(file.refused({ id: "ana", roles: ["approver"] }, { kind: "approve", statement: "x" })).toBe("own_proposal");
    const [event] = file.does(ben, { kind: "approve", statement: "agreed" });
    expect(event).toMatchObject({ stage: [{ unseparated: ["approver_took_part"] }] });
  });

  it("CW-45 one person suffices for one item up to L3, unless it touches very many accounts", () => {
    const few = investigated();
    few.does(ana, proposal("a1", ["correct_counts"]));
    few.does(ana, { kind: "act_alone", reason: "counts only" });
    expect(few.state().status).toBe("decided_action");
    const many = investigated();
    const measures = [{ ...proposedItem("a1", ["correct_counts"]).measures[0], accountsAffected: 10_001 }];
    many.does(ana, proposal("a1", [], { measures: measures as ProposedItem["measures"] }));
    expect(many.refused(ana, { kind: "act_alone", reason: "counts only" })).toBe("second_person_needed");
  });

  it("CW-46 a rejection sends it back, is counted, and is kept", () => {
    const file = investigated();
    file.does(ana, proposal("a1", ["mute"]));
    expect(file.refused(cho, { kind: "reject", reason: "" })).toBe("reason_missing");
    file.does(cho, { kind: "reject", reason: "A label would do." });
    expect(file.state()).toMatchObject({ status: "investigating", rejections: 1, proposal: null });
    file.does(ana, proposal("a1", ["label"]));
    // Whoever rejected only judged; they may judge again.
    file.does(cho, { kind: "approve", statement: "agreed" });
  });

  it("CW-47 a termination or register entry needs a senior second person", () => {
    const file = investigated({}, { grade: "critical" });
    file.does(ana, proposal("a1", ["terminate", "register"]));
    expect(file.refused(cho, { kind: "approve", statement: "agreed" })).toBe("senior_needed");
    file.does(sena, { kind: "approve", statement: "agreed" });
  });

  it("CW-48 in an emergency to life one person may take down one item, for a day", () => {
    const emergency = { kind: "propose", items: [proposedItem("a1", ["disable_item"])], emergency: true } as const;
    const calm = investigated();
    expect(calm.refused(ana, { ...emergency, hearingSkipped: null })).toBe("no_emergency");
    const file = investigated({ opening: { priority: "P0", caseType: "threat" } });
    const mute = [proposedItem("a1", ["mute"])];
    expect(file.refused(ana, { ...emergency, items: mute, hearingSkipped: null })).toBe("no_emergency");
    file.does(ana, { ...emergency, hearingSkipped: null });
    expect(file.refused(cho, { kind: "act_alone", reason: "x" })).toBe("role_may_not");
    const [event] = file.does(ana, { kind: "act_alone", reason: "A life is in danger." });
    expect(event).toMatchObject({ emergencyUntil: file.at() + 24 * hourMs, approver: null });
  });

  it("CW-49 leaving alone is an outcome, `authentic coordination` among them; under attack it takes two", () => {
    const file = investigated();
    file.does(ana, { kind: "propose_no_action", reason: "authentic_coordination", decision: "d1", supersedes: [] });
    expect(file.state()).toMatchObject({ status: "decided_no_action", decisions: { d1: "open" } });
    const urgent = investigated({ opening: { priority: "P1" } });
    urgent.does(ana, { kind: "propose_no_action", reason: "no_violation", decision: "d1", supersedes: [] });
    expect(urgent.state().status).toBe("proposed");
    urgent.does(cho, { kind: "approve", statement: "agreed" });
    expect(urgent.state().status).toBe("decided_no_action");
  });

  it("CW-59 closes when its decisions have ended and our own controls were reviewed, and is purged in its time", () => {
    const file = investigated();
    file.does(ana, { kind: "propose_no_action", reason: "no_violation", decision: "d1", supersedes: [] });
    expect(file.refused(clock, { kind: "close" })).toBe("decisions_open");
    expect(file.refused(clock, { kind: "settle", decision: "d2" })).toBe("decision_unknown");
    file.does(clock, { kind: "settle", decision: "d1" });
    expect(file.refused(clock, { kind: "close" })).toBe("self_review_missing");
    file.does(clock, { kind: "note_self_review", review: "r1" });
    expect(caseMachine.due(file.state(), file.at())).toEqual([{ kind: "close" }]);
    file.does(clock, { kind: "close" });
    expect(file.refused(clock, { kind: "purge" })).toBe("too_early");
    file.does(aud, { kind: "request_legal_hold", basis: "suit 4", owner: "aud" });
    expect(file.refused({ id: "aud", roles: ["admin"] }, { kind: "confirm_legal_hold" })).toBe("own_proposal");
    file.does(adm, { kind: "confirm_legal_hold" });
    expect(file.state().legalHold?.reviewAt).toBe(file.at() + 90 * dayMs);
    file.wait(200 * dayMs);
    expect(file.refused(clock, { kind: "purge" })).toBe("legal_hold_stands");
    file.does(aud, { kind: "release_legal_hold", reason: "settled" });
    expect(caseMachine.due(file.state(), file.at())).toEqual([{ kind: "purge" }]);
    file.does(clock, { kind: "purge" });
    expect(file.state()).toMatchObject({ status: "purged", evidence: {}, findings: {}, hearings: {} });
  });

  it("CW-58 a proposal supersedes an earlier decision about the same account only", () => {
    const file = investigated({ accounts: ["a1", "a2"] });
    file.does(ana, proposal("a1", ["label"]));
    file.does(ana, { kind: "act_alone", reason: "small" });
    file.does(ana, { kind: "reopen", cause: "new_evidence", reason: "A second device." });
    const later = { decision: "d-later", measures: [measureOf("label", "a2", "m-later")] };
    expect(file.refused(ana, proposal("a2", [], { ...later, supersedes: "d-a1" }))).toBe("decision_unknown");
    const own = { decision: "d-later", measures: [measureOf("label", "a1", "m-later")] };
    expect(file.refused(ana, proposal("a1", [], { ...own, supersedes: "d-a9" }))).toBe("decision_unknown");
    expect(file.refused(ana, proposal("a1", [], { ...own, supersedes: "d-a1" }))).toBe("(accepted)");
  });

  it("CW-58 a decided or closed case is reopened with a cause and a reason", () => {
    const file = investigated();
    expect(file.refused(rei, { kind: "reopen", cause: "appeal", reason: "x" })).toBe("case_not_decided");
    file.does(ana, { kind: "propose_no_action", reason: "no_violation", decision: "d1", supersedes: [] });
    expect(file.refused(rei, { kind: "reopen", cause: "appeal", reason: "" })).toBe("reason_missing");
    file.does(rei, { kind: "reopen", cause: "appeal", reason: "The evidence was not looked at." });
    expect(file.state().status).toBe("investigating");
  });
});

import { describe, expect, it } from "vitest";
import type { Actor } from "../kernel/actor.ts";
import { defaultSettings } from "../kernel/settings.ts";
import { dayMs, hourMs } from "../kernel/time.ts";
import type { MeasureType } from "../ladder/measure-types.ts";
import { detectedLead, evidenceOf, findingOf, fullNotice, proposedItem, redress } from "../testing/pieces.ts";
import { monday, people, subject } from "../testing/people.ts";
import { bringRuleIntoForce } from "../testing/rules.ts";
import { settleEffects } from "../testing/random-history.ts";
import type { Finding } from "../cases/finding.ts";
import type { ProposedItem } from "../cases/proposal.ts";
import { createDesk, type Desk } from "./desk.ts";
import type { Order } from "./machines.ts";
import { countPublicly } from "./public-counts.ts";
import { listTrainingLabels } from "./training-labels.ts";

const { detector, tian, ana, cho, sena, rei, rob, clock, lia, leo, aud } = people;

function openDesk() {
  const desk = createDesk({ settings: defaultSettings, activeDesks: ["desk-1"] });
  let at = monday;
  bringRuleIntoForce(desk, at);
  const does = (actor: Actor, order: Order): void => {
    const outcome = desk.execute(order, { actor, at });
    if (!outcome.ok) expect.fail(`${order.object} ${order.command.kind}: ${JSON.stringify(outcome.refusal)}`);
  };
  const refused = (actor: Actor, order: Order): string => {
    const outcome = desk.execute(order, { actor, at });
    return outcome.ok ? "(accepted)" : outcome.refusal.code;
  };
  const wait = (ms: number): void => {
    at += ms;
    desk.tick(at);
  };
  return { desk, does, refused, wait, at: () => at };
}

type House = ReturnType<typeof openDesk>;
const onCase = (id: string, command: Extract<Order, { object: "case" }>["command"]): Order => ({
  object: "case",
  id,
  command,
});
const onDecision = (id: string, command: Extract<Order, { object: "decision" }>["command"]): Order => ({
  object: "decision",
  id,
  command,
});

/** A lead becomes a case that `ana` holds. */
function takeCase({ does }: House, id: string, caseType: "campaign" | "fraud" = "campaign"): void {
  does(detector, { object: "lead", id: `lead-of-${id}`, command: detectedLead() });
  const accept = { kind: "accept", caseId: id, priority: "P2", caseType } as const;
  does(tian, { object: "lead", id: `lead-of-${id}`, command: accept });
  does(ana, onCase(id, { kind: "assign", conflict: null }));
}

type Held = {
  readonly types: readonly MeasureType[];
  readonly finding?: Partial<Finding>;
  readonly item?: Partial<ProposedItem>;
};

/** Evidence, finding, proposal and approval for one account; and the platform does what it is told. */
function decide(
  { does, desk }: House,
  caseId: string,
  account: string,
  { types, finding = {}, item = {} }: Held,
): string {
  const evidence = `e-${caseId}-${account}`;
  const decision = `d-${caseId}-${account}`;
  does(ana, onCase(caseId, { kind: "add_evidence", item: evidenceOf(evidence, account) }));
  does(
    ana,
    onCase(caseId, { kind: "record_finding", finding: findingOf(account, { evidence: [evidence], ...finding }) }),
  );
  const base = proposedItem(account, types, { decision, ...item });
  const measures = base.measures.map((measure) => ({ ...measure, id: `${decision}-${measure.type}` }));
  const propose = {
    kind: "propose",
    items: [{ ...base, measures }],
    emergency: false,
    hearingSkipped: "would defeat it",
  } as const;
  does(ana, onCase(caseId, propose));
  does(sena, onCase(caseId, { kind: "approve", statement: "agreed" }));
  does(clock, onDecision(decision, { kind: "note_delivery", outcome: "delivered", channel: "mail", redress }));
  for (const measure of Object.keys(desk.getState("decision", decision).measures)) {
    does(clock, onDecision(decision, { kind: "apply", measure }));
    const registerKey = measure.endsWith("register") ? "0f".repeat(32) : null;
    does(clock, onDecision(decision, { kind: "confirm_applied", measure, registerKey }));
  }
  return decision;
}

function win({ does, desk, at }: House, decision: string, account: string): void {
  does(subject(account), onDecision(decision, { kind: "appeal", points: ["It was not me."], evidence: [] }));
  const judge = {
    kind: "decide_appeal",
    appellant: account,
    outcome: "reversed",
    answers: ["True."],
    reverse: [],
  } as const;
  does(rei, onDecision(decision, judge));
  settleEffects({ desk, at: at() });
}

function labelsOf(desk: Desk): readonly string[] {
  return listTrainingLabels(desk.listIds("decision").map((id) => [id, desk.getState("decision", id)] as const)).map(
    ({ account }) => account,
  );
}

describe("the desk", () => {
  it("CW-180 carries a lead to its end: case, decision, appeal, everything restored, self-review, closing, purge", () => {
    const house = openDesk();
    const { desk, does, wait } = house;
    takeCase(house, "case-1");
    const decision = decide(house, "case-1", "a1", {
      types: ["terminate", "register"],
      finding: { grade: "critical" },
    });
    const entry = `${decision}-register`;
    expect(Object.keys(desk.getAccount("a1").effects).length).toBe(2);
    expect(desk.getState("register_entry", entry).status).toBe("listed");
    wait(dayMs);
    win(house, decision, "a1");
    expect(desk.getAccount("a1")).toEqual({ effects: {}, strikes: {} });
    expect(desk.getState("register_entry", entry)).toMatchObject({ status: "deleted", key: null });
    expect(desk.getState("decision", decision).status).toBe("restored");
    does(ana, {
      object: "self_review",
      id: "review-case-1",
      command: {
        kind: "record_gap",
        gap: "g",
        gapKind: "wrong",
        text: "A shared device.",
        owner: "ana",
        dueAt: monday + 9 * dayMs,
      },
    });
    does(sena, {
      object: "self_review",
      id: "review-case-1",
      command: { kind: "finish", summary: "One device, two people." },
    });
    wait(190 * dayMs);
    wait(1);
    expect(desk.getState("decision", decision).status).toBe("closed");
    expect(desk.getState("case", "case-1").status).toBe("closed");
    wait(190 * dayMs);
    expect(desk.getState("case", "case-1")).toMatchObject({ status: "purged", evidence: {}, people: [] });
    const { opening, appeals, status } = desk.getState("decision", decision);
    expect([status, opening?.people, opening?.statement, appeals]).toEqual(["purged", [], null, {}]);
    expect(JSON.stringify(desk.getState("decision", decision))).not.toMatch(/in step|It was not me/);
    expect(countPublicly(desk.events)).toMatchObject({
      measures_applied_L9: 1,
      measures_reversed: 2,
      appeals_reversed: 1,
    });
  });

  it("CW-181 a reversed decision takes its label from the detectors, and only final ones give any", () => {
    const house = openDesk();
    takeCase(house, "case-1", "fraud");
    decide(house, "case-1", "a1", { types: ["mute"] });
    takeCase(house, "case-2", "fraud");
    const second = decide(house, "case-2", "a2", { types: ["mute"] });
    win(house, second, "a2");
    expect(labelsOf(house.desk)).toEqual([]);
    house.wait(2 * dayMs);
    settleEffects({ desk: house.desk, at: house.at() });
    house.wait(200 * dayMs);
    expect(labelsOf(house.desk)).toEqual(["a1"]);
  });

  it("CW-182 a strike that falls reopens the later decision that rested on it", () => {
    const house = openDesk();
    const { desk } = house;
    takeCase(house, "case-1", "fraud");
    const warning = decide(house, "case-1", "a1", { types: ["warning"] });
    takeCase(house, "case-2", "fraud");
    const strikesReliedOn = Object.keys(desk.getAccount("a1").strikes);
    expect(strikesReliedOn).toEqual([`${warning}-warning`]);
    const later = decide(house, "case-2", "a1", { types: ["suspend"], item: { strikesReliedOn } });
    win(house, warning, "a1");
    expect(desk.getState("decision", later).status).toBe("reopened");
    expect(desk.getState("case", "case-2").status).toBe("investigating");
  });

  it("CW-183 a new decision after a reopening supersedes the old one and leaves it readable", () => {
    const house = openDesk();
    const { desk, does, at } = house;
    takeCase(house, "case-1", "fraud");
    const first = decide(house, "case-1", "a1", { types: ["mute"] });
    does(aud, onDecision(first, { kind: "reopen", cause: "audit", reason: "The clock of the device was wrong." }));
    const none = {
      kind: "propose_no_action",
      reason: "no_violation",
      decision: "d-none",
      supersedes: [first],
    } as const;
    does(ana, onCase("case-1", none));
    settleEffects({ desk, at: at() });
    expect(desk.getState("decision", first)).toMatchObject({ status: "restored", supersededBy: "d-none" });
    expect(desk.getAccount("a1").effects).toEqual({});
  });

  it("CW-184 a reporter who wins an appeal against `no action` has the case open again", () => {
    const house = openDesk();
    const { desk, does } = house;
    const notice = { ...detectedLead({ source: "reporter", signals: [], reason: "copied", notice: fullNotice }) };
    does(rob, { object: "lead", id: "l", command: notice });
    does(tian, {
      object: "lead",
      id: "l",
      command: { kind: "accept", caseId: "case-1", priority: "P2", caseType: "fraud" },
    });
    does(ana, onCase("case-1", { kind: "assign", conflict: null }));
    does(
      ana,
      onCase("case-1", { kind: "propose_no_action", reason: "no_violation", decision: "d-none", supersedes: [] }),
    );
    does(rob, onDecision("d-none", { kind: "appeal", points: ["Look at the second post."], evidence: [] }));
    const judge = {
      kind: "decide_appeal",
      appellant: "rob",
      outcome: "reversed",
      answers: ["Right."],
      reverse: [],
    } as const;
    does(rei, onDecision("d-none", judge));
    expect(desk.getState("case", "case-1").status).toBe("investigating");
    expect(desk.getState("case", "case-1").reporters).toEqual(["rob"]);
  });

  it("CW-189 people whose notices were merged are in the case like the first, before and after it opens", () => {
    const house = openDesk();
    const { desk, does } = house;
    const notice = detectedLead({ source: "reporter", signals: [], reason: "copied", notice: fullNotice });
    const reporters = ["r1", "r2", "r3"];
    for (const id of reporters)
      does({ id, roles: ["reporter"] }, { object: "lead", id: `lead-${id}`, command: notice });
    does(tian, { object: "lead", id: "lead-r2", command: { kind: "merge", into: "lead-r1" } });
    const accept = { kind: "accept", caseId: "case-1", priority: "P2", caseType: "fraud" } as const;
    does(tian, { object: "lead", id: "lead-r1", command: accept });
    does(tian, { object: "lead", id: "lead-r3", command: { kind: "merge", into: "lead-r1" } });
    expect(desk.getState("case", "case-1").reporters).toEqual(reporters);
    does(ana, onCase("case-1", { kind: "assign", conflict: null }));
    does(
      ana,
      onCase("case-1", { kind: "propose_no_action", reason: "no_violation", decision: "d-none", supersedes: [] }),
    );
    does(
      { id: "r3", roles: ["reporter"] },
      onDecision("d-none", { kind: "appeal", points: ["Look again."], evidence: [] }),
    );
  });

  it("CW-185 whoever judged an appeal of a case is no second person for it later", () => {
    const house = openDesk();
    const { does, refused } = house;
    takeCase(house, "case-1", "fraud");
    const first = decide(house, "case-1", "a1", { types: ["mute"] });
    win(house, first, "a1");
    does(ana, onCase("case-1", { kind: "reopen", cause: "new_evidence", reason: "A second device." }));
    does(ana, onCase("case-1", { kind: "add_evidence", item: evidenceOf("e-2", "a2") }));
    does(ana, onCase("case-1", { kind: "record_finding", finding: findingOf("a2", { evidence: ["e-2"] }) }));
    const items = [proposedItem("a2", ["mute"])];
    does(ana, onCase("case-1", { kind: "propose", items, emergency: false, hearingSkipped: "would defeat it" }));
    const approve = onCase("case-1", { kind: "approve", statement: "agreed" });
    expect(refused({ id: "rei", roles: ["approver"] }, approve)).toBe("took_part");
    does(cho, approve);
  });

  it("CW-186 a question to a partner comes back by answer, recall or date, and the case goes on", () => {
    const house = openDesk();
    const { desk, does, wait } = house;
    takeCase(house, "case-1", "fraud");
    const content = {
      desk: "desk-1",
      purpose: "fact",
      question: "Was it closed?",
      fields: ["claim"],
      returnBy: monday + 5 * dayMs,
    };
    does(ana, onCase("case-1", { kind: "ask_partner", transfer: "t1", content }));
    expect(desk.getState("transfer", "t1").status).toBe("sent");
    does(lia, { object: "transfer", id: "t1", command: { kind: "answer", text: "No." } });
    expect(desk.getState("case", "case-1").status).toBe("investigating");
    does(ana, onCase("case-1", { kind: "ask_partner", transfer: "t2", content }));
    wait(5 * dayMs);
    expect(desk.getState("transfer", "t2").status).toBe("lapsed");
    expect(desk.getState("case", "case-1").status).toBe("investigating");
  });

  it("CW-187 a button is enabled exactly where table and gates allow, and says why not", () => {
    const house = openDesk();
    const { desk, at } = house;
    takeCase(house, "case-1");
    const ask = (actor: Actor, kind: "propose" | "approve" | "assign") =>
      desk.findAvailability("case", "case-1", { kind, actor, at: at() });
    expect(ask(ana, "propose")).toEqual({ enabled: true });
    expect(ask(cho, "approve")).toEqual({ enabled: false, refusal: { code: "nothing_proposed" } });
    expect(ask(leo, "assign")).toEqual({ enabled: false, refusal: { code: "role_may_not", about: ["analyst"] } });
    expect(ask({ id: "ann", roles: ["analyst"] }, "propose")).toEqual({
      enabled: false,
      refusal: { code: "not_assigned" },
    });
  });

  it("CW-188 whoever handles a request is barred from the case that it began, also when they come to it later", () => {
    const house = openDesk();
    const { desk, does, refused } = house;
    const request = {
      kind: "receive",
      authority: "Court",
      country: "DE",
      channel: "desk",
      legalBasis: "Section 1",
      explanation: "As stated.",
      items: ["p1"],
      asksFor: ["item_copy"],
      redress: "Complaint",
      deadline: null,
      secrecy: null,
    } as const;
    does(lia, { object: "authority_request", id: "r", command: request });
    const content = detectedLead({ source: "authority", signals: [], reason: "order 7", request: "r" });
    does({ id: "lio", roles: ["liaison"] }, { object: "lead", id: "l", command: content });
    does(tian, {
      object: "lead",
      id: "l",
      command: { kind: "accept", caseId: "case-1", priority: "P2", caseType: "fraud" },
    });
    expect(desk.getState("case", "case-1").opening).toMatchObject({ request: "r", source: "authority" });
    const assign = onCase("case-1", { kind: "assign", conflict: null });
    for (const id of ["lia", "lio"]) expect(refused({ id, roles: ["analyst"] }, assign)).toBe("handled_the_request");
    does(ana, assign);
    does({ id: "ana", roles: ["legal"] }, { object: "authority_request", id: "r", command: { kind: "validate" } });
    expect(refused(ana, onCase("case-1", { kind: "add_evidence", item: evidenceOf("e", "a1") }))).toBe(
      "handled_the_request",
    );
  });

  it("CW-48 an emergency that nobody confirms lifts itself by the clock, and the case is open again", () => {
    const house = openDesk();
    const { desk, does, wait, at } = house;
    does(detector, { object: "lead", id: "l", command: detectedLead() });
    does(tian, {
      object: "lead",
      id: "l",
      command: { kind: "accept", caseId: "case-1", priority: "P0", caseType: "threat" },
    });
    does(ana, onCase("case-1", { kind: "assign", conflict: null }));
    does(ana, onCase("case-1", { kind: "add_evidence", item: evidenceOf("e-a1", "a1") }));
    does(ana, onCase("case-1", { kind: "record_finding", finding: findingOf("a1") }));
    const items = [proposedItem("a1", ["disable_item"])];
    does(ana, onCase("case-1", { kind: "propose", items, emergency: true, hearingSkipped: null }));
    does(ana, onCase("case-1", { kind: "act_alone", reason: "A life is in danger." }));
    does(clock, onDecision("d-a1", { kind: "note_delivery", outcome: "delivered", channel: "mail", redress }));
    does(clock, onDecision("d-a1", { kind: "apply", measure: "disable_item-a1" }));
    does(clock, onDecision("d-a1", { kind: "confirm_applied", measure: "disable_item-a1", registerKey: null }));
    wait(24 * hourMs);
    settleEffects({ desk, at: at() });
    expect(desk.getAccount("a1").effects).toEqual({});
    expect(desk.getState("case", "case-1").status).toBe("investigating");
    expect(countPublicly(desk.events)).toMatchObject({ emergency_actions: 1, emergency_actions_lapsed: 1 });
  });
});

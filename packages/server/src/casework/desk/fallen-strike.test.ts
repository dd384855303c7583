import { defaultSettings, type Actor, type Order } from "@breakwater/casework";
import { monday, people, pieces, subject } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { bringRuleIntoForce } from "../testing/bring-rule-into-force.ts";
import { openMemory, openSqlite, type House } from "../testing/follow-history.ts";

const { detector, tian, ana, sena, clock, rei } = people;

function openStory({ desk }: House) {
  const does = async (actor: Actor, order: Order): Promise<void> => {
    const answer = await desk.execute(order, { actor, at: monday });
    if (answer.kind !== "done") expect.fail(`${order.object} ${order.command.kind}: ${JSON.stringify(answer)}`);
  };
  type OnCase = Extract<Order, { object: "case" }>["command"];
  type OnDecision = Extract<Order, { object: "decision" }>["command"];
  const onCase = (actor: Actor, id: string, command: OnCase) => does(actor, { object: "case", id, command });
  const onDecision = (actor: Actor, id: string, command: OnDecision) =>
    does(actor, { object: "decision", id, command });

  /** A case against one account, decided, told and applied. Gives the decision. */
  const decide = async (
    caseId: string,
    type: "warning" | "suspend",
    strikesReliedOn: readonly string[],
  ): Promise<string> => {
    const [lead, decision, evidence] = [`lead-of-${caseId}`, `d-${caseId}`, `e-${caseId}`];
    await does(detector, { object: "lead", id: lead, command: pieces.detectedLead() });
    const accept = { kind: "accept", caseId, priority: "P2", caseType: "fraud" } as const;
    await does(tian, { object: "lead", id: lead, command: accept });
    await onCase(ana, caseId, { kind: "assign", conflict: null });
    await onCase(ana, caseId, { kind: "add_evidence", item: pieces.evidenceOf(evidence, "a1") });
    const finding = pieces.findingOf("a1", { evidence: [evidence] });
    await onCase(ana, caseId, { kind: "record_finding", finding });
    const base = pieces.proposedItem("a1", [type], { decision, strikesReliedOn });
    const measure = `${decision}-${type}`;
    const items = [{ ...base, measures: base.measures.map((planned) => ({ ...planned, id: measure })) }];
    await onCase(ana, caseId, { kind: "propose", items, emergency: false, hearingSkipped: "would defeat it" });
    const { status } = await desk.getState("case", caseId);
    if (status === "proposed") await onCase(sena, caseId, { kind: "approve", statement: "agreed" });
    const { redress } = pieces;
    await onDecision(clock, decision, { kind: "note_delivery", outcome: "delivered", channel: "mail", redress });
    await onDecision(clock, decision, { kind: "apply", measure });
    await onDecision(clock, decision, { kind: "confirm_applied", measure, registerKey: null });
    return decision;
  };
  return { decide, onDecision };
}

describe.each([
  ["memory", openMemory],
  ["sqlite", openSqlite],
] as const)("a strike that falls, over %s", (_, open) => {
  it("CW-182 reopens the later decision that rested on it, found by index", async () => {
    const house = open({ settings: defaultSettings });
    await bringRuleIntoForce(house.desk, monday);
    const { decide, onDecision } = openStory(house);
    const warning = await decide("case-1", "warning", []);
    const strike = `${warning}-warning`;
    const later = await decide("case-2", "suspend", [strike]);
    await onDecision(subject("a1"), warning, { kind: "appeal", points: ["It was not me."], evidence: [] });
    const answers = ["True."];
    await onDecision(rei, warning, {
      kind: "decide_appeal",
      appellant: "a1",
      outcome: "reversed",
      answers,
      reverse: [],
    });
    await onDecision(clock, warning, { kind: "confirm_reversed", measure: strike });
    await onDecision(clock, warning, { kind: "confirm_step", step: "later_decisions" });
    expect((await house.desk.getState("decision", later)).status).toBe("reopened");
    expect((await house.desk.getState("case", "case-2")).status).toBe("investigating");
  });
});

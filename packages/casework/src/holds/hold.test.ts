import { describe, expect, it } from "vitest";
import { hourMs } from "../kernel/time.ts";
import type { StatementFields } from "../statements/statement-fields.ts";
import { composeStatement } from "../statements/compose-statement.ts";
import { draft, measureOf, redress } from "../testing/pieces.ts";
import { monday, people, subject } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { tableLaw } from "../testing/table-law.ts";
import { holdKinds, holdMachine, holdStatuses, holdTriggers, type HoldContent } from "./hold.ts";

const { detector, clock, tian, ana } = people;
const on = { settings: { holdsEnabled: true }, related: { removalsInForce: ["d-1"] } };
const statement = composeStatement({
  decision: "h-1",
  draft,
  measures: [{ ...measureOf("disable_item", "a1"), durationMs: 72 * hourMs }],
  source: "own",
  acts: [{ step: "detected", as: "detector" }],
  at: monday,
}) as StatementFields;
const place = (more: Partial<HoldContent> = {}) =>
  ({
    kind: "place",
    item: "post-9",
    author: "a1",
    slot: "item",
    trigger: "decided_removal",
    decision: "d-1",
    statement,
    redress,
    ...more,
  }) as const;

describe("holds", () => {
  tableLaw(holdMachine, holdStatuses, holdKinds);

  it("CW-90 are off by default, and a machine has four fixed reasons, none of them words", () => {
    expect(play(holdMachine).refused(detector, place(), { related: on.related })).toBe("hold_off");
    expect(holdTriggers).toEqual(["decided_removal", "equal_rate_limit", "exposed_identifier", "person_emergency"]);
    const hold = play(holdMachine, holdMachine.initial, on);
    expect(hold.refused(detector, place({ trigger: "keyword" as "decided_removal" }))).toBe("hold_trigger");
    expect(hold.refused(detector, place({ trigger: "person_emergency" }))).toBe("hold_trigger");
    expect(hold.refused(ana, place())).toBe("hold_trigger");
    expect(hold.refused(detector, place({ item: "203.0.113.9" }))).toBe("id_not_opaque");
    expect(hold.refused(detector, place({ author: "li@example.org" }))).toBe("id_not_opaque");
    expect(hold.refused(detector, place({ decision: "d-2" }))).toBe("decision_missing");
    expect(hold.refused(detector, place({ trigger: "equal_rate_limit", decision: null }))).toBe("(accepted)");
  });

  it("CW-91 restrict, and so have a statement with an end before they begin", () => {
    const hold = play(holdMachine, holdMachine.initial, on);
    const { end_date_visibility_restriction: _, ...endless } = statement;
    expect(hold.refused(detector, place({ statement: endless }))).toBe("hold_needs_statement");
    expect(hold.refused(detector, place({ redress: { ...redress, court: "" } }))).toBe("redress_missing");
    const telling = { ...statement, decision_facts: "by @wang_li" };
    expect(hold.refused(detector, place({ statement: telling }))).toBe("personal_data_in_public_text");
  });

  it("CW-92 end by themselves: an item after three days, a place in a trend after two hours; nobody extends them", () => {
    const item = play(holdMachine, holdMachine.initial, on);
    item.does(detector, place());
    expect(item.state().endsAt).toBe(item.at() + 72 * hourMs);
    expect(item.refused(clock, { kind: "expire" })).toBe("too_early");
    expect(item.refused(detector, place())).toBe("already_there");
    item.wait(72 * hourMs);
    expect(holdMachine.due(item.state(), item.at())).toEqual([{ kind: "expire" }]);
    item.does(clock, { kind: "expire" });
    expect(item.state().status).toBe("released_ttl");
    const trend = play(holdMachine, holdMachine.initial, on);
    trend.does(detector, place({ slot: "trend" }));
    expect(trend.state().endsAt).toBe(trend.at() + 2 * hourMs);
  });

  it("CW-93 are contested by their author, released by people, and go on only as a decision", () => {
    const hold = play(holdMachine, holdMachine.initial, on);
    hold.does(detector, place());
    expect(hold.refused(subject("a2"), { kind: "contest", text: "No." })).toBe("not_yours");
    hold.does(subject("a1"), { kind: "contest", text: "It quotes the rumour to debunk it." });
    expect(hold.state().contested).toBe(true);
    expect(hold.refused(ana, { kind: "confirm", decision: "d-7" })).toBe("decision_missing");
    hold.does(tian, { kind: "release", reason: "a debunk" });
    expect(hold.state().status).toBe("released_human");
  });
});

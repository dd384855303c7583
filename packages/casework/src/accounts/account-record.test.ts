import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionMachine } from "../decisions/decision-machine.ts";
import type { DecisionEvent } from "../decisions/decision-commands.ts";
import { dayMs } from "../kernel/time.ts";
import { measureRules, measureTypes, type MeasureType } from "../ladder/measure-types.ts";
import { actionOpening, redress } from "../testing/pieces.ts";
import { people } from "../testing/people.ts";
import { play, type Play } from "../testing/play.ts";
import { cleanRecord, countStrikes, evolveAccount, listInForce, type AccountRecord } from "./account-record.ts";

const { clock, rei, ben } = people;
const key = "0f".repeat(32);

type Decision = Play<
  ReturnType<typeof decisionMachine.evolve>,
  Parameters<typeof decisionMachine.decide>[1],
  DecisionEvent
>;

function applied(id: string, types: readonly MeasureType[]): { decision: Decision; events: DecisionEvent[] } {
  const decision = play(decisionMachine);
  const events: DecisionEvent[] = [];
  const opening = actionOpening("a1", types, { decision: id });
  const measures = opening.measures.map((measure) => ({ ...measure, id: `${id}-${measure.id}` }));
  events.push(...decision.does(clock, { kind: "open", opening: { ...opening, measures } }));
  events.push(...decision.does(clock, { kind: "note_delivery", outcome: "delivered", channel: "mail", redress }));
  for (const { id: measure, type } of measures) {
    events.push(...decision.does(clock, { kind: "apply", measure }));
    const registerKey = type === "register" ? key : null;
    events.push(...decision.does(clock, { kind: "confirm_applied", measure, registerKey }));
  }
  return { decision, events };
}

/** An appeal wins, and the platform confirms everything. */
function reversed({ decision }: { decision: Decision }): readonly DecisionEvent[] {
  const events = [
    ...decision.does({ id: "a1", roles: ["subject"] }, { kind: "appeal", points: ["No."], evidence: [] }),
  ];
  const decide = {
    kind: "decide_appeal",
    appellant: "a1",
    outcome: "reversed",
    answers: ["Right."],
    reverse: [],
  } as const;
  events.push(...decision.does(rei, decide));
  for (const [measure, { status }] of Object.entries(decision.state().measures)) {
    if (status === "reversing") events.push(...decision.does(clock, { kind: "confirm_reversed", measure }));
  }
  for (const step of ["strikes", "detector_labels", "later_decisions"] as const) {
    events.push(...decision.does(clock, { kind: "confirm_step", step }));
  }
  expect(decision.state().status).toBe("restored");
  return events;
}

const follow = (record: AccountRecord, events: readonly DecisionEvent[]) => events.reduce(evolveAccount, record);

describe("what stands against an account", () => {
  it.each(measureTypes)("CW-80 %s: applied and then reversed gives back the state before", (type) => {
    const before = follow(cleanRecord, applied("d0", ["label", "warning", "mute"]).events);
    const types: readonly MeasureType[] = type === "register" ? ["terminate", "register"] : [type];
    const later = applied("d1", types);
    const during = follow(before, later.events);
    expect(Object.keys(during.effects).length).toBe(3 + types.length);
    expect(follow(during, reversed(later))).toEqual(before);
  });

  it("CW-80 the same, for several decisions reversed in any order, with messages doubled on the way", () => {
    const type = fc.constantFrom(...measureTypes.filter((one) => one !== "register"));
    const bundle = fc.uniqueArray(type, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(bundle, { minLength: 1, maxLength: 4 }), fc.nat(), (bundles, turn) => {
        const made = bundles.map((types, index) => applied(`d${index}`, types));
        const all = made.reduce((record, { events }) => follow(follow(record, events), events), cleanRecord);
        const order = made.map((_, index) => made[(index + turn) % made.length] ?? made[0]);
        const end = order.reduce((record, one) => (one === undefined ? record : follow(record, reversed(one))), all);
        expect(end).toEqual(cleanRecord);
      }),
      { seed: 80, numRuns: 60 },
    );
  });

  it("CW-81 every measure has an inverse, and an end or a review", () => {
    for (const type of measureTypes) {
      expect(measureRules[type].inverse).not.toBe("");
      const { decision } = applied("d1", type === "register" ? ["terminate", "register"] : [type]);
      for (const { planned, endAt, reviewAt, final } of Object.values(decision.state().measures)) {
        const isMessage = planned.durationMs === 0 && final;
        expect([planned.type, isMessage || endAt !== null || reviewAt !== null]).toEqual([planned.type, true]);
      }
    }
  });

  it("CW-82 strikes decay, and fall with what left them", () => {
    const mute = applied("d1", ["mute"]);
    const record = follow(follow(cleanRecord, applied("d0", ["warning", "label"]).events), mute.events);
    const at = mute.decision.at();
    expect(countStrikes(record, at)).toBe(2);
    expect(countStrikes(record, at + 90 * dayMs)).toBe(1);
    expect(countStrikes(record, at + 365 * dayMs)).toBe(0);
    expect(countStrikes(follow(record, reversed(mute)), at)).toBe(1);
  });

  it("CW-83 a strike outlives the measure that ran its time, and falls when that is reversed later", () => {
    const { decision, events } = applied("d1", ["mute"]);
    decision.wait(dayMs);
    events.push(...decision.does(clock, { kind: "expire", measure: "d1-mute-a1" }));
    events.push(...decision.does(clock, { kind: "confirm_reversed", measure: "d1-mute-a1" }));
    const record = follow(cleanRecord, events);
    expect(record.effects).toEqual({});
    expect(countStrikes(record, decision.at())).toBe(1);
    expect(decision.refused(ben, { kind: "undo", reason: "" })).toBe("reason_missing");
    expect(follow(record, reversed({ decision }))).toEqual(cleanRecord);
  });

  it("CW-84 two measures on one target are kept apart, and shown once", () => {
    const one = applied("d1", ["restrict_interaction"]);
    const two = applied("d2", ["restrict_interaction"]);
    const both = follow(follow(cleanRecord, one.events), two.events);
    expect(listInForce(both)).toEqual({ "account:a1": ["restrict_interaction"] });
    expect(listInForce(follow(both, reversed(one)))).toEqual({ "account:a1": ["restrict_interaction"] });
  });
});

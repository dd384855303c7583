import { describe, expect, it } from "vitest";
import { createDesk } from "../desk/desk.ts";
import type { Order } from "../desk/machines.ts";
import type { Actor } from "../kernel/actor.ts";
import { defaultSettings } from "../kernel/settings.ts";
import { dayMs } from "../kernel/time.ts";
import { overrideKinds, overrideMachine, overrideStatuses, type OverrideCommand } from "../overrides/override.ts";
import { monday, people } from "../testing/people.ts";
import { play } from "../testing/play.ts";
import { bringRuleIntoForce, ruleContent } from "../testing/rules.ts";
import { tableLaw } from "../testing/table-law.ts";
import type { RuleContent } from "./rule-content.ts";
import { ruleMachine } from "./rule-machine.ts";
import { isPublicRule, ruleKinds, ruleStatuses } from "./rule-version.ts";

const { clock, ana, eda, edo, leo, sena } = people;
const rule = { id: "IA-1", version: "1" } as const;
const linted = { content: ruleContent, findings: [] } as const;
const aboutElection: RuleContent = {
  ...ruleContent,
  text: { ...ruleContent.text, en: "Accounts do not post about the election." },
};
const agree = { kind: "review", agrees: true, reason: "It names what accounts do." } as const;
const transition = { en: "At once, because there was none.", "zh-Hans": "此前没有规则，故即时生效。" } as const;
const later = { kind: "publish", effectiveFrom: monday + 20 * dayMs, effectiveUntil: null, transition: null } as const;
const none = { related: { rulesInForce: [] } } as const;

function drafted(content: RuleContent = ruleContent) {
  const version = play(ruleMachine, undefined, none);
  version.does(eda, { kind: "draft", rule, linted: { content, findings: [] } });
  return version;
}

describe("versions of rules", () => {
  tableLaw(ruleMachine, ruleStatuses, ruleKinds);

  it("CW-190 are written by one and read by a second, by id", () => {
    const version = drafted();
    expect(version.refused(eda, agree)).toBe("own_proposal");
    expect(version.refused({ id: "eda", roles: ["legal"] }, agree)).toBe("own_proposal");
    expect(version.refused(ana, agree)).toBe("role_may_not");
    expect(version.refused(leo, later)).toBe("rule_step");
    version.does(edo, { kind: "review", agrees: false, reason: "The example is about taste." });
    expect(version.state()).toMatchObject({ status: "draft", objection: "The example is about taste." });
    // Whoever writes last is the author: their own review does not count.
    version.does(edo, { kind: "revise", linted });
    expect(version.refused(edo, agree)).toBe("own_proposal");
    version.does(eda, agree);
    expect(version.state()).toMatchObject({ status: "reviewed", author: "edo", reviewer: "eda" });
    version.does(leo, { kind: "revise", linted });
    expect(version.state()).toMatchObject({ status: "draft", author: "leo", reviewer: null });
  });

  it("CW-191 are never changed once published, and stay readable for good", () => {
    const version = drafted();
    expect(isPublicRule(version.state())).toBe(false);
    version.does(leo, agree);
    version.does(sena, { kind: "publish", effectiveFrom: monday, effectiveUntil: null, transition });
    const { content } = version.state();
    expect(version.refused(eda, { kind: "revise", linted })).toBe("rule_published");
    version.does(clock, { kind: "take_effect" });
    expect(version.refused(eda, { kind: "revise", linted })).toBe("rule_published");
    version.does(sena, { kind: "withdraw", reason: "Two rules said the same." });
    expect(version.refused(eda, { kind: "revise", linted })).toBe("rule_over");
    expect(version.state()).toMatchObject({ status: "withdrawn", content, reason: "Two rules said the same." });
    expect(isPublicRule(version.state())).toBe(true);
  });

  it("CW-192 take effect no sooner than published, and by a transitional notice sooner than promised", () => {
    const version = drafted();
    version.does(leo, agree);
    expect(version.refused(leo, { ...later, effectiveFrom: monday - 1 })).toBe("date_out_of_range");
    expect(version.refused(leo, { ...later, effectiveUntil: later.effectiveFrom })).toBe("date_out_of_range");
    expect(version.refused(leo, { ...later, effectiveFrom: monday + 13 * dayMs })).toBe("transition_missing");
    expect(version.refused(leo, { ...later, transition: { ...transition, en: " " } })).toBe("reason_missing");
    version.does(leo, { ...later, effectiveUntil: monday + 30 * dayMs });
    expect(ruleMachine.deadlines(version.state())).toEqual([{ what: "take_effect", dueAt: later.effectiveFrom }]);
    expect(version.refused(clock, { kind: "take_effect" })).toBe("too_early");
    version.wait(20 * dayMs);
    expect(ruleMachine.due(version.state(), version.at())).toEqual([{ kind: "take_effect" }]);
    version.does(clock, { kind: "take_effect" });
    expect(version.refused(clock, { kind: "lapse" })).toBe("too_early");
    version.wait(10 * dayMs);
    expect(ruleMachine.due(version.state(), version.at())).toEqual([{ kind: "lapse" }]);
    version.does(clock, { kind: "lapse" });
    expect(version.state()).toMatchObject({ status: "withdrawn", reason: null });
  });

  it("CW-194 have whole numbers that rise, and ids that say nothing about anybody", () => {
    const version = play(ruleMachine);
    const draft = (id: string, number: string) =>
      version.refused(eda, { kind: "draft", rule: { id, version: number }, linted });
    for (const id of ["", "about-the-mayor", "IA", "IA-12345", "ia-1", "IA-1:2"])
      expect(draft(id, "1")).toBe("id_not_opaque");
    for (const number of ["", "0", "1.1", "two", "-1"]) expect(draft("IA-1", number)).toBe("rule_version_order");
    version.does(eda, { kind: "draft", rule: { id: "IA-1", version: "3" }, linted });
    version.does(leo, agree);
    // The pieces of tests have IA-1, version 3, in force.
    expect(version.refused(leo, later)).toBe("rule_version_order");
  });

  it("CW-200 are not published while the linter refuses them, whatever findings were handed in", () => {
    const version = drafted(aboutElection);
    version.does(leo, agree);
    expect(version.state().findings).toContainEqual({ code: "topic", where: "text.en", word: "election*" });
    expect(version.refused(leo, later)).toBe("rule_refused_by_linter");
    expect(
      ruleMachine.findAvailability(version.state(), "publish", {
        actor: leo,
        at: monday,
        settings: defaultSettings,
        related: {
          involved: [],
          barred: [],
          strikes: {},
          activeDesks: [],
          removalsInForce: [],
          determinations: [],
          rulesInForce: [],
          overrides: [],
        },
      }),
    ).toMatchObject({ enabled: false });
    const unseen = play(ruleMachine, undefined, none);
    const seen = { code: "target", where: "text.zh-Hans", word: "国籍" } as const;
    unseen.does(eda, { kind: "draft", rule, linted: { content: ruleContent, findings: [seen] } });
    unseen.does(leo, agree);
    expect(unseen.refused(leo, later)).toBe("rule_refused_by_linter");
  });
});

/** Orders at a desk, one after the other. */
function openDesk() {
  const desk = createDesk({ settings: defaultSettings, activeDesks: [] });
  let at = monday;
  const does = (actor: Actor, order: Order): void => {
    const outcome = desk.execute(order, { actor, at });
    if (!outcome.ok) expect.fail(`${order.object} ${order.command.kind}: ${JSON.stringify(outcome.refusal)}`);
  };
  const wait = (ms: number): void => {
    at += ms;
    desk.tick(at);
  };
  const onRule = (id: string, command: Extract<Order, { object: "rule_version" }>["command"]): Order => ({
    object: "rule_version",
    id,
    command,
  });
  return { desk, does, wait, onRule };
}

describe("rules at a desk", () => {
  it("CW-193 a version that takes effect replaces the one before it in the same moment", () => {
    const { desk, does, wait, onRule } = openDesk();
    bringRuleIntoForce(desk, monday);
    const next = "IA-1:4";
    does(eda, onRule(next, { kind: "draft", rule: { id: "IA-1", version: "4" }, linted }));
    does(leo, onRule(next, agree));
    does(leo, onRule(next, later));
    expect(desk.getState("rule_version", "IA-1:3").status).toBe("in_force");
    wait(20 * dayMs);
    expect(desk.getState("rule_version", "IA-1:3").status).toBe("replaced");
    expect(desk.getRelated("case", "x").rulesInForce.map((one) => one.rule.version)).toEqual(["4"]);
  });

  it("CW-193 a version whose day comes after that of a later one is passed over", () => {
    const { desk, does, wait, onRule } = openDesk();
    for (const [version, days] of [
      ["1", 30],
      ["2", 20],
    ] as const) {
      const id = `IA-1:${version}`;
      does(eda, onRule(id, { kind: "draft", rule: { id: "IA-1", version }, linted }));
      does(leo, onRule(id, agree));
      does(leo, onRule(id, { ...later, effectiveFrom: monday + days * dayMs }));
    }
    wait(31 * dayMs);
    expect(desk.getState("rule_version", "IA-1:1").status).toBe("replaced");
    expect(desk.getState("rule_version", "IA-1:2").status).toBe("in_force");
  });

  it("CW-207 what stood by an override goes with it, and nothing else does", () => {
    const { desk, does, onRule } = openDesk();
    const ask = {
      kind: "ask",
      of: "linter",
      subject: "IA-1:1",
      codes: ["topic"],
      reason: "A court told us to name it.",
      until: monday + 90 * dayMs,
    } as const;
    const on = (command: OverrideCommand): Order => ({ object: "override", id: "o-1", command });
    does(eda, onRule("IA-1:1", { kind: "draft", rule, linted: { content: aboutElection, findings: [] } }));
    does(leo, onRule("IA-1:1", agree));
    does(eda, on(ask));
    does(leo, on({ kind: "grant", reason: "The order is attached." }));
    does(leo, onRule("IA-1:1", later));
    // It cannot outlast what two people said.
    expect(desk.getState("rule_version", "IA-1:1")).toMatchObject({ overridden: ["topic"], effectiveUntil: ask.until });
    bringRuleIntoForce(desk, monday);
    does(sena, on({ kind: "end", reason: "The order was lifted." }));
    expect(desk.getState("rule_version", "IA-1:1").status).toBe("withdrawn");
    expect(desk.getState("rule_version", "IA-1:3").status).toBe("in_force");
  });
});

describe("overrides", () => {
  tableLaw(overrideMachine, overrideStatuses, overrideKinds);
  const ask = {
    kind: "ask",
    of: "linter",
    subject: "IA-1:1",
    codes: ["topic"],
    reason: "A court named it.",
    until: monday + 90 * dayMs,
  } as const;

  it("CW-207 take two people by id, end within twelve months, and never let everything through", () => {
    const override = play(overrideMachine);
    expect(override.refused(eda, { ...ask, codes: ["authority_shielded"] })).toBe("never_overridden");
    expect(override.refused(eda, { ...ask, codes: ["no_such_code" as "topic"] })).toBe("never_overridden");
    expect(override.refused(eda, { ...ask, codes: [] })).toBe("reference_missing");
    expect(override.refused(eda, { ...ask, reason: " " })).toBe("reason_missing");
    expect(override.refused(eda, { ...ask, until: monday + 400 * dayMs })).toBe("date_out_of_range");
    expect(override.refused(ana, ask)).toBe("role_may_not");
    override.does(leo, ask);
    expect(override.refused(leo, { kind: "grant", reason: "I asked for it." })).toBe("own_proposal");
    override.does(sena, { kind: "grant", reason: "The order was shown to me." });
    expect(overrideMachine.due(override.state(), ask.until)).toEqual([{ kind: "expire" }]);
    expect(override.refused(clock, { kind: "expire" })).toBe("too_early");
    override.wait(90 * dayMs);
    override.does(clock, { kind: "expire" });
    expect(override.state().status).toBe("ended");
  });

  it("CW-207 of the duty to observe first name the detector, and are refused with a reason", () => {
    const override = play(overrideMachine);
    override.does(people.adm, { ...ask, of: "observation", subject: "groups", codes: [] });
    override.does(leo, { kind: "refuse", reason: "Two weeks do no harm." });
    expect(override.state()).toMatchObject({ status: "refused", answer: "Two weeks do no harm." });
    expect(override.refused(sena, { kind: "grant", reason: "x" })).toBe("override_over");
  });
});

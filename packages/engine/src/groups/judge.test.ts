import type { Action, Pseudonym } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import type { Findings } from "../contract/findings.ts";
import { defaultOptions, type EngineOptions } from "../contract/options.ts";
import { createDetector } from "../detector.ts";
import { createRandom } from "../math/random.ts";
import { communityStart, makeCommunity, type CommunityPlan } from "./testing/community.ts";

const plan: CommunityPlan = { seed: 1, army: 12, targets: 8, isFarm: true, tickMs: 1000 };
const open: Partial<EngineOptions> = { selection: { kind: "none" } };
const army = Array.from({ length: plan.army }, (_, member) => `army-${member}`).toSorted();

function find(actions: readonly Action[], options: Partial<EngineOptions> = open): Findings {
  const detector = createDetector({ ...defaultOptions, ...options });
  detector.push(actions);
  return detector.advance(Number.POSITIVE_INFINITY)[0];
}

const repost = (i: number, account: string, at: number, post = "p"): Action => ({
  id: `i${i}`,
  at,
  account,
  kind: "repost",
  objects: [{ kind: "post", id: post }],
});

describe("judge() on next to nothing", () => {
  it.each([
    { name: "no action", actions: [], reasons: ["too_few_accounts", "no_shared_objects"] },
    { name: "one action", actions: [repost(0, "a", 5)], reasons: ["too_few_accounts", "no_shared_objects"] },
    {
      name: "one account",
      actions: Array.from({ length: 500 }, (_, i) => repost(i, "a", i * 1000, `p${i % 50}`)),
      reasons: ["too_few_accounts", "no_shared_objects"],
    },
  ])("says what is too little and holds nobody: $name", ({ actions, reasons }) => {
    const findings = find(actions, { ...open, evaluation: true });
    expect(findings.groups).toEqual([]);
    expect(findings.bursts).toEqual([]);
    expect(findings.insufficient.map((one) => one.reason)).toEqual(expect.arrayContaining(reasons));
    expect(findings.scores.map((one) => one.score)).toEqual(findings.scores.map(() => 0));
    expect(findings.population.actions).toBe(actions.length);
  });

  it("holds nobody where every action has the same time", () => {
    const actions = makeCommunity(plan).map((action) => ({ ...action, at: communityStart }));
    expect(find(actions).groups.filter((group) => group.kind === "coordinated")).toEqual([]);
    expect(find(actions, {}).groups).toEqual([]);
  });
});

describe("judge() on a community with an army", () => {
  it.each([
    { name: "to the second", tickMs: 1000 },
    { name: "to the minute", tickMs: 60_000 },
  ])("names it a campaign where it is a farm too, and names nobody else: clock $name", ({ tickMs }) => {
    const { groups, clock } = find(makeCommunity({ ...plan, tickMs }));
    expect(clock.tickMs).toBe(tickMs);
    expect(groups.map((group) => group.kind)).toEqual(["campaign"]);
    expect(groups[0].accounts.map((one) => one.account).toSorted()).toEqual(army);
    expect(groups[0].inauthentic.filter((signal) => signal.significant).map((signal) => signal.family)).toContain(
      "concentration",
    );
    for (const account of groups[0].accounts) {
      expect(account.families).toContain("co_timing");
      expect(account.families).toContain("concentration");
      expect(account.inStep).toBe(plan.targets);
      expect(account.role).not.toBe("unknown");
    }
  });

  it("calls it coordinated and proposes no role where everybody has a home of its own", () => {
    const { groups } = find(makeCommunity({ ...plan, isFarm: false }));
    expect(groups.map((group) => group.kind)).toEqual(["coordinated"]);
    expect(groups[0].accounts.map((one) => one.account).toSorted()).toEqual(army);
    expect(new Set(groups[0].accounts.map((one) => one.role))).toEqual(new Set(["unknown"]));
  });

  it.each([
    { selection: { kind: "not_stated" }, reason: "selection_not_stated" },
    { selection: { kind: "accounts" }, reason: "selected_by_accounts" },
  ] as const)("tests no authenticity without a population: $selection.kind", ({ selection, reason }) => {
    const { groups, switchedOff } = find(makeCommunity(plan), { selection });
    expect(groups.map((group) => [group.kind, group.inauthentic, group.concentration])).toEqual([
      ["coordinated", [], []],
    ]);
    expect(new Set(switchedOff.map((one) => one.reason))).toEqual(new Set([reason]));
  });

  it("judges no co-timing on a clock of days, and says so", () => {
    const findings = find(makeCommunity({ ...plan, isFarm: false, tickMs: 86_400_000 }));
    expect(findings.groups).toEqual([]);
    expect(findings.insufficient.map((one) => one.reason)).toContain("clock_too_coarse");
  });

  it("holds nobody where there is no army", () => {
    for (let seed = 1; seed <= 5; seed += 1) {
      expect(find(makeCommunity({ ...plan, seed, army: 0, targets: 0 })).groups).toEqual([]);
    }
  });

  it("scores every account for measuring, and the army above all others", () => {
    const { scores } = find(makeCommunity(plan), { ...open, evaluation: true });
    expect(scores).toHaveLength(240 + plan.army);
    const best = scores.toSorted((a, b) => b.score - a.score).slice(0, plan.army);
    expect(best.map((one) => one.account).toSorted()).toEqual(army);
    expect(scores.every((one) => Number.isFinite(one.score) && one.score >= 0)).toBe(true);
  });

  it("proposes the activist whom the army copies as source, never as its member", () => {
    const actions = makeCommunity(plan);
    const firstOf = (post: string): number =>
      Math.min(
        ...actions.filter((one) => one.account.startsWith("army-") && one.objects[0].id === post).map((one) => one.at),
      );
    const copied = Array.from({ length: plan.targets }, (_, post) =>
      repost(100_000 + post, "activist", firstOf(`p${post}`) - 5000, `p${post}`),
    );
    const [group] = find([...actions, ...copied]).groups;
    const roles = new Map(group.accounts.map((one) => [one.account, one]));
    expect(group.kind).toBe("campaign");
    expect(roles.get("activist")?.role ?? "source").toBe("source");
    expect(roles.get("activist")?.families ?? []).not.toContain("concentration");
    expect(group.explanations.find((one) => one.kind === "copied_source")?.fits).toBe("well");
  });
});

describe("judge() where co-timing does not suffice", () => {
  /** Honest accounts at an even pace, and an army of so many that works on the first post alone, within eight seconds. */
  function makeEven(size: number): readonly Action[] {
    const actions = makeCommunity({ ...plan, army: size, targets: 1 }).filter(
      (one) => one.account.startsWith("honest-") || one.objects[0].id === "p0",
    );
    return actions.map((one, i) => {
      const isHonest = one.account.startsWith("honest-");
      const pace = isHonest ? ((i * 7919) % actions.length) / actions.length : 0.5;
      return { ...one, at: communityStart + Math.floor(pace * 2.4e8) + (isHonest ? 0 : (i % 8) * 1000) };
    });
  }

  it("holds a burst on one post only where those in it share places too, and says that a burst it was", () => {
    const { groups } = find(makeEven(50));
    expect(groups.map((group) => group.kind)).toEqual(["campaign"]);
    expect(groups[0].accounts).toHaveLength(50);
    for (const account of groups[0].accounts) {
      expect(account.account).toMatch(/^army-/);
      expect(account.families).toEqual(expect.arrayContaining(["burst", "concentration"]));
      expect(account.families).not.toContain("co_timing");
    }
  });

  it("holds nobody for the same burst where each has a home of its own", () => {
    const spread = makeEven(50).map((one) => {
      if (one.account.startsWith("honest-")) return one;
      const home = `home of ${one.account}` as Pseudonym;
      const createdAt = communityStart - (241 + Number(one.account.slice("army-".length))) * 1e8;
      return { ...one, network: { prefix: home }, device: home, createdAt };
    });
    const { groups, bursts } = find(spread);
    expect(bursts.map((burst) => burst.object)).toContain("p0");
    expect(groups).toEqual([]);
  });

  it("holds a farm that fills its posts alone at any time, and says that choosing alike it was", () => {
    const random = createRandom(9);
    const alone = Array.from({ length: 20 }, (_, post) =>
      army.map((account, member) => ({
        ...repost(200_000 + post * 100 + member, account, communityStart + Math.floor(random() * 2.4e8), `own-${post}`),
        network: { prefix: `farm-${member % 2}` as Pseudonym },
        device: `farm-${member % 2}` as Pseudonym,
      })),
    ).flat();
    const { groups } = find([...makeEven(0), ...alone]);
    expect(groups.map((group) => group.kind)).toEqual(["campaign"]);
    expect(groups[0].accounts.map((one) => one.account).toSorted()).toEqual(army);
    for (const account of groups[0].accounts) expect(account.families).toEqual(["co_selection", "concentration"]);
  });
});

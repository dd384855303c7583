import { describe, expect, it } from "vitest";
import { day0, hourMs, makeDetectionGroup, makeEpoch, makeGroup, type GroupPlan } from "../testing/pieces.ts";
import { followGroups, toGroupId } from "./follow-groups.ts";
import type { DetectionGroup } from "./group.ts";

const rules = { endAfterEpochs: 2 };

/** What is open after epochs that found these. */
function follow(epochs: readonly (readonly GroupPlan[])[]): readonly DetectionGroup[] {
  const groups = new Map<string, DetectionGroup>();
  epochs.forEach((plans, i) => {
    const end = day0 + i * hourMs;
    const open = [...groups.values()].filter(({ state }) => state === "open");
    const steps = followGroups(
      open,
      makeEpoch(
        end,
        plans.map((plan) => makeGroup({ ...plan, at: end })),
      ),
      rules,
    );
    for (const { group } of steps) groups.set(group.id, group);
  });
  return [...groups.values()];
}

describe("followGroups()", () => {
  it("keeps the id of a group that grows, and says who joined", () => {
    const open = makeDetectionGroup("g", { accounts: "abc" }, { everHeld: ["a", "b", "c", "x"] });
    const [step] = followGroups([open], makeEpoch(day0 + hourMs, [makeGroup({ accounts: "abcdx" })]), rules);
    expect(step.group).toMatchObject({ id: "g", version: 2, firstEpoch: day0, lastEpoch: day0 + hourMs });
    expect(step.joined).toEqual(["d"]);
    expect(step.group.everHeld).toEqual(["a", "b", "c", "d", "x"]);
    expect(step.moment).toMatchObject({ epoch: day0 + hourMs, accounts: 5, kind: "campaign" });
  });

  it("ends a group that was not found for the stated number of epochs, not before", () => {
    const [first] = follow([[{ accounts: "abc" }], []]);
    expect(first.state).toBe("open");
    const [second] = follow([[{ accounts: "abc" }], [], []]);
    expect(second).toMatchObject({ state: "ended", endedAt: day0 + 2 * hourMs, version: 2, mergedInto: null });
    const [third] = follow([[{ accounts: "abc" }], [], [{ accounts: "abc" }], []]);
    expect(third).toMatchObject({ state: "open", lastEpoch: day0 + 2 * hourMs });
  });

  it("knows a group by everybody whom it ever held", () => {
    const groups = follow([
      [{ accounts: "abcdef" }],
      [{ accounts: "abcghi" }],
      [{ accounts: "efh" }],
      [{ accounts: "dex" }],
    ]);
    expect(groups).toHaveLength(1);
    expect(groups[0].everHeld.join("")).toBe("abcdefghix");
  });

  it("gives a group that comes back after its end another id", () => {
    const groups = follow([[{ accounts: "abc" }], [], [], [{ accounts: "abc" }]]);
    expect(groups.map(({ state }) => state)).toEqual(["ended", "open"]);
    expect(groups[1].id).toBe(toGroupId(day0 + 3 * hourMs, 0));
  });

  it("names the parent of what split off, which has the parent's lead", () => {
    const lead = { kind: "opened", leadId: "l", at: 1, learning: false } as const;
    const open = makeDetectionGroup("g", { accounts: "abcdefgh" }, { lead });
    const steps = followGroups(
      [open],
      makeEpoch(day0 + hourMs, [makeGroup({ accounts: "ab" }), makeGroup({ accounts: "cdefgh" })]),
      rules,
    );
    expect(steps.map(({ group }) => [group.id === "g", group.splitFrom, group.lead])).toEqual([
      [false, "g", lead],
      [true, null, lead],
    ]);
  });

  it("ends what came into another, and hands its lead on where the other had none", () => {
    const lead = { kind: "opened", leadId: "l", at: 1, learning: false } as const;
    const small = makeDetectionGroup("small", { accounts: "ab", at: day0 - 5 * hourMs }, { lead });
    const large = makeDetectionGroup("large", { accounts: "cdefgh" });
    const steps = followGroups([small, large], makeEpoch(day0 + hourMs, [makeGroup({ accounts: "abcdefghi" })]), rules);
    expect(steps.map(({ group }) => [group.id, group.state, group.mergedInto])).toEqual([
      ["large", "open", null],
      ["small", "ended", "large"],
    ]);
    expect(steps[0].group.lead).toEqual(lead);
    expect(steps[0].joined).toEqual(["i"]);
    expect(steps[0].group.from).toBe(small.from);
  });

  it("gives the same ids for the same epochs", () => {
    const plans = [[{ accounts: "abc" }, { accounts: "xyz" }], [{ accounts: "abcd" }], [{ accounts: "mno" }]];
    expect(follow(plans)).toEqual(follow(plans));
    expect(new Set(follow(plans).map(({ id }) => id)).size).toBe(3);
  });
});

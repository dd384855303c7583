import type { Action, Pseudonym } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import type { Explanation, Group } from "../contract/findings.ts";
import { defaultOptions } from "../contract/options.ts";
import { createDetector } from "../detector.ts";
import { makeCommunity } from "./testing/community.ts";

const community = makeCommunity({ seed: 4, army: 10, targets: 8, isFarm: true, tickMs: 1000 });

function findGroup(actions: readonly Action[]): Group {
  const detector = createDetector({ ...defaultOptions, selection: { kind: "none" } });
  detector.push(actions);
  const { groups } = detector.advance(Number.POSITIVE_INFINITY)[0];
  expect(groups).toHaveLength(1);
  return groups[0];
}

const isArmy = (one: Action): boolean => one.account.startsWith("army-");
const fitOf = (group: Group, kind: Explanation["kind"]): string =>
  group.explanations.find((one) => one.kind === kind)?.fits ?? "missing";

describe("describeGroup()", () => {
  const group = findGroup(community);

  it("counts on each object what the actions say", () => {
    expect(group.objects.map((object) => object.id).toSorted()).toEqual(
      Array.from({ length: 8 }, (_, post) => `post:p${post}`),
    );
    for (const object of group.objects) {
      const on = community.filter((one) => `post:${one.objects[0].id}` === object.id);
      const times = on.filter(isArmy).map((one) => one.at);
      expect(object.accounts).toBe(on.length);
      expect([object.members, object.inWindow]).toEqual([10, 10]);
      expect([object.windowFrom, object.windowTo]).toEqual([Math.min(...times), Math.max(...times)]);
    }
    expect([group.from, group.to]).toEqual([
      Math.min(...group.objects.map((object) => object.windowFrom)),
      Math.max(...group.objects.map((object) => object.windowTo)),
    ]);
  });

  it("ties every two members by every object, and names only actions that are theirs", () => {
    expect(group.edges).toHaveLength(45);
    for (const edge of group.edges) {
      expect(edge.observed).toBe(8);
      expect(edge.expected).toBeLessThan(2);
      expect(edge.objects).toHaveLength(8);
    }
    const byId = new Map(community.map((one) => [one.id, one]));
    const named = group.coordinated.flatMap((signal) => signal.actions);
    expect(named.length).toBeGreaterThan(0);
    for (const action of named) {
      const own = byId.get(action.id);
      expect(own !== undefined && isArmy(own)).toBe(true);
      expect([action.account, action.at]).toEqual([own?.account, own?.at]);
    }
  });

  it("says who was in step on what and when, as the actions do", () => {
    const { at, account, object, total } = group.inStepActions;
    const listed = at.map((time, i) => `${group.accounts[account[i]].account} ${group.objects[object[i]].id} ${time}`);
    const own = community.filter((one) => isArmy(one) && one.objects[0].id.startsWith("p"));
    const said = own.map((one) => `${one.account} post:${one.objects[0].id} ${one.at}`);
    expect(total).toBe(80);
    expect(new Set(listed).size).toBe(80);
    expect(listed.filter((line) => !said.includes(line))).toEqual([]);
  });

  it("counts each account's actions, and expects few of them in step", () => {
    for (const account of group.accounts) {
      expect(account.actions).toBe(community.filter((one) => one.account === account.account).length);
      expect(account.expected).toBeLessThan(1);
      expect(account.objects).toHaveLength(8);
    }
  });

  it("shows no texts where there are none", () => expect(group.samples).toEqual([]));

  it("lists the forms of a shared text, the most used first", () => {
    const words = [
      "The harbour wall was never inspected, they say",
      "The harbour wall was never inspected , they say!",
    ];
    let seen = 0;
    const worded = community.map((one) => (isArmy(one) ? { ...one, text: words[(seen += 1) % 3 === 0 ? 1 : 0] } : one));
    const [sample] = findGroup(worded).samples;
    expect(sample.accounts).toBe(10);
    expect(sample.variants.map((variant) => variant.text)).toContain(words[0]);
    expect(sample.actions).toBe(80);
  });
});

describe("weighExplanations()", () => {
  it.each([
    { name: "a farm", actions: community, fits: { petition_or_fans: "poorly", breaking_news: "poorly" } },
    {
      name: "everybody at home",
      actions: makeCommunity({ seed: 4, army: 10, targets: 8, isFarm: false, tickMs: 1000 }),
      fits: { petition_or_fans: "well", shared_network: "poorly", copied_source: "poorly" },
    },
    {
      name: "one school: few networks, devices and creation days of their own",
      actions: makeCommunity({ seed: 4, army: 10, targets: 8, isFarm: false, tickMs: 1000 }).map((one) =>
        isArmy(one) ? { ...one, network: { prefix: "school" as Pseudonym } } : one,
      ),
      fits: { shared_network: "partly" },
    },
    {
      name: "no network known",
      actions: community.map(({ id, at, account, kind, objects }) => ({ id, at, account, kind, objects })),
      fits: { shared_network: "unknown", share_button: "unknown" },
    },
  ])("weighs the honest readings: $name", ({ actions, fits }) => {
    const group = findGroup(actions);
    expect(group.explanations).toHaveLength(7);
    expect(
      Object.fromEntries(Object.keys(fits).map((kind) => [kind, fitOf(group, kind as Explanation["kind"])])),
    ).toEqual(fits);
  });

  it("reads a group that fills its objects alone as syndication, in part", () => {
    const alone = community.filter((one) => isArmy(one) === Number(one.objects[0].id.slice(1)) < 8);
    expect(fitOf(findGroup(alone), "syndication")).toBe("partly");
  });
});

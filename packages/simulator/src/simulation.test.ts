import { findActionRefusal, type Action } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { dayMs, localHour } from "./community/rhythm.ts";
import type { SimulationOptions } from "./options.ts";
import { defaultScenarios } from "./scenarios/table.ts";
import { createSimulation } from "./simulation.ts";

const options: SimulationOptions = {
  scenarios: defaultScenarios,
  actions: 40_000,
  seed: 1,
  startAt: Date.UTC(2026, 0, 5),
  days: 21,
};
const simulation = createSimulation(options);
const actions = [...simulation.actions()];

function digest(list: Iterable<Action>): string {
  let hash = 0;
  for (const character of JSON.stringify([...list])) hash = (Math.imul(hash, 31) + (character.codePointAt(0) ?? 0)) | 0;
  return String(hash);
}

describe("createSimulation()", () => {
  it("gives the same actions for the same options, read again or made again, and others for another seed", () => {
    const small = { ...options, actions: 3_000, scenarios: defaultScenarios.slice(0, 3) };
    const once = createSimulation(small);
    const first = digest(once.actions());
    expect(digest(once.actions())).toBe(first);
    expect(digest(createSimulation(small).actions())).toBe(first);
    expect(digest(createSimulation({ ...small, seed: 2 }).actions())).not.toBe(first);
  });

  it("keeps to the order of time, to the period, and to the rules of an action", () => {
    const endAt = options.startAt + options.days * dayMs;
    for (const [i, action] of actions.entries()) {
      expect(findActionRefusal(action)).toBeNull();
      if (action.at < (actions[i - 1]?.at ?? options.startAt) || action.at >= endAt) expect.fail(`at ${action.at}`);
      if (action.at < (action.createdAt ?? 0)) expect.fail(`${action.id} comes before its account`);
    }
  });

  it("gives every action an id of its own, and about as many as were asked for", () => {
    expect(new Set(actions.map((action) => action.id)).size).toBe(actions.length);
    expect(Math.abs(actions.length / options.actions - 1)).toBeLessThan(0.1);
  });

  it("tells the truth about every account, once", () => {
    const accounts = simulation.truth.map((row) => row.account);
    const known = new Set(accounts);
    expect(known.size).toBe(accounts.length);
    expect(actions.filter((action) => !known.has(action.account))).toEqual([]);
  });

  it("names nobody's nature in ids, places or clients", () => {
    const campaign = new Set(simulation.truth.filter((row) => row.nature === "campaign").map((row) => row.account));
    const shapes = (isOfCampaign: boolean): ReadonlySet<string> =>
      new Set(
        actions
          .filter((action) => campaign.has(action.account) === isOfCampaign)
          .map(({ id, account, client, network }) =>
            [id.length, account.length, client, network?.region, network?.asn, network?.address?.length].join(),
          )
          .flatMap((shape) => shape.split(",").map((word, i) => `${i} ${word}`)),
      );
    const honest = shapes(false);
    expect([...shapes(true)].filter((shape) => !honest.has(shape))).toEqual([]);
  });

  it("reposts and likes only what has been posted before", () => {
    const posted = new Set<string>();
    for (const action of actions) {
      for (const object of action.objects) {
        if (object.kind === "post" && !posted.has(object.id)) expect.fail(`${action.kind} of an unknown post`);
      }
      posted.add(action.id);
    }
  });

  it("plants no one who is younger than what they did, save those registered for it", () => {
    // An activist registered after her first post would be moved behind those who copy her.
    const registered = new Set(["paraphrase_army", "review_bombing", "live_room_inflation"]);
    const settled = new Set(
      simulation.truth.filter((row) => row.scenario !== "" && !registered.has(row.scenario)).map((row) => row.account),
    );
    const young = actions.filter((action) => settled.has(action.account) && (action.createdAt ?? 0) >= options.startAt);
    expect(young).toEqual([]);
  });

  it("plants a scenario as often as it is named, under names of its own", () => {
    const twice = createSimulation({
      ...options,
      actions: 1,
      scenarios: [
        { scenario: "petition", size: 7 },
        { scenario: "petition", size: 9 },
      ],
    });
    const sizes = ["petition", "petition-2"].map((group) => twice.truth.filter((row) => row.group === group).length);
    expect(sizes).toEqual([7, 9]);
  });

  it.each([0.01, 0.5, 1])("fits into %d days", (days) => {
    const short = createSimulation({ ...options, actions: 2_000, days });
    const times = [...short.actions()].map((action) => action.at);
    expect(times.length).toBeGreaterThan(1_000);
    expect(times).toEqual(times.toSorted((a, b) => a - b));
  });
});

describe("the community", () => {
  const crowd = new Set(simulation.truth.filter((row) => row.group === "").map((row) => row.account));
  const own = actions.filter((action) => crowd.has(action.account));

  it("sleeps at night", () => {
    const hours = own.map((action) => localHour(action.at));
    const night = hours.filter((hour) => hour >= 2 && hour < 5).length;
    const evening = hours.filter((hour) => hour >= 19 && hour < 22).length;
    expect(evening).toBeGreaterThan(3 * night);
  });

  it("has a few who act a lot and many who act little", () => {
    const counts = new Map<string, number>();
    for (const action of own) counts.set(action.account, (counts.get(action.account) ?? 0) + 1);
    const sorted = [...counts.values()].sort((a, b) => b - a);
    const top = sorted.slice(0, Math.ceil(sorted.length / 10)).reduce((sum, count) => sum + count, 0);
    expect(top / own.length).toBeGreaterThan(0.35);
    expect(sorted[0] ?? 0).toBeLessThan(own.length / 20);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(own.length / sorted.length);
  });

  it("follows the popular: what is reposted is spread unevenly", () => {
    const reposts = new Map<string, number>();
    for (const { kind, objects } of own) {
      const target = objects[0]?.id ?? "";
      if (kind === "repost") reposts.set(target, (reposts.get(target) ?? 0) + 1);
    }
    const sorted = [...reposts.values()].sort((a, b) => b - a);
    expect(sorted[0]).toBeGreaterThan(50);
    expect(sorted.filter((count) => count === 1).length).toBeGreaterThan(sorted.length / 3);
  });

  it("meets behind carriers and hardly elsewhere", () => {
    const guests = new Map<string, Set<string>>();
    for (const { account, network } of own) {
      const address = network?.address ?? "";
      guests.set(address, (guests.get(address) ?? new Set()).add(account));
    }
    const sizes = [...guests.values()].map((accounts) => accounts.size).sort((a, b) => b - a);
    expect(sizes[0]).toBeGreaterThan(40);
    expect(sizes[Math.floor(sizes.length / 2)]).toBe(1);
  });
});

import { describe, expect, it } from "vitest";
import type { FamilyTest } from "../contract/family-test.ts";
import type { ActionTable } from "../contract/table.ts";
import { createRandom, type Random } from "../math/random.ts";
import { measureBeat, measureEvenness, measureWaking, summariseHabits } from "./habits.ts";
import { testAutomation } from "./test-automation.ts";

const hour = 3_600_000;
const day = 24 * hour;

function toTable(people: readonly (readonly number[])[]): ActionTable {
  const rows = people
    .flatMap((acts, account) => acts.map((at) => ({ at: Math.floor(at / 1000) * 1000, account })))
    .sort((a, b) => a.at - b.at || a.account - b.account);
  const none = new Int32Array(rows.length).fill(-1);
  return {
    count: rows.length,
    at: Float64Array.from(rows, (row) => row.at),
    account: Int32Array.from(rows, (row) => row.account),
    kind: new Uint8Array(rows.length),
    text: none,
    address: none,
    prefix: none,
    asn: none,
    region: none,
    device: none,
    client: none,
    objectStart: new Int32Array(rows.length + 1),
    objectIndex: new Int32Array(0),
    ids: rows.map((_, i) => `p${i}`),
    accounts: {
      count: people.length,
      ids: people.map((_, i) => `a${i}`),
      createdAt: new Float64Array(people.length).fill(Number.NaN),
    },
    objects: { count: 0, kinds: new Uint8Array(0), ids: [] },
    texts: { count: 0, raw: [], normalised: [] },
  };
}

/** Awake sixteen hours, acting when it likes. */
const person = (random: Random, actions: number): readonly number[] => {
  const wakes = random() * day;
  return Array.from({ length: actions }, () => Math.floor(random() * 14) * day + wakes + random() * 16 * hour);
};

const judge = (added: readonly (readonly number[])[], members: readonly number[]): FamilyTest => {
  const random = createRandom(21);
  const people = Array.from({ length: 500 }, (_, i) => person(random, 10 + (i % 50)));
  const habits = summariseHabits(toTable([...people, ...added]), 1000);
  return testAutomation({ habits, members: Int32Array.from(members) });
};
const added = Array.from({ length: 8 }, (_, i) => 500 + i);

describe("testAutomation()", () => {
  it.each([
    {
      name: "timers",
      statistic: "even_gaps",
      act: (i: number, k: number) => i * 7.2 * hour + k * (day + 13_700 + i * 3_000),
    },
    {
      name: "beats of the minute",
      statistic: "clock_beat",
      act: (i: number, k: number, r: Random) => Math.floor(r() * 20_000) * 60_000 + i * 7000 + 1000 * (k % 2),
    },
  ])("sees $name", ({ statistic, act }) => {
    const random = createRandom(4);
    const test = judge(
      added.map((_, i) => Array.from({ length: 40 }, (_, k) => act(i, k, random))),
      added,
    );
    expect(test).toMatchObject({ kind: "tested", statistic });
    expect(test.kind === "tested" && test.p).toBeLessThan(1e-4);
    expect(test.kind === "tested" && test.observed).toBeGreaterThan(0.8);
  });

  it("sees those who never sleep", () => {
    const random = createRandom(5);
    const test = judge(
      added.map(() => Array.from({ length: 60 }, () => random() * 14 * day)),
      added,
    );
    expect(test).toMatchObject({ statistic: "sleepless" });
    expect(test.kind === "tested" && test.p).toBeLessThan(1e-4);
  });

  it("finds nothing in people drawn at random, at their proper rate", () => {
    const random = createRandom(6);
    const people = Array.from({ length: 500 }, (_, i) => person(random, 10 + (i % 50)));
    const habits = summariseHabits(toTable(people), 1000);
    const p = Array.from({ length: 200 }, () => {
      const group = new Set(Array.from({ length: 10 }, () => Math.floor(random() * 500)));
      const test = testAutomation({ habits, members: Int32Array.from(group) });
      return test.kind === "tested" ? test.p : 0;
    });
    // Twenty are expected below a tenth; sixteen more are six deviations.
    expect(p.filter((each) => each < 0.1).length).toBeLessThan(36);
    expect(Math.min(...p)).toBeGreaterThan(1e-5);
  });

  it("needs accounts that acted eight times", () => {
    const test = judge(
      added.map((_, i) => [i * hour, i * hour + 5000]),
      added,
    );
    expect(test).toEqual({ kind: "too_little", reason: "accounts_with_eight_actions", have: 0, need: 3 });
  });
});

describe("habits of one account", () => {
  it.each([
    ["a timer", measureEvenness, Array.from({ length: 20 }, (_, i) => i * hour), 1],
    ["gaps that only the clock makes equal", measureEvenness, Array.from({ length: 20 }, (_, i) => i * 1000), 0],
    ["one second of the minute", measureBeat, Array.from({ length: 20 }, (_, i) => i * i * 60_000 + 7000), 1],
    ["opposite seconds", measureBeat, Array.from({ length: 20 }, (_, i) => i * 30_000), 0],
    ["every hour", measureWaking, Array.from({ length: 24 }, (_, i) => i * hour), 24],
    ["nine to five, over midnight", measureWaking, Array.from({ length: 9 }, (_, i) => (20 + i) * hour), 9],
  ])("%s", (_, measure, at, expected) => {
    expect(measure(Float64Array.from(at), 1000)).toBeCloseTo(expected, 9);
  });
});

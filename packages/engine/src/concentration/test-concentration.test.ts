import { describe, expect, it } from "vitest";
import type { ActionTable } from "../contract/table.ts";
import { createRandom } from "../math/random.ts";
import { summarisePlaces } from "./places.ts";
import { testConcentration, type ConcentrationTest } from "./test-concentration.ts";

type Person = {
  readonly prefix?: number;
  readonly region?: number;
  readonly device?: number;
  readonly createdAt?: number;
};

/** One table row for each account, ten for the first. */
function toTable(people: readonly Person[]): ActionTable {
  const account = Int32Array.from([...Array.from({ length: 9 }, () => 0), ...people.keys()]);
  const column = (key: "prefix" | "region" | "device"): Int32Array => account.map((each) => people[each]?.[key] ?? -1);
  const none = new Int32Array(account.length).fill(-1);
  return {
    count: account.length,
    at: Float64Array.from(account.keys()),
    account,
    kind: new Uint8Array(account.length),
    text: none,
    address: none,
    prefix: column("prefix"),
    asn: none,
    region: column("region"),
    device: column("device"),
    client: none,
    objectStart: new Int32Array(account.length + 1),
    objectIndex: new Int32Array(0),
    ids: Array.from(account, (_, i) => `p${i}`),
    accounts: {
      count: people.length,
      ids: people.map((_, i) => `a${i}`),
      createdAt: Float64Array.from(people, (person) => person.createdAt ?? Number.NaN),
    },
    objects: { count: 0, kinds: new Uint8Array(0), ids: [] },
    texts: { count: 0, raw: [], normalised: [] },
  };
}

function judge(people: readonly Person[], members: readonly number[]): ConcentrationTest {
  const table = toTable(people);
  return testConcentration({ table, places: summarisePlaces(table), members: Int32Array.from(members), seed: 1 });
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, i) => from + i);

/** 1,000 people on their own prefixes, but for a carrier that every fifth uses and a town whose prefixes are few. */
const community: readonly Person[] = range(0, 1000).map((i) => {
  if (i % 5 === 0) return { prefix: 0, region: i % 3 };
  if (i >= 600 && i < 700) return { prefix: 5000 + (i % 10), region: 9 };
  return { prefix: i + 1, region: i % 3 };
});

describe("testConcentration()", () => {
  it.each([
    // Twelve accounts on two prefixes that nobody else has.
    {
      name: "an address pool",
      people: community.concat(range(0, 12).map((i) => ({ prefix: 9000 + (i % 2), region: 1 }))),
      members: range(1000, 1012),
      most: 1e-9,
    },
    {
      name: "customers of one carrier",
      people: community,
      members: range(0, 12).map((i) => i * 5),
      least: 1e-5,
      most: 1,
    },
    {
      name: "accounts with nothing in common",
      people: community,
      members: [1, 2, 3, 4, 6, 7, 8, 9, 11],
      least: 0.2,
      most: 1,
    },
    // A tenth of the town: its networks are few, and that is the town's doing.
    {
      name: "people of one town",
      people: community,
      members: [601, 612, 623, 634, 641, 652, 663, 674, 681],
      least: 0.2,
      most: 1,
    },
  ])("$name", ({ people, members, least = 0, most }) => {
    const { test } = judge(people, members);
    const p = test.kind === "tested" ? test.p : Number.NaN;
    expect(p).toBeLessThanOrEqual(most);
    expect(p).toBeGreaterThanOrEqual(least);
  });

  it("counts an account once per value, however often it acts", () => {
    const { traits } = judge(community, [0, 1, 2, 3, 4]);
    expect(traits[0]?.evidence).toMatchObject({ accountsKnown: 5, effective: 5 });
  });

  it("says what bars it saw by ordinal, the largest first", () => {
    const people = community.concat(range(0, 12).map((i) => ({ prefix: i < 8 ? 9000 : 9001 + i, region: 1 })));
    const { test, traits } = judge(people, range(1000, 1012));
    expect(traits[0]?.evidence.bars[0]).toEqual({ label: "prefix 1", group: 8 / 12, population: 0 });
    expect(traits[0]?.evidence.effectiveExpected).toBeGreaterThan(7);
    expect(test.kind === "tested" && test.rows.length).toBe(8);
  });

  it("pays for every trait that it looked at", () => {
    const random = createRandom(3);
    const people = community.map((person) => ({
      ...person,
      device: Math.floor(random() * 1e6),
      createdAt: random() * 1e12,
    }));
    const { test, traits } = judge(people, range(1, 12));
    expect(traits.map((each) => each.trait)).toEqual(["prefix", "device", "creation_day"]);
    expect(test.kind === "tested" && test.p).toBe(Math.min(1, 3 * Math.min(...traits.map((each) => each.p))));
  });

  it("says how much is missing", () => {
    expect(
      judge(
        range(0, 8).map((i) => ({ prefix: i })),
        [0, 1, 2, 3],
      ).test,
    ).toEqual({
      kind: "too_little",
      reason: "accounts_with_known_place",
      have: 1,
      need: 3,
    });
    expect(
      judge(
        range(0, 100).map(() => ({})),
        [0, 1, 2],
      ).test.kind,
    ).toBe("too_little");
  });
});

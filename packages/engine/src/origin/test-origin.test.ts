import { describe, expect, it } from "vitest";
import type { FamilyTest } from "../contract/family-test.ts";
import type { ActionTable } from "../contract/table.ts";
import { createRandom } from "../math/random.ts";
import { summariseOrigins } from "./origins.ts";
import { testOrigin } from "./test-origin.ts";

type Person = { readonly createdAt?: number; readonly acts: readonly number[] };

function toTable(people: readonly Person[]): ActionTable {
  const rows = people
    .flatMap((person, account) => person.acts.map((at) => ({ at, account })))
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
      createdAt: Float64Array.from(people, (person) => person.createdAt ?? Number.NaN),
    },
    objects: { count: 0, kinds: new Uint8Array(0), ids: [] },
    texts: { count: 0, raw: [], normalised: [] },
  };
}

const day = 86_400_000;
const start = 20_000 * day;
const random = createRandom(9);
/** 400 people who joined over three years and act over eight weeks; some were away for a fortnight. */
const community: readonly Person[] = Array.from({ length: 400 }, (_, i) => {
  const acts = Array.from({ length: 12 }, () => start + random() * 56 * day);
  const away = start + (10 + random() * 20) * day;
  return {
    createdAt: start - random() * 1000 * day,
    acts: i % 4 === 0 ? acts.filter((at) => at < away || at > away + 14 * day) : acts,
  };
});
const members = (count: number): Int32Array => Int32Array.from({ length: count }, (_, i) => 400 + i);
const judge = (people: readonly Person[], group: Int32Array, of: "registration" | "waking"): FamilyTest => {
  const table = toTable(people);
  return testOrigin({ table, origins: summariseOrigins(table), members: group, of });
};
const often = (): readonly number[] => Array.from({ length: 20 }, (_, i) => start + i * 2.5 * day + random() * day);

describe("testOrigin()", () => {
  it("sees accounts that were registered within the hour", () => {
    const batch = Array.from({ length: 10 }, (_, i) => ({ createdAt: start - 99 * day + i * 200_000, acts: often() }));
    const test = judge([...community, ...batch], members(10), "registration");
    expect(test).toMatchObject({ kind: "tested", statistic: "registered_within_hour", observed: 10 });
    expect(test.kind === "tested" && test.p).toBeLessThan(1e-9);
    expect(test.kind === "tested" && test.rows.length).toBe(10);
  });

  it("sees accounts that woke together", () => {
    const sleepers = Array.from({ length: 10 }, () => ({
      createdAt: start - random() * 1000 * day,
      acts: Array.from({ length: 5 }, (_, i) => start + 40 * day + random() * 900_000 + i * day),
    }));
    const test = judge([...community, ...sleepers], members(10), "waking");
    expect(test).toMatchObject({ kind: "tested", observed: 10 });
    expect(test.kind === "tested" && test.statistic).toMatch(/^woke/);
    expect(test.kind === "tested" && test.p).toBeLessThan(1e-9);
  });

  it("finds nothing in people drawn at random", () => {
    const p = Array.from({ length: 120 }, (_, i) => {
      const group = Int32Array.from({ length: 20 }, () => Math.floor(random() * 400));
      const test = judge(community, Int32Array.from(new Set(group)), i % 2 === 0 ? "registration" : "waking");
      return test.kind === "tested" ? test.p : 0;
    });
    expect(Math.min(...p)).toBeGreaterThan(1e-4);
    expect(p.filter((each) => each < 0.1).length).toBeLessThan(28);
  });

  it("needs accounts of known age", () => {
    const nobody = Array.from({ length: 40 }, () => ({ acts: [start, start + day] }));
    expect(judge(nobody, Int32Array.from([0, 1, 2, 3]), "registration")).toEqual({
      kind: "too_little",
      reason: "accounts_with_known_age",
      have: 0,
      need: 3,
    });
  });
});

import { describe, expect, it } from "vitest";
import type { ActionTable, Layer } from "../contract/table.ts";
import { createRandom } from "../math/random.ts";
import { findBursts } from "./bursts.ts";

type Act = { readonly at: number; readonly account: number; readonly object: number };

function toTable(acts: readonly Act[]): { table: ActionTable; layer: Layer } {
  const sorted = [...acts].sort((a, b) => a.at - b.at || a.account - b.account);
  const none = new Int32Array(sorted.length).fill(-1);
  const accounts = Math.max(...sorted.map((act) => act.account)) + 1;
  const objects = Math.max(...sorted.map((act) => act.object)) + 1;
  const objectIndex: number[] = [];
  const objectStart = [0];
  for (const act of sorted) {
    if (act.object >= 0) objectIndex.push(act.object);
    objectStart.push(objectIndex.length);
  }
  const rows = sorted.flatMap((act, action) => (act.object < 0 ? [] : [{ ...act, action }]));
  const perObject = Array.from({ length: objects }, (_, object) =>
    rows.filter(
      (row, i) =>
        row.object === object && rows.findIndex((r) => r.object === object && r.account === row.account) === i,
    ),
  );
  const start = [0];
  for (const list of perObject) start.push((start.at(-1) ?? 0) + list.length);
  const flat = perObject.flat();
  const ids = (count: number, prefix: string): string[] => Array.from({ length: count }, (_, i) => `${prefix}${i}`);
  return {
    table: {
      count: sorted.length,
      at: Float64Array.from(sorted, (act) => act.at),
      account: Int32Array.from(sorted, (act) => act.account),
      kind: new Uint8Array(sorted.length),
      text: none,
      address: none,
      prefix: none,
      asn: none,
      region: none,
      device: none,
      client: none,
      objectStart: Int32Array.from(objectStart),
      objectIndex: Int32Array.from(objectIndex),
      ids: ids(sorted.length, "p"),
      accounts: { count: accounts, ids: ids(accounts, "a"), createdAt: new Float64Array(accounts).fill(Number.NaN) },
      objects: { count: objects, kinds: new Uint8Array(objects), ids: ids(objects, "o") },
      texts: { count: 0, raw: [], normalised: [] },
    },
    layer: {
      name: "repost",
      objectCount: objects,
      start: Int32Array.from(start),
      account: Int32Array.from(flat, (row) => row.account),
      at: Float64Array.from(flat, (row) => row.at),
      action: Int32Array.from(flat, (row) => row.action),
      source: Int32Array.from({ length: objects }, (_, object) => object),
    },
  };
}

const hour = 3_600_000;
const options = { fdr: 0.01, tickMs: 1000, burstActionsMax: 5 };

/** Reposts of `objects` posts, each drawing some hundred accounts with a decay of an hour. */
function crowd(objects: number, seed: number): Act[] {
  const random = createRandom(seed);
  return Array.from({ length: objects * 60 }, (_, i) => ({
    at: Math.floor((i % objects) * 600_000 - Math.log(1 - random()) * hour),
    account: 100 + i,
    object: i % objects,
  }));
}

describe("findBursts()", () => {
  it("finds nothing in crowds that come and go", () => {
    const { table, layer } = toTable(crowd(20, 1));
    expect(findBursts(table, [layer], options)).toEqual([]);
  });

  it("judges lockstep around an object on that object", () => {
    const army = Array.from({ length: 25 }, (_, account) => ({ at: 2 * hour + account * 300, account, object: 3 }));
    const { table, layer } = toTable([...crowd(20, 1), ...army]);
    const bursts = findBursts(table, [layer], options);
    expect(bursts.map((burst) => [burst.layer, burst.object])).toEqual([["repost", "o3"]]);
    const [burst] = bursts;
    const flagged = Array.from(burst.rows, (row) => table.account[row]);
    expect(flagged.filter((account) => account < 25)).toHaveLength(25);
    expect(burst.actions).toHaveLength(5);
    expect(burst.actionsTotal).toBe(burst.rows.length);
    expect(burst.p).toBeLessThan(0.01);
  });

  it("judges lockstep without an object on the stream", () => {
    const army = Array.from({ length: 25 }, (_, account) => ({ at: 2 * hour + account * 300, account, object: -1 }));
    const { table, layer } = toTable([...crowd(20, 1), ...army]);
    expect(findBursts(table, [layer], options).map((burst) => burst.layer)).toEqual(["stream"]);
  });

  it("takes an empty table", () => {
    const { table } = toTable([{ at: 0, account: 0, object: -1 }]);
    expect(findBursts({ ...table, count: 0 }, [], options)).toEqual([]);
  });
});

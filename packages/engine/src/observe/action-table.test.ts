import type { Action, Pseudonym } from "@breakwater/records";
import { describe, expect, it } from "vitest";
import { toActionTable, type TableResult } from "./action-table.ts";
import { observeAll } from "./testing/observe-all.ts";

const whole = {
  from: Number.NEGATIVE_INFINITY,
  to: Number.POSITIVE_INFINITY,
  limits: { actionsMax: 100, textsMax: 100 },
};

const post = (id: string, at: number, more: Partial<Action> = {}): Action => ({
  id,
  at,
  account: "a",
  kind: "post",
  objects: [],
  ...more,
});

function tabulate(actions: readonly Action[], limits: Partial<typeof whole.limits> = {}): TableResult {
  return toActionTable([observeAll(actions)], { ...whole, limits: { ...whole.limits, ...limits } });
}

describe("toActionTable()", () => {
  it("numbers everything by first appearance in canonical order", () => {
    const { table, limits } = tabulate([
      post("3", 30, { account: "c", network: { prefix: "zz" as Pseudonym }, objects: [{ kind: "url", id: "u" }] }),
      post("1", 10, {
        account: "b",
        network: { prefix: "yy" as Pseudonym },
        objects: [
          { kind: "hashtag", id: "u" },
          { kind: "url", id: "u" },
        ],
      }),
      post("2", 20, { account: "c", client: "web", createdAt: 5 }),
    ]);
    expect(limits).toEqual([]);
    expect(table.ids).toEqual(["1", "2", "3"]);
    expect([...table.at]).toEqual([10, 20, 30]);
    expect([...table.account]).toEqual([0, 1, 1]);
    expect(table.accounts).toEqual({ count: 2, ids: ["b", "c"], createdAt: Float64Array.of(Number.NaN, 5) });
    expect([...table.prefix]).toEqual([0, -1, 1]);
    expect([...table.client]).toEqual([-1, 0, -1]);
    expect([...table.device]).toEqual([-1, -1, -1]);
    expect([...table.objectStart]).toEqual([0, 2, 2, 3]);
    expect([...table.objectIndex]).toEqual([0, 1, 1]);
    expect(table.objects.ids).toEqual(["u", "u"]);
    expect([...table.objects.kinds]).toEqual([2, 1]);
  });

  it("keeps one raw form a text: the first in canonical order, not the first that came", () => {
    const { table } = tabulate([
      post("1", 30, { text: "same TEXT!" }),
      post("2", 10, { text: "Same text." }),
      post("3", 20, { text: "another" }),
      post("4", 40),
    ]);
    expect(table.texts.raw).toEqual(["Same text.", "another"]);
    expect(table.texts.normalised).toEqual(["same text", "another"]);
    expect([...table.text]).toEqual([0, 1, 0, -1]);
  });

  it("leaves out an id that comes again, and counts it", () => {
    const { table, limits } = tabulate([post("1", 30), post("2", 20), post("1", 10)]);
    expect([...table.at]).toEqual([10, 20]);
    expect(limits).toEqual([{ limit: "repeated_ids", value: 1, times: 1 }]);
  });

  it("cuts at its bounds, and counts what it cut", () => {
    const texts = ["one", "two", "three", "two", "four"];
    const actions = texts.map((text, i) => post(`${i}`, i + 1, { text }));
    const cut = tabulate(actions, { textsMax: 2 });
    expect([...cut.table.text]).toEqual([0, 1, -1, 1, -1]);
    expect(cut.limits).toEqual([{ limit: "textsMax", value: 2, times: 2 }]);
    const short = tabulate(actions, { actionsMax: 2 });
    expect(short.table.ids).toEqual(["3", "4"]);
    expect(short.limits).toEqual([{ limit: "actionsMax", value: 2, times: 3 }]);
  });

  it("is empty where nothing falls into the window", () => {
    const { table } = toActionTable([observeAll([post("1", 10)])], { ...whole, from: 10, to: 20 });
    expect([table.count, table.accounts.count, table.texts.count, table.objects.count]).toEqual([0, 0, 0, 0]);
  });
});

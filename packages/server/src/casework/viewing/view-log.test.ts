import { describe, expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import { createMemoryViewLog } from "./memory-view-log.ts";
import { createSqliteViewLog, viewMigrations } from "./sqlite-view-log.ts";
import type { View, ViewLog } from "./view-log.ts";

const view = (by: string, id: string, more: Partial<View> = {}): View => ({
  at: 1,
  by,
  object: "case",
  id,
  route: "getCase",
  version: 1,
  refused: null,
  ...more,
});

const stores: readonly (readonly [string, () => ViewLog])[] = [
  ["memory", createMemoryViewLog],
  ["sqlite", () => createSqliteViewLog(openState(":memory:", { migrations: viewMigrations, now: () => 0 }))],
];

describe.each(stores)("view log: %s", (_, open) => {
  it("gives the newest first, by person, by object and page by page", async () => {
    const log = open();
    const secret = view("ben", "c1", { version: null, refused: "need_to_know" });
    const all = [view("ana", "c1"), secret, view("ana", "c2"), view("ana", "d1", { object: "decision" })];
    for (const one of all) await log.add(one);
    const list = async (query: object): Promise<readonly number[]> =>
      (await log.list({ limit: 9, ...query })).map(({ sequence }) => sequence);
    expect(await list({})).toEqual([4, 3, 2, 1]);
    expect(await list({ by: "ana" })).toEqual([4, 3, 1]);
    expect(await list({ object: "case", id: "c1" })).toEqual([2, 1]);
    expect(await list({ object: "decision" })).toEqual([4]);
    expect(await list({ before: 3, limit: 1 })).toEqual([2]);
    expect((await log.list({ by: "ben", limit: 1 }))[0]).toEqual({ ...secret, sequence: 2 });
  });

  it("forgets what is old, and gives no number twice", async () => {
    const log = open();
    for (const at of [1, 2, 3]) await log.add(view("ana", `c${at}`, { at }));
    expect(await log.forget(3)).toBe(2);
    expect(await log.forget(4)).toBe(1);
    await log.add(view("ana", "c4", { at: 4 }));
    expect((await log.list({ limit: 9 })).map(({ sequence }) => sequence)).toEqual([4]);
  });
});

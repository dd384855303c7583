import { describe, expect, it } from "vitest";
import { openState } from "../../state/open-state.ts";
import type { Effect, EffectStore } from "./effect-store.ts";
import { createMemoryEffectStore } from "./memory-effect-store.ts";
import { createSqliteEffectStore, effectMigrations } from "./sqlite-effect-store.ts";

const effect = (id: string, askedAt: number, more: Partial<Effect> = {}): Effect => ({
  id,
  kind: "measure.apply",
  decision: "d1",
  hold: null,
  measure: id,
  type: "mute",
  target: { kind: "account", id: "a1" },
  account: "a1",
  state: "asked",
  askedAt,
  answeredAt: null,
  failures: 0,
  reason: null,
  retryAt: null,
  ...more,
});

const stores: readonly (readonly [string, () => EffectStore])[] = [
  ["memory", createMemoryEffectStore],
  ["sqlite", () => createSqliteEffectStore(openState(":memory:", { migrations: effectMigrations, now: () => 0 }))],
];

describe.each(stores)("effect store: %s", (_, open) => {
  it("lists what was asked last first, by state, decision and page", async () => {
    const store = open();
    const failed = effect("m2", 2, { state: "failed", failures: 1, reason: "Down.", retryAt: 9 });
    for (const one of [effect("m1", 1), failed, effect("m3", 2, { decision: "d2" })]) await store.put(one);
    const list = async (query: object): Promise<readonly string[]> =>
      (await store.list({ limit: 9, ...query })).map(({ id }) => id);
    expect(await list({})).toEqual(["m3", "m2", "m1"]);
    expect(await list({ state: "asked" })).toEqual(["m3", "m1"]);
    expect(await list({ decision: "d1" })).toEqual(["m2", "m1"]);
    expect(await list({ after: [2, "m3"], limit: 1 })).toEqual(["m2"]);
    expect(await store.find("m2")).toEqual(failed);
    expect(await store.find("m9")).toBeNull();
  });

  it("gives what is to be asked again when its time has come", async () => {
    const store = open();
    await store.put(effect("m1", 1, { retryAt: 20 }));
    await store.put(effect("m2", 1, { retryAt: 10 }));
    await store.put(effect("m3", 1));
    const retries = async (at: number): Promise<readonly string[]> =>
      (await store.listRetries(at, 9)).map(({ id }) => id);
    expect(await retries(9)).toEqual([]);
    expect(await retries(20)).toEqual(["m2", "m1"]);
    await store.put(effect("m2", 1, { state: "confirmed" }));
    expect(await retries(20)).toEqual(["m1"]);
  });

  it("counts what the platform did and nothing ordered, each once", async () => {
    const store = open();
    expect(await store.countUnordered()).toBe(0);
    for (const id of ["x", "x", "y"]) await store.noteUnordered(id, 1);
    expect(await store.countUnordered()).toBe(2);
  });
});

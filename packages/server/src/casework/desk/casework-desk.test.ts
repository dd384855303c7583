import { defaultSettings } from "@breakwater/casework";
import { monday, people, pieces } from "@breakwater/casework/testing";
import { describe, expect, it } from "vitest";
import { followHistory, openMemory, openSqlite } from "../testing/follow-history.ts";

describe.each([
  ["memory", openMemory, 2],
  ["sqlite", openSqlite, 6],
] as const)("createCaseworkDesk() over %s", (_, open, histories) => {
  it("answers and comes to what the desk in memory does, over random histories", { timeout: 120_000 }, async () => {
    for (let seed = 40; seed < 40 + histories; seed += 1) await followHistory(open, { seed, commands: 900 });
  });

  it("has one effect for one key", async () => {
    const { desk, store } = open({ settings: defaultSettings });
    const order = { object: "lead", id: "l1", command: pieces.detectedLead() } as const;
    const by = { actor: people.detector, at: monday, key: "epoch-7" };
    const first = await desk.execute(order, by);
    const again = await desk.execute(order, { ...by, at: monday + 5 });
    expect(again).toEqual({ ...first, repeated: true });
    expect(await desk.execute({ ...order, id: "l2" }, by)).toEqual({ kind: "key_taken" });
    expect(await store.latestSequence()).toBe(1);
  });

  it("refuses whoever saw an earlier version", async () => {
    const { desk } = open({ settings: defaultSettings });
    await desk.execute(
      { object: "lead", id: "l1", command: pieces.detectedLead() },
      { actor: people.detector, at: monday },
    );
    const dismiss = { object: "lead", id: "l1", command: { kind: "dismiss", reason: "authentic" } } as const;
    const by = { actor: people.tian, at: monday + 1 };
    expect(await desk.execute(dismiss, { ...by, expectedVersion: 0 })).toEqual({ kind: "stale", version: 1 });
    expect(await desk.execute(dismiss, { ...by, expectedVersion: 1 })).toMatchObject({ kind: "done", version: 2 });
  });

  it("bears a clock that steps back a little, and refuses one that steps back far", async () => {
    const { desk } = open({ settings: defaultSettings });
    await desk.execute(
      { object: "lead", id: "l1", command: pieces.detectedLead() },
      { actor: people.detector, at: monday },
    );
    const dismiss = { object: "lead", id: "l1", command: { kind: "dismiss", reason: "authentic" } } as const;
    const far = await desk.execute(dismiss, { actor: people.tian, at: monday - 400_000 });
    expect(far).toMatchObject({ kind: "refused", refusal: { code: "time_runs_backwards" } });
    expect(await desk.execute(dismiss, { actor: people.tian, at: monday - 1_000 })).toMatchObject({ kind: "done" });
    expect((await desk.getState("lead", "l1")).updatedAt).toBe(monday);
  });
});

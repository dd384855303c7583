import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createMemoryAttemptStore } from "./stores/memory-access-store.ts";
import { chargeAttempt, loginRule, networkRule, refundAttempt } from "./throttle.ts";

const start = 1_700_000_000_000;

describe("chargeAttempt()", () => {
  it("lets five pass, then doubles the wait up to an hour, and stops for good at a hundred", async () => {
    const store = createMemoryAttemptStore();
    const waits: number[] = [];
    let at = start;
    for (;;) {
      const charge = await chargeAttempt(store, "k", { rule: loginRule, at });
      if (charge.kind === "locked") break;
      waits.push(charge.kind === "wait" ? charge.waitMs : 0);
      if (charge.kind === "wait") at += charge.waitMs;
    }
    expect(waits.slice(0, 5)).toEqual([0, 0, 0, 0, 0]);
    expect(waits.filter((wait) => wait > 0).slice(0, 14)).toEqual([
      ...Array.from({ length: 12 }, (_, power) => 1000 * 2 ** power),
      3_600_000,
      3_600_000,
    ]);
    expect((await store.get("k"))?.failures).toBe(100);
    expect(at - start).toBeGreaterThan(80 * 3_600_000);
  });

  it("counts a hundred at once as a hundred", async () => {
    const store = createMemoryAttemptStore();
    const charges: string[] = [];
    for (let tries = 0; tries < 100; tries += 1) {
      charges.push((await chargeAttempt(store, "k", { rule: loginRule, at: start })).kind);
    }
    expect(charges.filter((kind) => kind === "taken")).toHaveLength(5);
  });

  it("makes nobody wait longer because the clock stepped back", async () => {
    const store = createMemoryAttemptStore();
    for (let tries = 0; tries < 6; tries += 1) {
      await chargeAttempt(store, "k", { rule: loginRule, at: start + tries * 5_000 });
    }
    const back = start - 86_400_000;
    expect(await chargeAttempt(store, "k", { rule: loginRule, at: back })).toEqual({ kind: "wait", waitMs: 2_000 });
    expect(await chargeAttempt(store, "k", { rule: loginRule, at: back + 2_000 })).toMatchObject({ kind: "taken" });
  });

  it("never waits longer than its rule says, whatever came before", async () => {
    const moves = fc.array(fc.record({ by: fc.integer({ min: -10_000, max: 4_000_000 }), back: fc.boolean() }), {
      maxLength: 60,
    });
    const property = fc.asyncProperty(moves, async (steps) => {
      const store = createMemoryAttemptStore();
      let at = start;
      for (const { by, back } of steps) {
        at += by;
        const charge = await chargeAttempt(store, "k", { rule: networkRule, at });
        if (charge.kind === "wait") {
          expect(charge.waitMs).toBeGreaterThan(0);
          expect(charge.waitMs).toBeLessThanOrEqual(networkRule.waitMax);
        }
        if (back) await refundAttempt(store, "k");
        expect((await store.get("k"))?.failures ?? 0).toBeGreaterThanOrEqual(0);
      }
    });
    await fc.assert(property, { seed: 11, numRuns: 60 });
  });
});

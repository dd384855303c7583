import { describe, expect, it } from "vitest";
import { addReading, breakMs, createExposureStore, isBreakDue } from "./exposure.ts";

const start = 1_700_000_000_000;

function createKeep() {
  const held = new Map<string, string>();
  return {
    getItem: (key: string) => held.get(key) ?? null,
    setItem: (key: string, value: string) => void held.set(key, value),
    removeItem: (key: string) => void held.delete(key),
    held,
  };
}

describe("a break", () => {
  const read = { items: 3, ms: 4 * 60_000, lastAt: start };

  it.each([
    [{ items: 4, minutes: 5 }, false],
    [{ items: 3, minutes: null }, true],
    [{ items: null, minutes: 4 }, true],
    [{ items: null, minutes: null }, false],
  ])("is proposed by the first of the two that is reached: %j %s", (budget, due) => {
    expect(isBreakDue(read, budget)).toBe(due);
  });

  it("was taken where nothing was read for ten minutes", () => {
    expect(addReading(read, { items: 1 }, start + breakMs - 1)).toMatchObject({ items: 4, ms: 4 * 60_000 });
    expect(addReading(read, { items: 1 }, start + breakMs)).toMatchObject({ items: 1, ms: 0 });
  });
});

describe("createExposureStore()", () => {
  it("counts over tabs and reloads, and for one person alone", () => {
    const keep = createKeep();
    const [one, other] = [0, 1].map(() => createExposureStore(keep, "ana", () => start));
    one?.add({ items: 1 });
    other?.add({ items: 1, ms: 15_000 });
    one?.add({ items: 1 });
    expect(one?.get()).toEqual({ items: 3, ms: 15_000, lastAt: start });
    expect(createExposureStore(keep, "ana", () => start).get().items).toBe(3);
    expect(createExposureStore(keep, "ben", () => start).get().items).toBe(0);
  });

  it("leaves nothing behind once it begins anew, and tells whoever listens", () => {
    const keep = createKeep();
    const store = createExposureStore(keep, "ana", () => start);
    let told = 0;
    store.subscribe(() => (told += 1));
    store.add({ items: 2 });
    store.clear();
    expect([told, store.get().items, keep.held.size]).toEqual([2, 0, 0]);
  });

  it("counts also where the browser keeps nothing", () => {
    const full = { ...createKeep(), setItem: () => expect.fail("QuotaExceededError") };
    for (const keep of [null, full]) {
      const store = createExposureStore(keep, "ana", () => start);
      store.add({ items: 1 });
      store.add({ items: 1 });
      expect(store.get().items).toBe(2);
    }
    const odd = createKeep();
    odd.setItem("breakwater.read", '{"person":"ana","items":"many"}');
    expect(createExposureStore(odd, "ana", () => start).get().items).toBe(0);
  });
});

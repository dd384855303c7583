import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createChains } from "./chains.ts";

describe("createChains()", () => {
  it("finds what a list of the latest entries holds, newest first", () => {
    const entry = fc.tuple(fc.integer({ min: -5, max: 5 }), fc.nat(100));
    fc.assert(
      fc.property(fc.array(entry, { maxLength: 80 }), fc.integer({ min: 1, max: 6 }), (entries, max) => {
        const chains = createChains(16);
        const out = new Int32Array(max);
        for (const [key, item] of entries) chains.insert(Int32Array.of(key), 1, item);
        for (let key = -5; key <= 5; key += 1) {
          const held = entries
            .slice(-16)
            .filter((each) => each[0] === key)
            .map((each) => each[1]);
          const found = chains.find(key, out, max);
          expect([...out.subarray(0, found)]).toEqual(held.toReversed().slice(0, max));
        }
        expect(chains.overwritten).toBe(Math.max(0, entries.length - 16));
      }),
      { seed: 1, numRuns: 200 },
    );
  });

  it("counts look-ups that found more than they may return", () => {
    const chains = createChains(16);
    for (let item = 0; item < 3; item += 1) chains.insert(Int32Array.of(7), 1, item);
    chains.find(7, new Int32Array(2), 2);
    chains.find(7, new Int32Array(3), 3);
    expect(chains.cut).toBe(1);
  });
});

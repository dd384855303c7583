import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findSamples } from "./find-samples.ts";
import { createKeptSamples } from "./kept-samples.ts";

const toInput = (normalised: readonly string[]) => ({
  count: normalised.length,
  normalised,
  firstAt: Float64Array.from(normalised, (_, i) => i),
});

/** Texts of characters that seldom meet by chance. */
function makeText(seed: number, length: number): string {
  let state = seed;
  const next = (): number => (state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0) >>> 8;
  return Array.from({ length }, () => String.fromCharCode(0x4e00 + (next() % 3000))).join("");
}

/** Few words, so that texts meet under crowded keys; of several lengths, as short ones are compared by other rules. */
const word = fc.constantFrom(
  ..."水厂 昨夜 出了 事故 大家 今天 先不 要喝 自来 球赛 周末 听说 城东 转给 家里 人看".split(" "),
);
const crowdedText = fc
  .tuple(fc.constantFrom(5, 9, 40), fc.array(word, { minLength: 4, maxLength: 40 }))
  .map(([length, words]) => words.slice(0, length).join(""));
/** Pieces of a few texts put together: their keys hold one text, or three, or twenty. */
const piecedText = fc
  .array(fc.tuple(fc.nat(11), fc.nat(3), fc.integer({ min: 12, max: 50 })), { minLength: 1, maxLength: 3 })
  .map((pieces) =>
    pieces.map(([base, from, length]) => makeText(base + 1, 60).slice(8 * from, 8 * from + length)).join(""),
  );
const poolOf = (of: fc.Arbitrary<string>) => fc.uniqueArray(of, { minLength: 40, maxLength: 160 });
const pool = fc.oneof(poolOf(crowdedText), poolOf(piecedText), poolOf(fc.oneof(crowdedText, piecedText)));

type Step = { readonly from: number; readonly to: number; readonly swap: readonly [number, number] | null };
const steps = fc.array(
  fc.record({
    from: fc.nat(6),
    to: fc.nat(10),
    swap: fc.option(fc.tuple(fc.nat(200), fc.nat(200)), { freq: 3 }),
  }),
  { minLength: 2, maxLength: 12 },
);
const limits = fc.record({
  bucketMax: fc.constantFrom(2, 4, 16),
  candidatesMax: fc.constantFrom(1, 3, 32),
  wordingsMax: fc.constantFrom(1, 8),
  stepsMax: fc.constantFrom(1, 2),
});

/** The window moves on along the pool; sometimes a text moves within it, as one does whose first use is gone or comes late. */
function* slide(all: readonly string[], moves: readonly Step[]): Generator<readonly string[]> {
  let [from, to] = [0, Math.floor(all.length / 2)];
  yield all.slice(from, to);
  for (const move of moves) {
    from = Math.min(from + move.from, all.length);
    to = Math.min(to + move.to, all.length);
    const window = all.slice(from, Math.max(from, to));
    if (move.swap !== null && window.length > 0) {
      const [taken] = window.splice(move.swap[0] % window.length, 1);
      if (move.swap[1] % 3 > 0 && taken !== undefined) window.splice(move.swap[1] % (window.length + 1), 0, taken);
    }
    yield window;
  }
}

/** Few texts make it put in order often, many leave much beside. */
const recentMin = fc.constantFrom(1, 8, 1000);

describe("createKeptSamples()", () => {
  it("finds what a search for all texts finds, window after window", () => {
    fc.assert(
      fc.property(pool, steps, limits, fc.record({ forgets: fc.boolean(), recentMin }), (all, moves, options, kind) => {
        const kept = createKeptSamples({ ...options, searchedShareMax: 1, recentMin: kind.recentMin });
        for (const window of slide(all, moves)) {
          const { table, limits: reached } = findSamples(toInput(window), options);
          if (kind.forgets) kept.keepOnly(new Set(window));
          expect(kept.find(toInput(window))).toEqual({ table, limits: reached });
          expect(kept.size).toBe(window.length);
        }
      }),
      { seed: 20_261_125, numRuns: 300 },
    );
  });

  it("searches for few texts where few change", () => {
    const all = Array.from({ length: 1000 }, (_, i) => makeText(i + 100, 30));
    const kept = createKeptSamples();
    kept.find(toInput(all.slice(0, 950)));
    const before = kept.searches;
    for (let i = 1; i <= 50; i += 1) {
      const window = all.slice(i, 950 + i);
      expect(kept.find(toInput(window)).table).toEqual(findSamples(toInput(window)).table);
    }
    expect(kept.searches - before).toBeLessThan(50 * 20);
  });
});

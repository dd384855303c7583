import { describe, expect, it } from "vitest";
import { createAlias } from "./alias.ts";
import { mix32 } from "./hash.ts";
import { createRandom } from "./random.ts";

const draws = 20_000;

describe("createRandom()", () => {
  it("gives the same numbers for the same seed and stream, and others for any other", () => {
    const sequence = (seed: number, stream: string): readonly number[] => {
      const random = createRandom(seed, stream);
      return Array.from({ length: 5 }, () => random.next());
    };
    expect(sequence(7, "a")).toEqual(sequence(7, "a"));
    const others = [sequence(7, "b"), sequence(8, "a"), sequence(7 + 2 ** 32, "a")];
    for (const other of others) expect(other).not.toEqual(sequence(7, "a"));
  });

  it.each([
    ["next", (random: ReturnType<typeof createRandom>) => random.next(), 0.5],
    ["exponential", (random: ReturnType<typeof createRandom>) => random.exponential(), 1],
    ["normal", (random: ReturnType<typeof createRandom>) => random.normal(), 0],
    ["normal squared", (random: ReturnType<typeof createRandom>) => random.normal() ** 2, 1],
    ["pareto(3)", (random: ReturnType<typeof createRandom>) => random.pareto(3), 1.5],
  ])("%s has the mean it should", (_, draw, mean) => {
    const random = createRandom(1);
    let total = 0;
    for (let i = 0; i < draws; i++) total += draw(random);
    expect(Math.abs(total / draws - mean)).toBeLessThan(0.05);
  });

  it("shuffle() keeps the elements and leaves the list alone", () => {
    const list = [1, 2, 3, 4, 5, 6];
    const shuffled = createRandom(2).shuffle(list);
    expect(list).toEqual([1, 2, 3, 4, 5, 6]);
    expect(shuffled.toSorted((a, b) => a - b)).toEqual(list);
    expect(shuffled).not.toEqual(list);
  });
});

describe("mix32()", () => {
  it("keeps distinct numbers distinct", () => {
    expect(new Set(Array.from({ length: draws }, (_, i) => mix32(i))).size).toBe(draws);
  });
});

describe("createAlias()", () => {
  it.each([
    [[1, 2, 3, 4]],
    [[0, 1, 0, 9]],
    [[5]],
    [[0, 0]], // nothing above 0: all are equal
  ])("%j is drawn in proportion", (weights) => {
    const alias = createAlias(Float64Array.from(weights));
    const counts = weights.map(() => 0);
    for (let i = 0; i < draws; i++) {
      const index = alias.at((i + 0.5) / draws);
      counts[index] = (counts[index] ?? 0) + 1;
    }
    const total = weights.reduce((sum, weight) => sum + weight, 0);
    for (const [i, weight] of weights.entries()) {
      const expected = total === 0 ? 1 / weights.length : weight / total;
      expect((counts[i] ?? 0) / draws).toBeCloseTo(expected, 2);
    }
  });
});

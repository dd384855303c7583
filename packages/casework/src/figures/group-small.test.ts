import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { cellLeast, groupSmall } from "./group-small.ts";

const cellsOf = (sizes: Readonly<Record<string, number>>) =>
  Object.entries(sizes).map(([word, size]) => ({ word, size }));

describe("groupSmall()", () => {
  it.each<[string, Readonly<Record<string, number>>, readonly string[], readonly string[] | null]>([
    ["large cells stay", { a: 10, b: 40 }, ["b", "a"], null],
    ["small cells go together", { a: 6, b: 7, c: 40 }, ["c"], ["a", "b"]],
    // One alone could be read off the total.
    ["a single small cell takes the next with it", { a: 9, b: 20, c: 40 }, ["c"], ["a", "b"]],
    ["few small ones take the next with them", { a: 1, b: 2, c: 20, d: 40 }, ["d"], ["a", "b", "c"]],
    ["nothing is left over", { a: 1, b: 2 }, [], ["a", "b"]],
    ["what was never counted is no cell", { a: 0, b: 40 }, ["b"], null],
  ])("%s", (_, sizes, kept, joined) => {
    const { kept: cells, grouped } = groupSmall(cellsOf(sizes));
    expect(cells.map(({ word }) => word)).toEqual(kept);
    expect(grouped?.words ?? null).toEqual(joined);
  });

  it("tells no cell under ten, and loses none", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { maxLength: 12 }), (sizes) => {
        const cells = sizes.map((size, at) => ({ word: `w${at}`, size }));
        const { kept, grouped } = groupSmall(cells);
        const sum = (list: readonly { readonly size: number }[]): number =>
          list.reduce((all, one) => all + one.size, 0);
        expect(sum(kept) + (grouped?.size ?? 0)).toBe(sum(cells));
        for (const { size } of kept) expect(size).toBeGreaterThanOrEqual(cellLeast);
        // What stands alone beside a published total is published too.
        if (grouped !== null && kept.length > 0) expect(grouped.words.length).toBeGreaterThan(1);
      }),
      { seed: 3 },
    );
  });
});

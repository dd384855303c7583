import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RecentIds } from "./recent-ids.ts";

describe("RecentIds", () => {
  it("tells duplicates as a set does, while nothing is forgotten", () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 3 }), { maxLength: 300 }), (ids) => {
        const recent = new RecentIds(10_000);
        const seen = new Set<string>();
        for (const id of ids) {
          expect(recent.add(id)).toBe(!seen.has(id));
          seen.add(id);
        }
      }),
      { seed: 3, numRuns: 100 },
    );
  });

  it("keeps 200,000 like-looking ids apart", () => {
    const recent = new RecentIds(1 << 20);
    let taken = 0;
    for (let i = 0; i < 200_000; i++) if (recent.add(`1526642583${i * 64}`)) taken++;
    expect(taken).toBe(200_000);
  });

  it("forgets the oldest beyond its limit, counted", () => {
    const recent = new RecentIds(100);
    for (let i = 0; i < 200; i++) recent.add(`id${i}`);
    expect(recent.forgotten).toBe(150);
    expect(recent.add("id199")).toBe(false);
    expect(recent.add("id0")).toBe(true);
  });
});

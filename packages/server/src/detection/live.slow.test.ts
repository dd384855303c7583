import { describe, expect, it } from "vitest";
import { campaign, crowds, liveThrough } from "./testing/live-community.ts";

describe.each([1, 2, 3, 4, 5, 6])("a live community of seed %d", (seed) => {
  it("has leads for its campaign, and for nobody else", async () => {
    const { room, army } = await liveThrough([campaign, ...crowds], seed);
    const { opened } = room.desk;
    expect(opened.length).toBeGreaterThan(0);
    // Parts of an army that never meet may be two groups: one in six here.
    expect(opened.length).toBeLessThanOrEqual(2);
    for (const { group, refs } of opened) {
      const named = refs.filter((ref) => ref !== group);
      expect(named.filter((account) => army.has(account)).length).toBeGreaterThan(0.9 * named.length);
    }
  });

  it("has none without a campaign", async () => {
    const { room } = await liveThrough(crowds, seed);
    expect(room.desk.opened).toEqual([]);
  });
});

import { describe, expect, it } from "vitest";
import { campaign, crowds, liveThrough } from "./testing/live-community.ts";

describe.each([1, 2, 3, 4, 5, 6])("a live community of seed %d", (seed) => {
  it("has leads for its campaign alone", async () => {
    const { room, army } = await liveThrough([campaign, ...crowds], seed);
    const { opened } = room.desk;
    console.log(
      seed,
      opened.map(({ refs, at }) => [refs.length - 1, refs.filter((ref) => army.has(ref)).length, at]),
    );
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

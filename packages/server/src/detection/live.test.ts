import { describe, expect, it } from "vitest";
import { campaign, crowds, liveThrough } from "./testing/live-community.ts";
import { day0, hourMs } from "./testing/pieces.ts";

describe("a live community", () => {
  it("has one lead for its campaign, which grows and ends, and none for its honest crowds", async () => {
    const { room, army, groups } = await liveThrough([campaign, ...crowds], 11);
    const { opened, growths, ends } = room.desk;
    expect(opened).toHaveLength(1);
    const [{ group, refs, leadId, at }] = opened;
    const named = refs.filter((ref) => ref !== group);
    expect(named.filter((account) => army.has(account)).length / named.length).toBeGreaterThan(0.9);
    // While it goes on.
    expect(at - day0).toBeLessThan(82 * hourMs);
    expect(growths.length).toBeGreaterThan(0);
    const told = new Set([...named, ...growths.flatMap(({ joined }) => joined)]);
    expect([...told].filter((account) => army.has(account)).length).toBeGreaterThan(0.8 * army.size);
    expect(ends.map((end) => [end.leadId, end.why])).toEqual([[leadId, "not_found"]]);
    // The crowds are seen, and listed as what they are.
    expect(groups.filter(({ kind }) => kind === "coordinated").length).toBeGreaterThan(0);
    const notices = await room.listNotices();
    expect(notices.filter((notice) => notice === `group.found ${group}`)).toHaveLength(1);
    expect(notices.filter((notice) => notice === `group.ended ${group}`)).toHaveLength(1);
    expect(notices.filter((notice) => notice.endsWith("not to be sent"))).toEqual([]);
  }, 120_000);
});

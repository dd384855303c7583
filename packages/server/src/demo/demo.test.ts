import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { describe, expect, it } from "vitest";
import { createDemoCommunity, type DemoCommunity } from "./community.ts";
import { feedCommunity, type FeedProgress } from "./feed.ts";

const liveAt = 1_780_000_000_000;

describe("createDemoCommunity()", () => {
  it("has two weeks behind it, and a campaign that begins within the first minute of life", () => {
    const community = createDemoCommunity(liveAt, 1);
    const times = [...community.actions()].map(({ at }) => at);
    expect(times[0]).toBeGreaterThanOrEqual(liveAt - 14 * 86_400_000);
    expect(times.at(-1)).toBeLessThan(community.endAt);
    const inFirst = (ms: number): number => times.filter((at) => at >= liveAt && at < liveAt + ms).length;
    expect(inFirst(60_000)).toBeGreaterThan(20);
    expect(inFirst(240_000)).toBeGreaterThan(200);
    expect(times.filter((at) => at < liveAt).length).toBeGreaterThan(20_000);
  });
});

describe("feedCommunity()", () => {
  const actions = Array.from({ length: 5000 }, (_, i) => ({
    id: `a${i}`,
    at: liveAt - 4_990 + i,
    account: "x",
    kind: "post" as const,
    objects: [],
  }));
  const community: DemoCommunity = { actions: () => actions, liveAt, endAt: liveAt + 10, campaignAt: liveAt };

  it.each([
    ["tries again where there is no room", 2, 5000],
    ["says when it has caught up", 0, 4991],
  ])("sends everything in order, what is to come not before its time, and %s", async (_, busy, past) => {
    let clock = liveAt;
    const received: { id: string; clock: number }[] = [];
    let refusals = busy;
    const server = createServer((request, response) => {
      void request.toArray().then((parts: Buffer[]) => {
        if (request.headers.authorization !== "Bearer t" || refusals-- > 0) return response.writeHead(429).end();
        for (const line of Buffer.concat(parts).toString().trim().split("\n")) {
          received.push({ id: (JSON.parse(line) as { id: string }).id, clock });
        }
        return response.writeHead(200).end("{}");
      });
    }).listen(0, "127.0.0.1");
    await new Promise((resolve) => server.once("listening", resolve));
    const told: FeedProgress[] = [];
    const receivedPast: number[] = [];
    await feedCommunity(community, {
      url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      token: "t",
      now: () => clock,
      sleep: async (ms) => {
        clock += ms;
      },
      signal: new AbortController().signal,
      onProgress: (progress) => told.push(progress),
      onCaughtUp: () => receivedPast.push(received.length),
    });
    server.close();
    expect(receivedPast).toEqual([past]);
    expect(received.map(({ id }) => id)).toEqual(actions.map(({ id }) => id));
    expect(received.every(({ clock }, i) => clock >= (actions[i]?.at ?? 0))).toBe(true);
    expect(told.filter(({ retryMs }) => retryMs !== undefined)).toHaveLength(busy);
    expect(told.at(-1)?.sent).toBe(5000);
  });
});

import { createDetector } from "@breakwater/engine";
import { describe, expect, it } from "vitest";
import { createDemoCommunity } from "../demo/community.ts";
import { defaultDetectorSettings, toEngineOptions } from "./judge/live-options.ts";
import { openRoom } from "./testing/open-room.ts";
import { dayMs, makeEpoch } from "./testing/pieces.ts";

const epochMs = 30_000;
const engine = toEngineOptions({ ...defaultDetectorSettings, epochMs, windowMs: 14 * dayMs });
/** On the grid of epochs. */
const begin = 1_779_999_990_000;

// Moments at which the young campaign was seen in two parts.
describe.each([
  [8, 20_000],
  [10, 25_000],
])("the demo's campaign of seed %d", (seed, phase) => {
  it("has one lead from its first minute on, also while it is found in parts", async () => {
    const { actions, liveAt } = createDemoCommunity(begin + phase, seed);
    const detector = createDetector(engine);
    const room = openRoom("memory", { observeMs: 0 });
    let end = Math.ceil((liveAt + 60_000) / epochMs) * epochMs;
    const first = end;
    let parts = 0;
    for (const action of actions()) {
      if (action.at > liveAt + 300_000) break;
      while (action.at > end) {
        // The two weeks before are known, and not judged.
        if (end === first) detector.skip(end - epochMs);
        const [findings] = detector.advance(end);
        const groups = findings?.groups.filter(({ to }) => to > liveAt) ?? [];
        parts = Math.max(parts, groups.length);
        if (findings !== undefined) await room.take({ ...makeEpoch(end, groups), epochMs });
        end += epochMs;
      }
      detector.push([action]);
    }
    expect(parts).toBeGreaterThan(1);
    const open = await room.store.listOpen();
    const leads = new Set(open.map(({ lead }) => (lead.kind === "opened" ? lead.leadId : lead.kind)));
    expect([room.desk.opened.length, room.desk.joins, leads.size]).toEqual([1, [], 1]);
  }, 120_000);
});

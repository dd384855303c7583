import { toDrillConfig } from "@breakwater/server/service/drills";
import { fillLargeGroup } from "@breakwater/server/service/filling/group";
import { atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { inScratchFolder } from "../service/service-process.ts";
import { medianOf } from "../stats/intervals.ts";
import { openConsole } from "./open-console.ts";
import { watchPage, type PageTimes } from "./watch-page.ts";

const [accounts, thingsEach] = [4950, 4];

export const consoleGraph: Benchmark = {
  name: "console-graph",
  title: "Console: the page of a group with 5,000 nodes and 20,000 edges",
  method:
    "A made-up campaign of 4,950 accounts on 50 things (4 each: 5,000 nodes, 19,800 edges) in the state of a real service; its page in headless Chromium without a graphics card, nothing cached, service and browser on one machine. " +
    "Interactive: from the start of loading until the network is drawn and the page's thread is free again. Then, while forces still arrange it, a press of Zoom in, and afterwards twenty steps of the replay: from the press to the frame that answers it. Medians over the loads.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const id = await fillLargeGroup(toDrillConfig(folder), { accounts, thingsEach, at: Date.UTC(2026, 10, 20) });
      const { url, openPage, close } = await openConsole(folder);
      try {
        const times: PageTimes[] = [];
        for (let load = 0; load < (quick ? 2 : 7); load += 1) {
          const page = await openPage();
          times.push(await watchPage(page, `${url}/console/groups/${id}`));
          await page.context().close();
          progress(`interactive after ${((times.at(-1)?.interactiveMs ?? 0) / 1000).toFixed(2)} s`);
        }
        return toMeasurements(times);
      } finally {
        await close();
      }
    }),
};

function toMeasurements(times: readonly PageTimes[]): readonly Measurement[] {
  const row = {
    table: "Network",
    what: `5,000 nodes, 19,800 edges, ${times.length} loads`,
    data: "made-up group",
    seed: "1",
    interval: null,
  };
  const median = (pick: (one: PageTimes) => number): number => medianOf(times.map(pick));
  return [
    { ...row, metric: "interactive s", value: median((one) => one.interactiveMs) / 1000, target: atMost(2) },
    { ...row, metric: "slowest load s", value: Math.max(...times.map((one) => one.interactiveMs)) / 1000 },
    { ...row, metric: "zoom answered ms", value: median((one) => one.zoomMs) },
    { ...row, metric: "longest frame while arranging ms", value: median((one) => one.longestFrameMs) },
    { ...row, metric: "arranged s", value: median((one) => one.settledMs) / 1000 },
    { ...row, metric: "step of the replay answered ms", value: median((one) => one.replayMs) },
  ];
}

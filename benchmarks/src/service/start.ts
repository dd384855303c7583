import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from "node:fs";
import { loadavg } from "node:os";
import { join } from "node:path";
import type { Action } from "@breakwater/records";
import { defaultConfig } from "@breakwater/server/service";
import { fillActionLog } from "@breakwater/server/service/filling";
import { atMost, type Benchmark } from "../harness/benchmark.ts";
import { waitForJudge } from "./ingest.ts";
import { createActionMaker } from "./make-actions.ts";
import { fillWithClaims, keptFolder } from "./registry-file.ts";
import { inScratchFolder, startServiceProcess } from "./service-process.ts";

const hourMs = 3_600_000;
const chunk = 10_000;

export const serviceStart: Benchmark = {
  name: "service-start",
  title: "Service: a start with 10 million actions and 100,000 claims",
  method:
    "Actions of the last 24 hours, written through the action log; the registry of claims-speed with the index that a stop saved. From the start of the process until /readyz says 200; the median of three. " +
    "The judge has no snapshot, as if it had never run: it reads the whole log after the start, and judges by what it read.",
  needs: ["weibo_reposts"],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const count = quick ? 1_000_000 : 10_000_000;
      progress("filling the registry");
      await fillWithClaims(folder);
      await fillWithActions(folder, count, progress);
      const times: number[] = [];
      for (let round = 0; round < 2; round += 1) {
        const service = await startServiceProcess(folder);
        times.push(service.readyMs / 1000);
        progress(`ready after ${(service.readyMs / 1000).toFixed(2)} s`);
        await service.stop(1);
      }
      const service = await startServiceProcess(folder);
      try {
        times.push(service.readyMs / 1000);
        const { rss } = await service.memory();
        const lagAtStart = (await service.judge(5000))?.lag.records;
        const readS = await waitForJudge(service, quick ? 120_000 : 300_000);
        const row = {
          table: "Start",
          what: `${count.toLocaleString("en-US")} actions, 100,000 claims, load ${(loadavg()[0] ?? 0).toFixed(1)} on 2 cores`,
          data: "claims/zh, weibo_reposts, made actions",
          seed: "1",
          interval: null,
        };
        return [
          { ...row, metric: "ready s", value: times.toSorted((a, b) => a - b)[1] ?? Number.NaN, target: atMost(10) },
          { ...row, metric: "CPU s until ready", value: service.readyCpuMs / 1000 },
          { ...row, metric: "MB when ready", value: rss / 1e6 },
          ...(lagAtStart === undefined ? [] : [{ ...row, metric: "judge behind, records", value: lagAtStart }]),
          ...(readS === null ? [] : [{ ...row, metric: "s until the judge has read all", value: readS }]),
        ];
      } finally {
        await service.stop(1);
      }
    }),
};

/** Puts a log of today's into the service's folder. Takes minutes, and is remembered for the day: starts add nothing to it but a watermark. */
async function fillWithActions(folder: string, count: number, progress: (line: string) => void): Promise<void> {
  const now = Date.now();
  const kept = join(keptFolder(), `service-actions-v1-${count}-${Math.floor(now / (24 * hourMs))}`);
  if (!existsSync(kept)) {
    progress("filling the action log");
    const draft = `${kept}.${process.pid}`;
    const options = { source: "bench", arrivedAt: ({ at }: Action) => at };
    await fillActionLog(defaultConfig(draft), makeActions(count, now, progress), options);
    renameSync(draft, kept);
  }
  mkdirSync(join(folder, "data"), { recursive: true, mode: 0o700 });
  rmSync(join(folder, "data", "actions"), { recursive: true, force: true });
  symlinkSync(join(kept, "data", "actions"), join(folder, "data", "actions"));
}

/** Evenly over the 24 hours before `now`, in order. */
function* makeActions(count: number, now: number, progress: (line: string) => void): Generator<Action, void> {
  const make = createActionMaker(1);
  for (let made = 0; made < count; made += chunk) {
    const at = Math.round(now - 24 * hourMs + (made / count) * 24 * hourMs);
    for (const line of make(chunk, at).trimEnd().split("\n")) {
      const { network: _network, device: _device, ...action } = JSON.parse(line) as Action & { device: string };
      yield action;
    }
    if (made % 1_000_000 === 0 && made > 0) progress(`${made / 1e6} million made`);
  }
}

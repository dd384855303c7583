import { loadavg } from "node:os";
import { atLeast, atMost, type Benchmark } from "../harness/benchmark.ts";
import type { CheckReport } from "./check-client.ts";
import type { IngestReport } from "./ingest-client.ts";
import { fillWithClaims } from "./registry-file.ts";
import { inScratchFolder, runClient, startServiceProcess } from "./service-process.ts";

const connections = 16;
const streamed = 2000;

export const serviceCheck: Benchmark = {
  name: "service-check",
  title: "Service: checks before publication, while actions stream in",
  method:
    `The registry of claims-speed, 100,000 entries; ${connections} connections ask as fast as they are answered, each post another one, while another client sends ${streamed.toLocaleString("en-US")} actions a second. ` +
    "Both clients stand on the same two cores. Late: answered without the matching, because it would have come too late. The median of three.",
  needs: ["weibo_reposts"],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      progress("filling the registry");
      const posts = await fillWithClaims(folder);
      const service = await startServiceProcess(folder);
      const seconds = quick ? 10 : 30;
      const check = (many: number, lasting: number): Promise<CheckReport> =>
        runClient("check-client.ts", [service.url, service.token, lasting, many, posts]);
      try {
        await check(connections, 5);
        const before = (await service.memory()).cpu;
        const alone = await check(connections, seconds);
        const after = (await service.memory()).cpu;
        const cpuS = (after.user + after.system - before.user - before.system) / 1e6;
        progress(`alone: ${JSON.stringify(alone)}`);
        const rounds: { readonly report: CheckReport; readonly ingest: IngestReport }[] = [];
        for (let round = 0; round < (quick ? 1 : 3); round += 1) {
          const stream = [service.url, service.token, seconds + 2, 2, streamed, round + 1];
          const [ingest, report] = await Promise.all([
            runClient<IngestReport>("ingest-client.ts", stream),
            check(connections, seconds),
          ]);
          progress(`streaming: ${JSON.stringify({ ...report, actionsPerS: ingest.perS })}`);
          rounds.push({ report, ingest });
        }
        const middle = rounds.toSorted((a, b) => a.report.perS - b.report.perS)[Math.floor(rounds.length / 2)];
        if (middle === undefined) throw new Error("Nothing was measured.");
        const row = {
          table: "Checks",
          data: "claims/zh, weibo_reposts, made actions",
          seed: "1",
          interval: null,
        };
        const what = `100,000 entries, load ${(loadavg()[0] ?? 0).toFixed(1)} on 2 cores`;
        const streaming = { ...row, what: `${what}, actions streaming in` };
        const { report, ingest } = middle;
        return [
          { ...streaming, metric: "checks/s", value: report.perS, target: atLeast(2000) },
          { ...streaming, metric: "p50 ms", value: report.p50Ms },
          { ...streaming, metric: "p99 ms", value: report.p99Ms, target: atMost(15) },
          { ...streaming, metric: "late share", value: report.late / report.checks },
          { ...streaming, metric: "actions/s beside", value: ingest.perS },
          { ...row, what: `${what}, alone`, metric: "checks/s", value: alone.perS },
          { ...row, what: `${what}, alone`, metric: "checks per CPU second", value: alone.checks / cpuS },
          { ...row, what: `${what}, alone`, metric: "p50 ms", value: alone.p50Ms },
          { ...row, what: `${what}, alone`, metric: "p99 ms", value: alone.p99Ms },
        ];
      } finally {
        await service.stop();
      }
    }),
};

import { setTimeout as wait } from "node:timers/promises";
import { atLeast, atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import type { IngestReport } from "./ingest-client.ts";
import { inScratchFolder, runClient, startServiceProcess } from "./service-process.ts";
import { fitSlope, watchMemory, watchSettledMemory } from "./watch-memory.ts";

const connections = 4;

export const serviceIngest: Benchmark = {
  name: "service-ingest",
  title: "Service: actions over HTTP, durable, detection on",
  method:
    `Batches of 500 actions as NDJSON over ${connections} connections, for ten minutes, as fast as they are answered; an answer means that they are durable. Default configuration (a window of 7 days, a million actions in it), but for epochs of 5 minutes instead of 15, so that one is judged in every run. ` +
    "The client stands on the same two cores. Memory is the resident size of the whole process every ten seconds; its slope is fitted to the second half. " +
    "Memory in use is what the threads hold after each minute's collection of all heaps; the pace pays for these collections.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const seconds = Number(process.env["BENCH_SECONDS"] ?? (quick ? 30 : 600));
      const service = await startServiceProcess(folder, { detection: { epoch_minutes: 5 } });
      try {
        const warm = await runClient<IngestReport>("ingest-client.ts", [
          service.url,
          service.token,
          5,
          connections,
          0,
          99,
        ]);
        const memory = watchMemory(service, quick ? 1000 : 10_000);
        const inUse = watchSettledMemory(service, seconds * 100);
        const before = (await service.memory()).cpu;
        const report = await runClient<IngestReport>("ingest-client.ts", [
          service.url,
          service.token,
          seconds,
          connections,
        ]);
        const cpu = (await service.memory()).cpu;
        const settled = inUse();
        const { samples, load } = await memory.stop();
        const judge = await service.judge(1000);
        progress(`paces of ten seconds: ${report.pace.map((count) => Math.round(count / 10)).join(" ")}`);
        progress(`memory, MB: ${samples.map(({ rssMb }) => Math.round(rssMb)).join(" ")}`);
        for (const thread of Object.keys(samples[0]?.threads ?? {})) {
          const of = samples.map(({ threads }) => threads[thread] ?? { heap: Number.NaN, external: Number.NaN });
          const list = of.map(({ heap, external }) => `${Math.round(heap)}+${Math.round(external)}`);
          progress(`${thread}, MB on the heap and beside it: ${list.join(" ")}`);
        }
        progress(`in use, MB: ${settled.map(({ rssMb }) => Math.round(rssMb)).join(" ")}`);
        progress(`judge: ${JSON.stringify(judge)}`);
        const caughtUpS = await waitForJudge(service, quick ? 60_000 : 180_000);
        const cpuS = (cpu.user + cpu.system - before.user - before.system) / 1e6;
        const row = {
          table: "Ingest",
          what: `${seconds} s, ${connections} connections, load ${load.toFixed(1)} on 2 cores`,
          data: "made actions",
          seed: "1",
          interval: null,
        };
        // Its own lag is of when it last looked at the log, which it does not while it judges.
        const behind = judge === null ? null : Math.max(0, warm.stored + report.stored - judge.offset);
        const lagged: readonly Measurement[] =
          behind === null ? [] : [{ ...row, metric: "judge behind, records", value: behind }];
        return [
          { ...row, metric: "actions/s", value: report.perS, target: atLeast(12_000) },
          { ...row, metric: "actions per CPU second", value: report.stored / cpuS },
          { ...row, metric: "p50 ms of a batch", value: report.p50Ms },
          { ...row, metric: "p99 ms of a batch", value: report.p99Ms },
          { ...row, metric: "pushed back", value: report.pushedBack },
          { ...row, metric: "MB at the end", value: samples.at(-1)?.rssMb ?? Number.NaN },
          { ...row, metric: "MB per million", value: fitSlope(samples, report.perS), target: atMost(1) },
          { ...row, metric: "MB in use at the end", value: settled.at(-1)?.rssMb ?? Number.NaN },
          { ...row, metric: "MB in use per million", value: fitSlope(settled, report.perS), target: atMost(1) },
          ...(judge?.judgedInMs == null
            ? []
            : [{ ...row, metric: "last judgement s", value: judge.judgedInMs / 1000 }]),
          ...lagged,
          ...(caughtUpS === null ? [] : [{ ...row, metric: "s until the judge has read all", value: caughtUpS }]),
        ];
      } finally {
        await service.stop(10_000);
      }
    }),
};

/** Seconds until the judge has read the whole log; null where that takes longer than `withinMs`. */
export async function waitForJudge(
  service: { readonly judge: (withinMs: number) => Promise<{ readonly lag: { readonly records: number } } | null> },
  withinMs: number,
): Promise<number | null> {
  const began = performance.now();
  for (;;) {
    const passed = performance.now() - began;
    if (passed > withinMs) return null;
    const judge = await service.judge(withinMs - passed);
    if (judge !== null && judge.lag.records === 0) return (performance.now() - began) / 1000;
    await wait(200);
  }
}

import { atMost, type Benchmark } from "../harness/benchmark.ts";
import type { IngestReport } from "./ingest-client.ts";
import { inScratchFolder, runClient, startServiceProcess } from "./service-process.ts";
import { fitSlope, watchMemory, type MemorySample } from "./watch-memory.ts";

const windowActions = 50_000;
const perS = 8000;
const epochMs = 10_000;

export const serviceMemory: Benchmark = {
  name: "service-memory",
  title: "Service: whose memory grows once the window is full",
  method:
    `${perS.toLocaleString("en-US")} actions a second at a steady rate, ${windowActions.toLocaleString("en-US")} of which the window holds: it rolls every ${windowActions / perS} s. Epochs of ${epochMs / 1000} s. ` +
    "Heap of the system, and buffers beside it, of each thread, every five seconds; slopes are fitted to the second half. What is neither is SQLite's, the allocator's and the code's.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const seconds = Number(process.env["BENCH_SECONDS"] ?? (quick ? 200 : 1200));
      const service = await startServiceProcess(folder, {
        detection: { epoch_minutes: epochMs / 60_000, actions_max: windowActions },
      });
      try {
        const memory = watchMemory(service, 5000);
        const report = await runClient<IngestReport>("ingest-client.ts", [
          service.url,
          service.token,
          seconds,
          2,
          perS,
        ]);
        const { samples, load } = await memory.stop();
        const judge = await service.judge(60_000);
        const pace = report.stored / seconds;
        const row = {
          table: "Memory",
          what: `${seconds} s, ${(report.stored / windowActions).toFixed(0)} windows, load ${load.toFixed(1)} on 2 cores`,
          data: "made actions",
          seed: "1",
          interval: null,
        };
        const slope = (of: (sample: MemorySample) => number): number =>
          fitSlope(
            samples.map((sample) => ({ s: sample.s, rssMb: of(sample) })),
            pace,
          );
        const parts = Object.keys(samples[0]?.threads ?? {}).flatMap((thread) =>
          (["heap", "external"] as const).map((part) => {
            const values = samples.map((sample) => sample.threads[thread]?.[part] ?? Number.NaN);
            progress(`${thread}, ${part}, MB: ${values.map(Math.round).join(" ")}`);
            const metric = `${thread}, ${part}: MB per million`;
            return { ...row, metric, value: slope((sample) => sample.threads[thread]?.[part] ?? Number.NaN) };
          }),
        );
        progress(`whole process, MB: ${samples.map(({ rssMb }) => Math.round(rssMb)).join(" ")}`);
        return [
          { ...row, metric: "actions stored", value: report.stored },
          { ...row, metric: "judge behind, records", value: judge?.lag.records ?? Number.NaN },
          { ...row, metric: "last judgement s", value: (judge?.judgedInMs ?? Number.NaN) / 1000 },
          { ...row, metric: "MB at the end", value: samples.at(-1)?.rssMb ?? Number.NaN },
          { ...row, metric: "MB per million", value: slope(({ rssMb }) => rssMb), target: atMost(1) },
          ...parts,
        ];
      } finally {
        await service.stop(10_000);
      }
    }),
};

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { coordinationPath, repositoryRoot } from "../data/folder.ts";
import { atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { meanInterval } from "../stats/intervals.ts";
import { writeRussianCopies } from "./files.ts";
import { measureProgram, type Usage } from "./measure.ts";

const program = join(repositoryRoot, "packages", "cli", "bin", "breakwater.mjs");
const megabyte = 1e6;

export const analyzeSpeed: Benchmark = {
  name: "speed-analyze",
  title: "Speed: `breakwater analyze`, file to report",
  method:
    "The command as a user runs it, a process of its own, from its start to its end with the whole report written. CPU = user and system of all threads. " +
    "Peers: QUT toolkit and CooRTweet on the same rows (co-action only, no report).",
  needs: ["russian_coord_tweets", "weibo_reposts"],
  isTimed: true,
  run: async (context) => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-speed-"));
    try {
      const russian = await repeat(context.quick ? 1 : 5, () => analyze(writeRussianCopies(folder), folder, []));
      context.progress(`russian ×10: ${russian.map((usage) => usage.wallS.toFixed(2)).join(", ")} s`);
      const weibo = await repeat(context.quick ? 1 : 3, () =>
        analyze(coordinationPath("weibo_reposts"), folder, ["--map", "account=uid,at=time,text=text,post=event"]),
      );
      context.progress(`weibo: ${weibo.map((usage) => usage.wallS.toFixed(2)).join(", ")} s`);
      return [
        ...usageRows(russian, {
          what: "russian_coord_tweets ×10, 351,250 rows",
          data: "russian_coord_tweets ×10",
          wallMaxS: 3,
          peakMaxBytes: 400 * megabyte,
          beside: "QUT toolkit: 11.8 CPU s, 14.4 s wall; CooRTweet: not finished after 600 s",
        }),
        ...usageRows(weibo, {
          what: "weibo_reposts, 997,662 rows with text, all signals",
          data: "weibo_reposts",
          wallMaxS: 40,
          peakMaxBytes: 1500 * megabyte,
        }),
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

function analyze(file: string, folder: string, options: readonly string[]): Promise<Usage> {
  return measureProgram([program, "analyze", file, "--quiet", "--out", join(folder, "report"), ...options]);
}

async function repeat(times: number, run: () => Promise<Usage>): Promise<readonly Usage[]> {
  const usages: Usage[] = [];
  while (usages.length < times) usages.push(await run());
  return usages;
}

function usageRows(
  usages: readonly Usage[],
  plan: {
    readonly what: string;
    readonly data: string;
    readonly wallMaxS: number;
    readonly peakMaxBytes: number;
    readonly beside?: string;
  },
): readonly Measurement[] {
  const line = {
    table: "File to report",
    what: plan.what,
    data: plan.data,
    seed: `${usages.length} runs`,
    ...(plan.beside === undefined ? {} : { beside: plan.beside }),
  };
  const [walls, cpus] = [usages.map((usage) => usage.wallS), usages.map((usage) => usage.cpuS)];
  const mean = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0) / values.length;
  return [
    {
      ...line,
      metric: "wall s (mean)",
      value: mean(walls),
      interval: meanInterval(walls),
      target: atMost(plan.wallMaxS),
    },
    { ...line, metric: "wall s (min)", value: Math.min(...walls), interval: null },
    { ...line, metric: "CPU s (mean)", value: mean(cpus), interval: meanInterval(cpus) },
    {
      ...line,
      metric: "peak MB",
      value: Math.max(...usages.map((usage) => usage.peakBytes)) / megabyte,
      interval: null,
      target: atMost(plan.peakMaxBytes / megabyte),
    },
  ];
}

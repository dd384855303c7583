import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atLeast, atMost, type Benchmark } from "../harness/benchmark.ts";
import { measureProgram } from "../speed/measure.ts";
import type { SpeedReport } from "./speed-work.ts";

const work = fileURLToPath(new URL("speed-work.ts", import.meta.url));
const megabyte = 1e6;

export const claimsSpeed: Benchmark = {
  name: "claims-speed",
  title: "Claims: a check against 100,000 entries",
  method:
    "The Chinese registry filled up to 100,000 entries with ordinary posts, each a claim and a wording, opened from its file; posts of 100 to 180 characters about other events are checked one after the other, all features, 20 matches. " +
    "One process, one core; memory is the peak of the whole process, the posts and their checks included.",
  needs: ["weibo_reposts"],
  isTimed: true,
  run: async ({ progress }) => {
    const folder = mkdtempSync(join(tmpdir(), "breakwater-claims-"));
    try {
      const file = join(folder, "registry.bw");
      progress("writing the registry");
      await measureProgram([work, "write", file]);
      const usage = await measureProgram([work, "check", file]);
      const report = JSON.parse(usage.stdout) as SpeedReport;
      const line = {
        table: "One check",
        what: `${report.entries.toLocaleString("en-US")} entries, ${report.checks} posts`,
        data: "claims/zh, weibo_reposts",
        seed: "none",
        interval: null,
      };
      return [
        { ...line, metric: "p50 ms", value: report.p50Ms, target: atMost(0.3) },
        { ...line, metric: "p99 ms", value: report.p99Ms, target: atMost(3) },
        { ...line, metric: "checks/s", value: report.perS, target: atLeast(3000) },
        { ...line, metric: "load s", value: report.loadS, target: atMost(2) },
        { ...line, metric: "peak MB", value: usage.peakBytes / megabyte, target: atMost(400) },
      ];
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};

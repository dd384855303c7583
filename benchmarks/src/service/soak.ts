import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";
import { fileURLToPath } from "node:url";
import { startServiceProcess } from "@breakwater/server/service/process";
import { atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { quantile } from "./http-lines.ts";
import type { SoakReport } from "./soak-client.ts";

const mib = 1 << 20;
const client = fileURLToPath(new URL("soak-client.ts", import.meta.url));

/** Of another process, bytes; NaN where the system does not say. */
function readMemory(pid: number | undefined): number {
  const [, kib = "NaN"] = /^VmRSS:\s+(\d+) kB/m.exec(readFileSync(`/proc/${pid}/status`, "utf8")) ?? [];
  return Number(kib) * 1024;
}

/** Least squares: by how much the second half of the samples rises, for each second. */
function slopeOf(samples: readonly (readonly [seconds: number, bytes: number])[]): number {
  const half = samples.slice(Math.floor(samples.length / 2));
  const mean = (at: 0 | 1): number => half.reduce((sum, sample) => sum + sample[at], 0) / half.length;
  const [x, y] = [mean(0), mean(1)];
  const above = half.reduce((sum, [s, b]) => sum + (s - x) * (b - y), 0);
  return above / half.reduce((sum, [s]) => sum + (s - x) ** 2, 0);
}

export const serviceSoak: Benchmark = {
  name: "service-soak",
  title: "Service: half an hour of everything at once",
  method:
    "A service that judges every three seconds takes 1,000 actions a second, 100 checks a second, five edits or deletions a second and 50 event streams, for 30 minutes, from one client on the same two cores. " +
    "Its resident memory is read every five seconds; the slope is that of the second half.",
  needs: [],
  isTimed: true,
  run: async ({ quick, progress }) => {
    const seconds = quick ? 120 : 1800;
    const folder = mkdtempSync(join(tmpdir(), "breakwater-soak-"));
    const problems: string[] = [];
    const service = startServiceProcess(folder, null, (word) => {
      if (word.word === "failed") problems.push(word.why);
    });
    const ready = await service.ready;
    if (ready === null) throw new Error("The service did not start.");
    const worker = spawn(process.execPath, [client, ready.url, ready.token, String(seconds)], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    let said = "";
    worker.stdout.on("data", (part: Buffer) => (said += part.toString()));
    const ended = new Promise<void>((resolve) => worker.on("close", () => resolve()));
    const samples: [number, number][] = [];
    const began = performance.now();
    while (worker.exitCode === null && service.child.exitCode === null) {
      await Promise.race([wait(5000), ended]);
      if (service.child.exitCode !== null) break;
      samples.push([(performance.now() - began) / 1000, readMemory(service.child.pid)]);
      progress(
        `${Math.round((performance.now() - began) / 1000)} s, ${Math.round((samples.at(-1)?.[1] ?? 0) / mib)} MiB`,
      );
    }
    await ended;
    const report = JSON.parse(said) as SoakReport;
    // Its judge never catches up: each epoch of three seconds is judged over a window of up to 1.8 million actions.
    const exit = await service.stop();
    rmSync(folder, { recursive: true, force: true });
    for (const problem of [...problems, ...report.errors]) progress(problem);
    const perS = slopeOf(samples);
    const base = { table: "Soak", what: "service", data: `${seconds} s`, seed: "1", interval: null };
    const row = (metric: string, value: number): Measurement => ({ ...base, metric, value });
    return [
      row("actions stored", report.actions),
      row("actions per s", report.actions / seconds),
      row("checks", report.checks),
      row("edits and deletions", report.changes),
      row("events received", report.events),
      row("ingest p99, ms", quantile(report.ingestMs, 0.99)),
      row("check p99, ms", quantile(report.checkMs, 0.99)),
      row("change p99, ms", quantile(report.changeMs, 0.99)),
      row("pushed back", report.pushedBack),
      { ...row("errors", report.errors.length + problems.length + (exit === 0 ? 0 : 1)), target: atMost(0) },
      row("memory at the end, MiB", (samples.at(-1)?.[1] ?? Number.NaN) / mib),
      row("memory slope, MiB per minute", (perS * 60) / mib),
      row("memory slope, MiB per million actions", ((perS * seconds) / mib / report.actions) * 1e6),
    ];
  },
};

import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { atLeast, atMost, type Benchmark, type Context, type Measurement } from "../harness/benchmark.ts";
import { resultsFolder } from "../harness/results.ts";
import { measureProgram } from "./measure.ts";
import { fitExponent, type Line, renderPlot } from "./plot.ts";
import type { WorkReport } from "./work.ts";

const workFile = fileURLToPath(new URL("work.ts", import.meta.url));
const megabyte = 1e6;

export const scale: Benchmark = {
  name: "speed-scale",
  title: "Speed: cost against size, and a long stream",
  method:
    "Simulated actions with text through the engine alone, one process and one thread a point; making the actions is not counted. Batch: one judgement at the end. " +
    "Stream: a window of 24 h, judged every 6 h, 10 days whatever the size. Hot: 100,000 ordinary actions beside one object that many accounts touch within a day.",
  needs: [],
  isTimed: true,
  run: async (context) => {
    const stream = await runSizes("stream", context.quick ? [1e4, 1e5] : [1e4, 1e5, 1e6, 1e7], context);
    const batch = await runSizes("batch", context.quick ? [1e4, 1e5] : [1e4, 1e5, 1e6], context);
    const hot = await runSizes("hot", context.quick ? [1e3, 1e4] : [1e3, 1e4, 1e5, 1e6], context);
    writePlot("speed-scale-size", [toLine("batch", batch), toLine("stream", stream)], "actions");
    writePlot("speed-scale-hot", [toLine("one hot object", hot)], "accounts on the hottest object");
    return [
      ...sizeRows("Batch", batch),
      ...sizeRows("Stream", stream),
      ...sizeRows("Hottest object", hot),
      ...streamRows(stream[stream.length - 1]),
      exponentRow("batch", batch.slice(-2)),
      exponentRow("stream", stream.slice(-3)),
      exponentRow("hottest object", hot.slice(-2)),
    ];
  },
};

type Point = WorkReport & { readonly size: number; readonly cpuS: number; readonly peakBytes: number };

async function runSizes(kind: string, sizes: readonly number[], context: Context): Promise<readonly Point[]> {
  const points: Point[] = [];
  for (const size of sizes) {
    const usage = await measureProgram([workFile, kind, String(size)], ["--expose-gc", "--max-old-space-size=6144"]);
    const report = JSON.parse(usage.stdout) as WorkReport;
    points.push({ ...report, size, cpuS: usage.cpuS, peakBytes: usage.peakBytes });
    context.progress(`${kind} ${size}: engine ${report.engineS.toFixed(2)} s, ${report.groups} groups`);
  }
  return points;
}

function sizeRows(table: string, points: readonly Point[]): readonly Measurement[] {
  return points.flatMap((point) => {
    const line = {
      table,
      what: point.size.toLocaleString("en-US"),
      data: "simulator",
      seed: "1",
      interval: null,
    };
    return [
      { ...line, metric: "engine s", value: point.engineS },
      { ...line, metric: "actions/s", value: Math.round(point.actions / point.engineS) },
      { ...line, metric: "peak MB, whole process", value: point.peakBytes / megabyte },
    ];
  });
}

function streamRows(point: Point): readonly Measurement[] {
  const line = {
    table: "The longest stream",
    what: `${point.actions.toLocaleString("en-US")} actions`,
    data: "simulator",
    seed: "1",
    interval: null,
  };
  // The window holds a tenth of the period; two tenths in, it has long been full.
  const settled = point.memory.filter(({ actions }) => actions >= point.actions / 5);
  const slope = fitSlope(settled.map(({ actions, heapBytes }) => [actions / 1e6, heapBytes / megabyte]));
  return [
    { ...line, metric: "actions/s", value: Math.round(point.actions / point.engineS), target: atLeast(40_000) },
    { ...line, metric: "memory slope, MB per million", value: slope, target: atMost(1) },
  ];
}

function exponentRow(kind: string, points: readonly Point[]): Measurement {
  return {
    table: "Growth: exponent of the best power law through the largest sizes (1 is linear)",
    what: kind,
    metric: "exponent",
    value: fitExponent(toLine(kind, points).points),
    interval: null,
    data: "simulator",
    seed: "1",
    target: atMost(1.2),
  };
}

function toLine(name: string, points: readonly Point[]): Line {
  return { name, points: points.map((point) => [point.size, point.engineS] as const) };
}

function fitSlope(points: readonly (readonly [number, number])[]): number {
  if (points.length < 3) return Number.NaN;
  const [meanX, meanY] = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
  const covariance = points.reduce((sum, [x, y]) => sum + (x - meanX) * (y - meanY), 0);
  return covariance / points.reduce((sum, [x]) => sum + (x - meanX) ** 2, 0);
}

function writePlot(name: string, lines: readonly Line[], x: string): void {
  writeFileSync(join(resultsFolder, `${name}.svg`), renderPlot(lines, { x, y: "engine seconds" }));
  const rows = lines.flatMap((line) => line.points.map(([size, seconds]) => `${line.name},${size},${seconds}`));
  writeFileSync(join(resultsFolder, `${name}.csv`), `${["line,size,engine_seconds", ...rows].join("\n")}\n`);
}

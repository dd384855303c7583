import { join } from "node:path";
import { fileSource, stdinSource, type Source } from "@breakwater/intake";
import { analyse } from "../analyse.ts";
import type { Analysis } from "../analysis.ts";
import { toGroupsJson } from "../outputs/groups-json.ts";
import { openOutFolder } from "../outputs/out-folder.ts";
import { rejectedFile, writeOutputs } from "../outputs/write-outputs.ts";
import { createProgress } from "../terminal/progress.ts";
import { toSummary } from "../terminal/summary.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readVersion } from "../version.ts";
import type { AnalyzeOptions } from "./analyze-options.ts";

/** Reads, judges, writes the outputs and says what was found. What it returns is what it wrote. */
export async function analyze(options: AnalyzeOptions, terminal: Terminal): Promise<Analysis> {
  const { lang, out } = options;
  const sources = options.files.map((file) => (file === "-" ? stdinSource() : fileSource(file)));
  const bytesAll = sumBytes(sources);
  const progress = createProgress(terminal, lang, options.isQuiet);
  const folder = openOutFolder(out);
  try {
    const analysed = await analyse(sources, {
      engine: options.engine,
      intake: {
        ...options.intake,
        onProgress: (bytes, rows) => progress.reading(bytes, bytesAll, rows),
        onRejected: (rejection) => folder.append(rejectedFile, `${JSON.stringify(rejection)}\n`),
      },
      onRead: (actions) => progress.judging(actions),
    });
    const { stages, ...found } = analysed;
    const analysis: Analysis = { ...found, run: { ...describeRun(options), stages } };
    progress.writing();
    writeOutputs(folder, analysis, lang);
    progress.done();
    if (options.isJson) terminal.out(toGroupsJson(analysis));
    else if (!options.isQuiet) terminal.out(toSummary(analysis, lang, join(out, "report.html")));
    return analysis;
  } catch (error) {
    progress.done();
    folder.abandon();
    throw error;
  }
}

function sumBytes(sources: readonly Source[]): number | null {
  let sum = 0;
  for (const source of sources) {
    if (source.bytes === null) return null;
    sum += source.bytes;
  }
  return sum;
}

function describeRun({ engine, intake, map, preset }: AnalyzeOptions): Omit<Analysis["run"], "stages"> {
  return {
    version: readVersion(),
    node: process.versions.node,
    engine,
    since: intake.sinceMs ?? null,
    until: intake.untilMs ?? null,
    map,
    preset,
    peakMemoryBytes: 0,
  };
}

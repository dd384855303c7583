import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataRoot, hasCoordination, repositoryRoot } from "../data/folder.ts";
import type { Benchmark } from "./benchmark.ts";
import { readEnvironment } from "./environment.ts";
import { renderResults } from "./render.ts";
import { readResults, resultsFolder, writeResult } from "./results.ts";

/** Runs the benchmarks one after the other and writes what they measured; a missing data file skips one, with a line. */
export async function runBenchmarks(benchmarks: readonly Benchmark[], quick: boolean): Promise<void> {
  const environment = readEnvironment();
  for (const benchmark of benchmarks) {
    const missing = benchmark.needs.filter((file) => !hasCoordination(file));
    if (missing.length > 0) {
      say(`${benchmark.name}: skipped, no ${missing.join(", ")} under ${dataRoot} (set BREAKWATER_DATA)`);
      continue;
    }
    say(`${benchmark.name}: ${benchmark.title}`);
    const started = performance.now();
    const measurements = await benchmark.run({ quick, progress: (line) => say(`  ${line}`) });
    const seconds = (performance.now() - started) / 1000;
    writeResult(benchmark, { quick, seconds, environment }, measurements);
    say(`${benchmark.name}: ${measurements.length} figures in ${seconds.toFixed(0)} s`);
    writePage();
  }
}

/** Rewrites `results/README.md` from the result files and from the notes that people keep beside them. */
export function writePage(): void {
  const results = readResults();
  const notes = new Map(
    results.flatMap(({ name }) => {
      const file = join(repositoryRoot, "benchmarks", "notes", `${name}.md`);
      return existsSync(file) ? [[name, readFileSync(file, "utf8")] as const] : [];
    }),
  );
  writeFileSync(join(resultsFolder, "README.md"), renderResults(results, notes));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

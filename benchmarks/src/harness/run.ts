import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { dataRoot, hasCoordination, repositoryRoot } from "../data/folder.ts";
import type { Benchmark } from "./benchmark.ts";
import { loadPerCore, readEnvironment } from "./environment.ts";
import { renderResults } from "./render.ts";
import { readResults, resultsFolder, writeResult } from "./results.ts";

/** Times taken while other programs use more than this share of the cores are not worth writing down. */
const loadMax = 0.5;

export type RunOptions = {
  readonly quick: boolean;
  /** Take times even on a loaded machine. */
  readonly loaded: boolean;
};

/**
 * Runs the benchmarks one after the other and writes what they measured. One whose data is missing, or whose times a
 * loaded machine would spoil, is skipped with a line that says so.
 */
export async function runBenchmarks(benchmarks: readonly Benchmark[], options: RunOptions): Promise<void> {
  const { quick, loaded } = options;
  const environment = readEnvironment();
  for (const benchmark of benchmarks) {
    const missing = benchmark.needs.filter((file) => !hasCoordination(file));
    if (missing.length > 0) {
      say(`${benchmark.name}: skipped, no ${missing.join(", ")} under ${dataRoot} (set BREAKWATER_DATA)`);
      continue;
    }
    if (benchmark.isTimed === true && !loaded && loadPerCore() > loadMax) {
      say(
        `${benchmark.name}: skipped, the machine is busy (${loadPerCore().toFixed(2)} running programs a core; --loaded takes times all the same)`,
      );
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
  const pictures = readdirSync(resultsFolder).filter((file) => file.endsWith(".svg"));
  writeFileSync(join(resultsFolder, "README.md"), renderResults(results, { notes, pictures }));
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

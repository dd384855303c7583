import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { repositoryRoot } from "../data/folder.ts";
import { type Benchmark, isReached, type Measurement } from "./benchmark.ts";
import type { Environment } from "./environment.ts";

export const resultsFolder: string = join(repositoryRoot, "benchmarks", "results");

export type ResultRow = Measurement & { readonly reached: boolean | null } & Environment;

/** What `results/<name>.json` holds. Every row repeats its environment, so that a row can be quoted alone. */
export type ResultFile = {
  readonly name: string;
  readonly title: string;
  readonly method: string;
  readonly quick: boolean;
  readonly seconds: number;
  readonly rows: readonly ResultRow[];
};

export function writeResult(
  benchmark: Benchmark,
  run: { readonly quick: boolean; readonly seconds: number; readonly environment: Environment },
  measurements: readonly Measurement[],
): void {
  const file: ResultFile = {
    name: benchmark.name,
    title: benchmark.title,
    method: benchmark.method,
    quick: run.quick,
    seconds: Math.round(run.seconds),
    rows: measurements.map((row) => ({ ...row, reached: isReached(row), ...run.environment })),
  };
  mkdirSync(resultsFolder, { recursive: true });
  writeFileSync(join(resultsFolder, `${benchmark.name}.json`), `${JSON.stringify(file, null, 1)}\n`);
}

export function readResults(): readonly ResultFile[] {
  return readdirSync(resultsFolder)
    .filter((name) => name.endsWith(".json"))
    .sort()
    .map((name) => JSON.parse(readFileSync(join(resultsFolder, name), "utf8")) as ResultFile);
}

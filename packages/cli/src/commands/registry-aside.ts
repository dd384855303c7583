import { closeSync, openSync, rmSync, writeSync } from "node:fs";
import type { Duplicates, Entry } from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import { codeOf } from "./read-file.ts";
import type { PutAside } from "./registry-input.ts";

export function rejectedPath(registry: string): string {
  return `${registry}.rejected.ndjson`;
}

export function duplicatesPath(registry: string): string {
  return `${registry}.duplicates.ndjson`;
}

/** Writes what was not used beside the registry, or takes away what an earlier run left there. Answers with the path. */
export function writeAside(registry: string, aside: readonly PutAside[]): string {
  return writeLines(rejectedPath(registry), aside);
}

/** Writes the pairs that read alike beside the registry, each with both claims, or takes an older list away. */
export function writeDuplicates(registry: string, entries: readonly Entry[], { pairs }: Duplicates): string {
  const lines = pairs.map(({ a, b, ...judged }) => ({ ...judged, a: toGlance(entries[a]), b: toGlance(entries[b]) }));
  return writeLines(duplicatesPath(registry), lines);
}

function toGlance(entry: Entry | undefined): unknown {
  return entry === undefined ? null : { id: entry.id, claim: entry.claim, verdict: entry.verdict, url: entry.url };
}

function writeLines(path: string, lines: readonly unknown[]): string {
  try {
    if (lines.length === 0) {
      rmSync(path, { force: true });
      return path;
    }
    const file = openSync(path, "w");
    try {
      for (const line of lines) writeSync(file, `${JSON.stringify(line)}\n`);
    } finally {
      closeSync(file);
    }
    return path;
  } catch (error) {
    throw new CliError(say("error_write_file", { path, code: codeOf(error) }), error);
  }
}

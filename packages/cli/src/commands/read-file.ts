import { readFileSync, statSync } from "node:fs";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

/** A whole file of at most `bytesMax`, or an error of one sentence. */
export function readWholeFile(path: string, bytesMax: number): Uint8Array {
  try {
    if (statSync(path).size > bytesMax) throw new CliError(say("error_big_file", { path, max: bytesMax }));
    return new Uint8Array(readFileSync(path));
  } catch (error) {
    if (error instanceof CliError) throw error;
    throw new CliError(say("error_read_file", { path, code: codeOf(error) }), error);
  }
}

export function codeOf(error: unknown): string {
  return error instanceof Error && "code" in error ? String(error.code) : "?";
}

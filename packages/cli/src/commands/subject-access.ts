import {
  closeSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  mkdtempSync,
  openSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { AccessLine } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { createAccessSummary, type AccessSummary } from "../outputs/access-summary.ts";
import { toPlainLine } from "../outputs/plain-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { codeOf } from "./read-file.ts";
import type { RecordsOptions } from "./records-options.ts";
import { openRecordsSource, type RecordsSource } from "./records-source.ts";
import { tellingFailures } from "./tell-failure.ts";

/** Writes what is kept of an account for whose account it is: whole, or not at all. */
export function accessSubject(options: RecordsOptions, terminal: Terminal): Promise<boolean> {
  const { out, isJson } = options;
  const folder = resolve(out);
  if (!isJson && existsSync(folder)) throw new CliError(say("error_folder_there", { path: out }));
  return tellingFailures(options, terminal, async () => {
    const source = await openRecordsSource(options, terminal);
    try {
      if (isJson) await copyLines(source, options, (line) => terminal.out(line));
      else await writeFolder(source, folder, options, terminal);
      return true;
    } finally {
      await source.close();
    }
  });
}

async function writeFolder(
  source: RecordsSource,
  folder: string,
  options: RecordsOptions,
  terminal: Terminal,
): Promise<void> {
  const { account, lang, isQuiet, out } = options;
  const partial = makePartial(folder);
  try {
    const file = openSync(join(partial, "records.ndjson"), "wx", 0o600);
    let summary: AccessSummary;
    try {
      summary = await copyLines(source, options, (line) => void writeSync(file, line));
      fsyncSync(file);
    } finally {
      closeSync(file);
    }
    writeFileSync(join(partial, "summary.txt"), summary.render(lang), { mode: 0o600 });
    renameSync(partial, folder);
    if (!isQuiet) terminal.out(`${toPlainLine(say("accessed", { account, n: summary.count(), path: out })[lang])}\n`);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
}

function makePartial(folder: string): string {
  try {
    mkdirSync(dirname(folder), { recursive: true });
    return mkdtempSync(`${folder}.partial-`);
  } catch (error) {
    throw new CliError(say("error_out_folder", { path: folder, code: codeOf(error) }), error);
  }
}

/** Throws where the summary, which is the last line, does not come. */
async function copyLines(
  source: RecordsSource,
  { account, config }: RecordsOptions,
  write: (line: string) => void,
): Promise<AccessSummary> {
  const summary = createAccessSummary(account);
  let last: AccessLine["line"] | null = null;
  for await (const line of source.access(account)) {
    write(`${JSON.stringify(line)}\n`);
    summary.take(line);
    last = line.line;
  }
  if (last !== "summary") throw new CliError(say("error_service_broken", { url: config.storage.data }));
  return summary;
}

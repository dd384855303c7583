import { parseArgs } from "node:util";
import { createBackup, toLayout, verifyBackup, type Config, type Manifest } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { readVersion } from "../version.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import { parseLang } from "./lang.ts";
import { configFlags, readServiceConfig } from "./service-config.ts";
import { tellingFailures } from "./tell-failure.ts";

export type BackupCommandOptions = {
  readonly config: Config;
  /** New folder; null where one is to be verified. */
  readonly to: string | null;
  readonly check: string | null;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  ...configFlags,
  to: { type: "string" },
  check: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseBackupOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): BackupCommandOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  const { to = null, check = null } = values;
  if (to === null && check === null) throw new CliError(say("error_no_target"));
  if (to !== null && check !== null) throw new CliError(say("error_to_and_check"));
  return {
    config: readServiceConfig(values),
    to,
    check,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

/** Makes or verifies a backup. False where it is refused. */
export function backUp(options: BackupCommandOptions, terminal: Terminal): Promise<boolean> {
  const { lang, isJson, isQuiet, to, check } = options;
  return tellingFailures(options, terminal, async () => {
    const manifest = to === null ? await verify(check ?? "", lang, terminal) : await make(to, options, terminal);
    if (isJson) terminal.out(`${JSON.stringify({ outcome: "ok", ...manifest })}\n`);
    else if (!isQuiet) terminal.out(to === null ? describeWhole(manifest, lang) : describeMade(manifest, to, options));
    return true;
  });
}

function make(to: string, { config, lang }: BackupCommandOptions, terminal: Terminal): Promise<Manifest> {
  return createBackup(toLayout(config.storage), to, {
    version: readVersion(),
    now: Date.now,
    onFile: (_, done, all) => showProgress("progress_backup", { done, all }, { lang, terminal }),
  });
}

function verify(folder: string, lang: Lang, terminal: Terminal): Promise<Manifest> {
  return verifyBackup(folder, (_, done, all) => showProgress("progress_verify", { done, all }, { lang, terminal }));
}

/** On one line that is written over, where somebody watches. */
export function showProgress(
  key: "progress_backup" | "progress_verify",
  { done, all }: { readonly done: number; readonly all: number },
  { lang, terminal }: { readonly lang: Lang; readonly terminal: Terminal },
): void {
  if (!terminal.isWatched) return;
  terminal.err(`\r${say(key, { done, all })[lang]}\u001b[K${done === all ? "\r\u001b[K" : ""}`);
}

function describeMade({ files }: Manifest, path: string, { config, lang }: BackupCommandOptions): string {
  const mebibytes = Math.round((files.reduce((sum, { bytes }) => sum + bytes, 0) / 2 ** 20) * 10) / 10;
  const made = say("backup_made", { n: files.length, mebibytes, path })[lang];
  return `${made}\n${say("backup_keys", { path: config.storage.keys })[lang]}\n`;
}

export function describeWhole({ files, startedAt, version }: Manifest, lang: Lang): string {
  return `${say("backup_whole", { n: files.length, at: toMoment(startedAt), version })[lang]}\n`;
}

import { parseArgs } from "node:util";
import { parseCheckpoint } from "@breakwater/ledger";
import { restoreBackup, toLayout, type Config, type Manifest } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { renderFindings } from "../outputs/findings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { toMoment } from "../words/values.ts";
import { showProgress } from "./backup.ts";
import { examineSetup } from "./doctor.ts";
import { parseLang } from "./lang.ts";
import { configFlags, readServiceConfig } from "./service-config.ts";
import { tellingFailures } from "./tell-failure.ts";

export type RestoreCommandOptions = {
  readonly config: Config;
  readonly backup: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  ...configFlags,
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseRestoreOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RestoreCommandOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  const [backup, ...rest] = positionals;
  if (backup === undefined || rest.length > 0) throw new CliError(say("error_no_backup"));
  return {
    config: readServiceConfig(values),
    backup,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

/** Restores a backup, then looks at the result. False where it is refused, or something about the result is wrong. */
export function restore(options: RestoreCommandOptions, terminal: Terminal): Promise<boolean> {
  const { backup, config, lang, isJson, isQuiet } = options;
  return tellingFailures(options, terminal, async () => {
    const manifest = await restoreBackup(backup, toLayout(config.storage), {
      now: Date.now,
      onFile: (_, done, all) => showProgress("progress_verify", { done, all }, { lang, terminal }),
    });
    if (!isJson && !isQuiet) terminal.out(describe(manifest, options));
    const findings = await examineSetup({ config, isDeep: false });
    if (isJson) terminal.out(`${JSON.stringify({ outcome: "ok", ...manifest, findings })}\n`);
    else terminal.out(renderFindings(findings, { lang, isQuiet }));
    return findings.every(({ level }) => level !== "fail");
  });
}

function describe({ files, startedAt, checkpoint }: Manifest, { config, lang }: RestoreCommandOptions): string {
  const path = config.storage.data;
  const lines = [say("restored", { n: files.length, at: toMoment(startedAt), path })];
  const head = checkpoint === null ? null : parseCheckpoint(Buffer.from(checkpoint));
  if (head !== null) lines.push(say("restored_ledger", { size: head.size }));
  return lines.map((line) => `${line[lang]}\n`).join("");
}

import { parseArgs } from "node:util";
import {
  examine,
  readClockState,
  stateMigrations,
  type CheckName,
  type Config,
  type Finding,
} from "@breakwater/server/lifecycle";
import { renderFindings } from "../outputs/findings.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { checkNameWords } from "../words/doctor-words.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { configFlags, readServiceConfig } from "./service-config.ts";

export type DoctorOptions = {
  readonly config: Config;
  readonly isDeep: boolean;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  ...configFlags,
  deep: { type: "boolean" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseDoctorOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): DoctorOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  return {
    config: readServiceConfig(values),
    isDeep: values.deep ?? false,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

/** Looks at a set-up and tells. False where there is a fault. */
export async function doctor(options: DoctorOptions, terminal: Terminal): Promise<boolean> {
  const { lang, isJson, isQuiet } = options;
  const showCheck = (name: CheckName): void => {
    if (terminal.isWatched) terminal.err(`\r${say("progress_doctor", { what: checkNameWords[name] })[lang]}\u001b[K`);
  };
  const findings = await examineSetup(options, showCheck);
  if (terminal.isWatched) terminal.err("\r\u001b[K");
  const isSound = findings.every(({ level }) => level !== "fail");
  if (isJson) terminal.out(`${JSON.stringify({ outcome: isSound ? "ok" : "fail", findings })}\n`);
  else terminal.out(renderFindings(findings, { lang, isQuiet }));
  return isSound;
}

/** As this process sees it, now. */
export function examineSetup(
  { config, isDeep }: Pick<DoctorOptions, "config" | "isDeep">,
  onCheck?: (name: CheckName) => void,
): Promise<readonly Finding[]> {
  const given = {
    config,
    isDeep,
    migrations: stateMigrations,
    now: Date.now(),
    nodeVersion: process.versions.node,
    userId: process.getuid?.() ?? null,
    isClockSynchronised: readClockState(),
  };
  return examine(given, onCheck);
}

import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { ConfigError, defaultConfig, readConfig, type Config } from "@breakwater/server/service";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { parseWhole } from "./parse-values.ts";

export type ServeOptions = {
  readonly config: Config;
  readonly isDemo: boolean;
  readonly logLevel: (typeof logLevels)[number];
  readonly lang: Lang;
};

const logLevels = ["error", "warn", "info", "debug"] as const;

const flags = {
  config: { type: "string" },
  data: { type: "string" },
  port: { type: "string" },
  demo: { type: "boolean" },
  log: { type: "string" },
  lang: { type: "string" },
} as const;

export function parseServeOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ServeOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  if (values.config !== undefined && values.data !== undefined) throw new CliError(say("error_config_and_data"));
  const config =
    values.config === undefined ? defaultConfig(resolve(values.data ?? "breakwater")) : read(values.config);
  const port = values.port === undefined ? config.service.port : parseWhole("--port", values.port, 0);
  const logLevel = logLevels.find((level) => level === (values.log ?? "warn"));
  if (logLevel === undefined) throw new CliError(say("error_usage", { message: `--log ${values.log}` }));
  return {
    config: { ...config, service: { ...config.service, port } },
    isDemo: values.demo ?? false,
    logLevel,
    lang: parseLang(values.lang, env),
  };
}

function read(path: string): Config {
  try {
    return readConfig(path);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CliError(say("error_config", { faults: error.faults.map((fault) => `  ${fault}`).join("\n") }), error);
  }
}

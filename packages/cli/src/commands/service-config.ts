import { resolve } from "node:path";
import { ConfigError, defaultConfig, readConfig, type Config } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";

/** How every command that works on the data of a service is told where it is. */
export const configFlags = { config: { type: "string" }, data: { type: "string" } } as const;

/** `--config FILE`, or everything at its default below `--data DIR` (default `./breakwater`). */
export function readServiceConfig(values: { readonly config?: string; readonly data?: string }): Config {
  const { config: path, data } = values;
  if (path !== undefined && data !== undefined) throw new CliError(say("error_config_and_data"));
  if (path === undefined) return defaultConfig(resolve(data ?? "breakwater"));
  try {
    return readConfig(path);
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    throw new CliError(say("error_config", { faults: error.faults.map((fault) => `  ${fault}`).join("\n") }), error);
  }
}

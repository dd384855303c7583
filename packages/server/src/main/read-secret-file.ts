import { readFileSync } from "node:fs";
import { ConfigError } from "../config/read-config.ts";

/** What a file holds beside white space. `option`: as the configuration names it. Throws a `ConfigError` where it cannot be read. */
export function readSecretFile(file: string, option: string): string {
  try {
    return readFileSync(file, "utf8").trim();
  } catch {
    throw new ConfigError([`${option}: ${file} cannot be read.`]);
  }
}

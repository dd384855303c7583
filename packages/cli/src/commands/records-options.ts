import { parseArgs } from "node:util";
import type { Config } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { configFlags, readServiceConfig } from "./service-config.ts";
import { readServiceToken } from "./service-token.ts";

export type RecordsOptions = {
  readonly config: Config;
  readonly account: string;
  /** Where the service answers; null: where the configuration says. */
  readonly url: string | null;
  readonly token: string | null;
  readonly isDryRun: boolean;
  readonly out: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const common = {
  ...configFlags,
  account: { type: "string" },
  url: { type: "string" },
  "token-file": { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

export function parseEraseOptions(args: readonly string[], env: Env): RecordsOptions {
  const { values } = parseArgs({ args: [...args], options: { ...common, "dry-run": { type: "boolean" } } });
  return { ...toOptions(values, env), isDryRun: values["dry-run"] ?? false };
}

export function parseSubjectAccessOptions(args: readonly string[], env: Env): RecordsOptions {
  const { values } = parseArgs({ args: [...args], options: { ...common, out: { type: "string" } } });
  return { ...toOptions(values, env), ...(values.out !== undefined && { out: values.out }) };
}

type Values = {
  readonly [K in keyof typeof common]?: (typeof common)[K]["type"] extends "boolean" ? boolean : string;
};

function toOptions(values: Values, env: Env): RecordsOptions {
  const { account = "", "token-file": tokenFile } = values;
  if (account === "") throw new CliError(say("error_no_account"));
  return {
    config: readServiceConfig(values),
    account,
    url: values.url?.replace(/\/+$/, "") ?? null,
    token: readServiceToken(tokenFile, env),
    isDryRun: false,
    out: "breakwater-subject-access",
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

import { parseArgs } from "node:util";
import type { Config } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { addressFlags, readServiceAddress, type ServiceAddress } from "./service-address.ts";
import { readServiceConfig } from "./service-config.ts";

export type RecordsOptions = ServiceAddress & {
  readonly config: Config;
  readonly account: string;
  readonly isDryRun: boolean;
  readonly out: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const common = {
  ...addressFlags,
  account: { type: "string" },
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
  const { account = "" } = values;
  if (account === "") throw new CliError(say("error_no_account"));
  return {
    config: readServiceConfig(values),
    account,
    ...readServiceAddress(values, env),
    isDryRun: false,
    out: "breakwater-subject-access",
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

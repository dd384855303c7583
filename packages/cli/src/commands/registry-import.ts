import { openAsBlob } from "node:fs";
import { basename } from "node:path";
import { Readable } from "node:stream";
import { parseArgs } from "node:util";
import { claimImportAnswer, importClaims, type ClaimImportAnswer } from "@breakwater/contract";
import { toOwnUrl } from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import { renderImport } from "../outputs/registry-import.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { codeOf } from "./read-file.ts";
import { callService } from "./service-call.ts";
import { addressFlags, readServiceAddress } from "./service-address.ts";
import { readServiceConfig } from "./service-config.ts";

export type RegistryImportOptions = {
  readonly files: readonly string[];
  readonly url: string;
  readonly token: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  ...addressFlags,
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

type Env = Readonly<Record<string, string | undefined>>;

export function parseRegistryImportOptions(args: readonly string[], env: Env): RegistryImportOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  if (positionals.length === 0) throw new CliError(say("error_registry_no_input"));
  if (positionals.filter((file) => file === "-").length > 1) throw new CliError(say("error_stdin_twice"));
  const { token, ...told } = readServiceAddress(values, env);
  const url = told.url ?? toOwnUrl(readServiceConfig(values).service);
  if (token === null) throw new CliError(say("error_no_token", { url, scope: "claims:write" }));
  return {
    files: positionals,
    url,
    token,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

/** Sends files to the registry of a running service, one after the other. False where a record of them was put aside. */
export async function importRegistry(options: RegistryImportOptions, terminal: Terminal): Promise<boolean> {
  let isWhole = true;
  for (const file of options.files) {
    const answer = await send(file, options);
    if (options.isJson) terminal.out(`${JSON.stringify(answer)}\n`);
    else if (!options.isQuiet) terminal.out(renderImport(answer, options.lang));
    isWhole &&= answer.rejected === 0;
  }
  return isWhole;
}

async function send(file: string, { url, token }: RegistryImportOptions): Promise<ClaimImportAnswer> {
  const name = file === "-" ? "stdin" : basename(file).slice(0, 200);
  const response = await callService({
    url,
    token,
    path: `${importClaims.path}?name=${encodeURIComponent(name)}`,
    contentType: "application/octet-stream",
    body: await openBody(file),
  });
  const parsed = claimImportAnswer.safeParse(await response.json().catch(() => null));
  if (!parsed.success) throw new CliError(say("error_import_broken", { url }));
  return parsed.data;
}

async function openBody(file: string): Promise<ReadableStream> {
  if (file === "-") return Readable.toWeb(process.stdin) as ReadableStream;
  try {
    return (await openAsBlob(file)).stream() as ReadableStream;
  } catch (error) {
    throw new CliError(say("error_read_file", { path: file, code: codeOf(error) }), error);
  }
}

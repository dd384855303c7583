import { existsSync } from "node:fs";
import { parseArgs } from "node:util";
import { parseVerifierKey, type VerifierKey } from "@breakwater/ledger/verifier";
import { sha256 } from "@breakwater/server/ledger";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { findLogPlace, type LogPlace } from "./log-place.ts";
import { readWholeFile } from "./read-file.ts";

export type VerifyCommandOptions = {
  /** A bundle, or the folder or address of a whole log. */
  readonly bundle: string;
  readonly place: LogPlace;
  readonly checkpoints: readonly string[];
  readonly keys: readonly VerifierKey[];
  /** Files of root certificates that the reader trusts for timestamps. */
  readonly tsaRoots: readonly string[];
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  checkpoint: { type: "string", multiple: true },
  key: { type: "string", multiple: true },
  "tsa-root": { type: "string", multiple: true },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseVerifyOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): VerifyCommandOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  const [bundle, ...rest] = positionals;
  if (bundle === undefined || rest.length > 0) throw new CliError(say("error_no_bundle"));
  return {
    bundle,
    place: findLogPlace(bundle),
    checkpoints: values.checkpoint ?? [],
    keys: (values.key ?? []).map(parseKey),
    tsaRoots: values["tsa-root"] ?? [],
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

const keyBytesMax = 65_536;

/** A key as text, or a file whose first line is one. */
export function parseKey(word: string): VerifierKey {
  const text = existsSync(word) ? Buffer.from(readWholeFile(word, keyBytesMax)).toString() : word;
  const key = parseVerifierKey((text.split("\n")[0] ?? "").trim(), sha256);
  if (key === null) throw new CliError(say("error_key", { word }));
  return key;
}

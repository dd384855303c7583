import { parseArgs } from "node:util";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { defaultRegistry } from "./registry-store.ts";

export type CheckCommandOptions = {
  readonly registry: string;
  /** Either texts from the command line, or a file (`-` for the standard input). */
  readonly texts: readonly string[];
  readonly file: string | null;
  /** Matches told of each post. */
  readonly top: number;
  readonly trustImports: boolean;
  readonly lang: Lang;
  readonly isJson: boolean;
};

const flags = {
  registry: { type: "string" },
  text: { type: "string", multiple: true },
  top: { type: "string" },
  "trust-imports": { type: "boolean" },
  lang: { type: "string" },
  json: { type: "boolean" },
} as const;

export const topMax = 20;

export function parseCheckOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): CheckCommandOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  const [file, ...rest] = positionals;
  const texts = values.text ?? [];
  if (rest.length > 0 || (file !== undefined) === texts.length > 0) throw new CliError(say("error_check_input"));
  return {
    registry: values.registry ?? defaultRegistry,
    texts,
    file: file ?? null,
    top: parseTop(values.top),
    trustImports: values["trust-imports"] ?? false,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
  };
}

/** People are shown the best three, programs all twenty. */
function parseTop(word: string | undefined): number {
  if (word === undefined) return topMax;
  const top = Number(word);
  if (!Number.isSafeInteger(top) || top < 1 || top > topMax) throw new CliError(say("error_check_top", { word }));
  return top;
}

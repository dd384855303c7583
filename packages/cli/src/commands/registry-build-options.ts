import { parseArgs } from "node:util";
import {
  importFields,
  importPresets,
  parseFieldMap,
  parseVerdictWords,
  verdicts,
  type FieldMap,
  type ImportPreset,
  type Verdict,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";
import { readWholeFile } from "./read-file.ts";
import { defaultRegistry } from "./registry-store.ts";
import { parseChoice } from "./registry-values.ts";

export type RegistryBuildOptions = {
  readonly files: readonly string[];
  readonly out: string;
  readonly map: FieldMap;
  readonly preset: ImportPreset | null;
  /** Of every record. */
  readonly verdict: Verdict | null;
  readonly verdictWords: ReadonlyMap<string, Verdict>;
  readonly isMerging: boolean;
  readonly isOwn: boolean;
  readonly trustImports: boolean;
  readonly by: string;
  readonly lang: Lang;
  readonly isJson: boolean;
  readonly isQuiet: boolean;
};

const flags = {
  out: { type: "string" },
  registry: { type: "string" },
  map: { type: "string", multiple: true },
  preset: { type: "string" },
  verdict: { type: "string" },
  verdicts: { type: "string" },
  "merge-duplicates": { type: "boolean" },
  own: { type: "boolean" },
  "trust-imports": { type: "boolean" },
  by: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

/** Written as the one who imported, where nobody is named. */
const importer = "breakwater import";
const tableBytesMax = 1_000_000;

export function parseRegistryBuildOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistryBuildOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  if (positionals.length === 0) throw new CliError(say("error_registry_no_input"));
  if (positionals.filter((file) => file === "-").length > 1) throw new CliError(say("error_stdin_twice"));
  return {
    files: positionals,
    out: values.out ?? values.registry ?? defaultRegistry,
    map: parseMap(values.map ?? []),
    preset: values.preset === undefined ? null : parseChoice("--preset", values.preset, importPresets),
    verdict: values.verdict === undefined ? null : parseChoice("--verdict", values.verdict, verdicts),
    verdictWords: values.verdicts === undefined ? new Map() : readVerdictWords(values.verdicts),
    isMerging: values["merge-duplicates"] ?? false,
    isOwn: values.own ?? false,
    trustImports: values["trust-imports"] ?? false,
    by: values.by ?? importer,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

function parseMap(words: readonly string[]): FieldMap {
  const parsed = parseFieldMap(words);
  if (parsed.ok) return parsed.map;
  throw new CliError(say("error_registry_map", { word: parsed.word, names: importFields.join(", ") }));
}

function readVerdictWords(path: string): ReadonlyMap<string, Verdict> {
  const parsed = parseVerdictWords(Buffer.from(readWholeFile(path, tableBytesMax)).toString("utf8"));
  if (parsed.ok) return parsed.words;
  throw new CliError(say("error_registry_verdicts", { path, line: parsed.line, text: parsed.text.slice(0, 200) }));
}

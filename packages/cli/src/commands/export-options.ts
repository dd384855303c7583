import { parseArgs } from "node:util";
import { CliError } from "../cli-error.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { parseLang } from "./lang.ts";

export type ExportCommandOptions = {
  readonly ledger: string;
  /** File of the payload keys; null leaves every payload out. */
  readonly payloadKeys: string | null;
  readonly sequences: readonly number[];
  readonly checkpoints: readonly string[];
  readonly out: string;
  readonly lang: Lang;
  readonly isQuiet: boolean;
};

const flags = {
  ledger: { type: "string" },
  "payload-keys": { type: "string" },
  entries: { type: "string", multiple: true },
  checkpoint: { type: "string", multiple: true },
  out: { type: "string" },
  lang: { type: "string" },
  quiet: { type: "boolean" },
} as const;

/** More would not fit the zip: an entry with its payload is four files. */
const entriesMax = 10_000;

export function parseExportOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): ExportCommandOptions {
  const { values } = parseArgs({ args: [...args], options: flags });
  return {
    ledger: values.ledger ?? "breakwater-ledger",
    payloadKeys: values["payload-keys"] ?? null,
    sequences: parseSequences(values.entries ?? [""]),
    checkpoints: values.checkpoint ?? [],
    out: values.out ?? "evidence.zip",
    lang: parseLang(values.lang, env),
    isQuiet: values.quiet ?? false,
  };
}

function parseSequences(lists: readonly string[]): readonly number[] {
  const sequences = lists.flatMap((list) => list.split(",").flatMap(parseRange));
  if (sequences.length > entriesMax) throw new CliError(say("error_many_entries", { max: entriesMax }));
  return sequences;
}

/** `7`, or `7-9` for all three. */
function parseRange(word: string): readonly number[] {
  const match = /^(\d{1,15})(?:-(\d{1,15}))?$/.exec(word.trim());
  const first = Number(match?.[1]);
  const last = Number(match?.[2] ?? match?.[1]);
  if (match === null || last < first || last - first >= entriesMax) throw new CliError(say("error_entries", { word }));
  return Array.from({ length: last - first + 1 }, (_, i) => first + i);
}

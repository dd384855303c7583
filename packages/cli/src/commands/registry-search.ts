import { parseArgs } from "node:util";
import { entryStatuses, verdicts, type Entry, type EntryStatus, type Registry, type Verdict } from "@breakwater/claims";
import { normaliseText } from "@breakwater/engine/text";
import { CliError } from "../cli-error.ts";
import { sayStanding } from "../outputs/registry-entry.ts";
import { toPlainLine } from "../outputs/plain-line.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { verdictWords } from "../words/registry-terms.ts";
import { parseLang } from "./lang.ts";
import { parseWhole } from "./parse-values.ts";
import { defaultRegistry, openRegistry } from "./registry-store.ts";
import { parseChoice } from "./registry-values.ts";

export type RegistrySearchOptions = {
  readonly registry: string;
  readonly words: readonly string[];
  readonly verdict: Verdict | null;
  readonly status: EntryStatus | null;
  readonly top: number;
  readonly lang: Lang;
  readonly isJson: boolean;
  /** Without the line that counts. */
  readonly isQuiet: boolean;
};

const flags = {
  registry: { type: "string" },
  verdict: { type: "string" },
  status: { type: "string" },
  top: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseRegistrySearchOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistrySearchOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  if (positionals.length === 0 && values.verdict === undefined && values.status === undefined) {
    throw new CliError(say("error_registry_words"));
  }
  return {
    registry: values.registry ?? defaultRegistry,
    words: positionals,
    verdict: values.verdict === undefined ? null : parseChoice("--verdict", values.verdict, verdicts),
    status: values.status === undefined ? null : parseChoice("--status", values.status, entryStatuses),
    top: parseWhole("--top", values.top, 20),
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
    isQuiet: values.quiet ?? false,
  };
}

/** Lists the entries that hold all words, those that hold them in their claim first. */
export function searchRegistry(options: RegistrySearchOptions, terminal: Terminal): void {
  const { lang, top } = options;
  const found = findEntries(openRegistry(options.registry).registry, options);
  const shown = found.slice(0, top);
  if (options.isJson) {
    for (const entry of shown) terminal.out(`${JSON.stringify(entry)}\n`);
    return;
  }
  for (const entry of shown) {
    const lines = [
      `${toPlainLine(entry.id)}  ${verdictWords[entry.verdict][lang]}  ${toPlainLine(entry.url ?? "")}`,
      `  ${toPlainLine(entry.claim)}`,
      `  ${sayStanding(entry)[lang]}`,
    ];
    terminal.out(`${lines.map((line) => line.trimEnd()).join("\n")}\n`);
  }
  if (options.isQuiet) return;
  const summary =
    found.length > shown.length
      ? say("registry_found_more", { shown: shown.length, n: found.length })
      : say("registry_found", { n: found.length });
  terminal.out(`${summary[lang]}\n`);
}

type Query = Pick<RegistrySearchOptions, "words" | "verdict" | "status">;

/** Cost: every entry is read, about 20 µs each. */
export function findEntries(registry: Registry, { words, verdict, status }: Query): readonly Entry[] {
  const terms = words.flatMap((word) => word.split(/\s+/)).map((word) => normaliseText(word) || word.trim());
  const ranked: { readonly entry: Entry; readonly rank: number }[] = [];
  for (const entry of registry.entries()) {
    if ((verdict !== null && entry.verdict !== verdict) || (status !== null && entry.status !== status)) continue;
    const rank = words.includes(entry.id) ? 0 : rankEntry(entry, terms);
    if (rank !== null) ranked.push({ entry, rank });
  }
  return ranked.sort((a, b) => a.rank - b.rank).map(({ entry }) => entry);
}

/** The number of fields, in their order of weight, that were needed to find all words; null where they do not. */
function rankEntry({ claim, title, wordings, explanation, tags }: Entry, terms: readonly string[]): number | null {
  const fields = [claim, title ?? "", wordings.map(({ text }) => text).join("\n"), tags.join("\n"), explanation ?? ""];
  let held = "";
  for (const [i, field] of fields.entries()) {
    held += `\n${normaliseText(field)}\n${field}`;
    if (terms.every((term) => held.includes(term))) return i + 1;
  }
  return null;
}

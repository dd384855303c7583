import { parseArgs } from "node:util";
import { listObstacles, type EntryRecord } from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { renderEntry } from "../outputs/registry-entry.ts";
import { renderCounts, toCountsJson } from "../outputs/registry-report.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { refusalWords } from "../words/registry-terms.ts";
import { parseLang } from "./lang.ts";
import { countEntries } from "./registry-counts.ts";
import { defaultRegistry, openRegistry } from "./registry-store.ts";

export type RegistryShowOptions = {
  readonly registry: string;
  /** None shows what the registry holds. */
  readonly ids: readonly string[];
  readonly lang: Lang;
  readonly isJson: boolean;
};

const flags = {
  registry: { type: "string" },
  lang: { type: "string" },
  json: { type: "boolean" },
  quiet: { type: "boolean" },
} as const;

export function parseRegistryShowOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistryShowOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  return {
    registry: values.registry ?? defaultRegistry,
    ids: positionals,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
  };
}

/** Shows entries with their histories, or what the registry holds. False where an entry is not there. */
export function showRegistry(options: RegistryShowOptions, terminal: Terminal): boolean {
  const { registry: path, ids, lang, isJson } = options;
  const { registry } = openRegistry(path);
  if (ids.length === 0) {
    const counts = countEntries(registry.entries(), false);
    if (isJson) terminal.out(`${JSON.stringify({ registry: path, ...toCountsJson(counts) })}\n`);
    else terminal.out(renderCounts(counts, { path, lang, trustImports: false }));
    return true;
  }
  const records = ids.map((id) => [id, registry.find(id)] as const);
  const unknown = records.find(([, record]) => record === undefined)?.[0];
  if (unknown !== undefined)
    throw new CliError(say("registry_refused", { id: unknown, why: refusalWords.unknown_entry }));
  for (const [, record] of records) {
    if (record !== undefined) terminal.out(isJson ? toRecordJson(record) : `${renderEntry(record, lang)}\n`);
  }
  return true;
}

function toRecordJson(record: EntryRecord): string {
  const { entry } = record.versions.at(-1) ?? { entry: undefined };
  const obstacles = entry === undefined ? [] : listObstacles(entry, { trustImports: false });
  return `${JSON.stringify({ ...record, obstacles })}\n`;
}

import { parseArgs } from "node:util";
import {
  findDuplicates,
  getInForce,
  listObstacles,
  type Entry,
  type EntryRecord,
  type Registry,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { toPlainLine } from "../outputs/plain-line.ts";
import { renderEntry } from "../outputs/registry-entry.ts";
import { renderCounts, toCountsJson } from "../outputs/registry-report.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { Lang } from "../words/phrase.ts";
import { refusalWords, verdictWords } from "../words/registry-terms.ts";
import { parseLang } from "./lang.ts";
import { countEntries } from "./registry-counts.ts";
import { defaultRegistry, openRegistry } from "./registry-store.ts";

export type RegistryShowOptions = {
  readonly registry: string;
  /** None shows what the registry holds. */
  readonly ids: readonly string[];
  /** Whether to list the entries that contradict each other instead. */
  readonly areContradictions: boolean;
  readonly lang: Lang;
  readonly isJson: boolean;
};

const flags = {
  registry: { type: "string" },
  contradictions: { type: "boolean" },
  lang: { type: "string" },
  json: { type: "boolean" },
} as const;

export function parseRegistryShowOptions(
  args: readonly string[],
  env: Readonly<Record<string, string | undefined>>,
): RegistryShowOptions {
  const { values, positionals } = parseArgs({ args: [...args], options: flags, allowPositionals: true });
  return {
    registry: values.registry ?? defaultRegistry,
    ids: positionals,
    areContradictions: values.contradictions ?? false,
    lang: parseLang(values.lang, env),
    isJson: values.json ?? false,
  };
}

/** Shows entries with their histories, or what the registry holds. False where an entry is not there. */
export function showRegistry(options: RegistryShowOptions, terminal: Terminal): boolean {
  const { registry: path, ids, lang, isJson } = options;
  const { registry } = openRegistry(path);
  if (options.areContradictions) {
    terminal.out(listContradictions(registry, options));
    return true;
  }
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
  return `${JSON.stringify({ ...record, obstacles: listObstacles(getInForce(record).entry, { trustImports: false }) })}\n`;
}

/** Pairs of entries of which one says false and the other true of the same claim; with ids, those of these entries. */
function listContradictions(registry: Registry, { ids, lang, isJson }: RegistryShowOptions): string {
  const entries = [...registry.entries()].filter(({ status }) => status !== "withdrawn");
  const pairs = findDuplicates(entries)
    .pairs.filter((pair) => pair.isContradiction)
    .map(({ a, b }) => [entries[a], entries[b]].filter((entry) => entry !== undefined))
    .filter((pair) => ids.length === 0 || pair.some(({ id }) => ids.includes(id)));
  if (isJson) {
    const glance = ({ id, claim, verdict, url }: Entry) => ({ id, claim, verdict, url });
    return pairs.map((pair) => `${JSON.stringify(pair.map(glance))}\n`).join("");
  }
  const lines = pairs.flatMap((pair) => [
    ...pair.map(
      ({ id, verdict, claim }) => `${toPlainLine(id)}  ${verdictWords[verdict][lang]}  ${toPlainLine(claim)}`,
    ),
    "",
  ]);
  return `${[...lines, say("registry_contradicting", { n: pairs.length })[lang]].join("\n")}\n`;
}

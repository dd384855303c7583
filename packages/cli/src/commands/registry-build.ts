import {
  createVerdictReader,
  findDuplicates,
  getInForce,
  mergeDuplicates,
  peopleMin,
  type Duplicates,
  type Entry,
  type EntryVersion,
  type Registry,
  type RegistryRefusal,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import { renderBuild, sayReasons, toBuildJson } from "../outputs/registry-report.ts";
import { createPainter, type Painter } from "../terminal/painter.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { RegistryBuildOptions } from "./registry-build-options.ts";
import { bump, countEntries, type RegistryCounts } from "./registry-counts.ts";
import { readRegistryInput, type PutAside, type RegistryInput } from "./registry-input.ts";
import { writeAside, writeDuplicates } from "./registry-aside.ts";
import { sayIndexing } from "./registry-index.ts";
import { changeRegistry, type SaveProgress } from "./registry-store.ts";

/** What an import did. */
export type BuildReport = {
  readonly records: number;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Updated entries that had been adopted, by the text that they no longer have. */
  readonly unadopted: number;
  readonly merged: number;
  /** Entries that the registry did not take, by reason. */
  readonly kept: ReadonlyMap<RegistryRefusal, number>;
  readonly aside: readonly PutAside[];
  readonly unknownWords: readonly { readonly word: string; readonly times: number }[];
  /** What reads alike, among the entries imported and with those that were here before. */
  readonly duplicates: Duplicates;
  /** Of the pairs that could be one entry, those with an entry that was here before. */
  readonly alikeHere: number;
  readonly counts: RegistryCounts;
};

/** Imports files into a registry, and says what became of every record. */
export async function buildRegistry(options: RegistryBuildOptions, terminal: Terminal): Promise<BuildReport> {
  const { lang, out } = options;
  const painter = createPainter(terminal, options.isQuiet);
  const verdicts = createVerdictReader(options.verdictWords);
  try {
    const input = await readRegistryInput({
      files: options.files,
      importing: {
        map: options.map,
        verdicts,
        ...(options.preset === null ? {} : { preset: options.preset }),
        ...(options.verdict === null ? {} : { verdict: options.verdict }),
      },
      isOwn: options.isOwn,
      onProgress: (bytes, bytesAll, n) =>
        painter.paint(() => say("progress_registry_read", { done: sayDone(bytes, bytesAll), n })[lang]),
    });
    refuseEmpty(input, options);
    let report: BuildReport | undefined;
    await changeRegistry(out, { mayBeNew: true, progress: showSaving(painter, options) }, (registry) => {
      const all = [...input.entries, ...listOthers(registry, input.entries)];
      painter.paintNow(say("progress_registry_compare", { n: all.length })[lang]);
      const found = findAlike(all, input.entries.length);
      const within = found.pairs.filter(({ b }) => b < input.entries.length);
      const merged = mergeDuplicates(input.entries, options.isMerging ? within : []);
      const took = takeOver(registry, { ...input, entries: merged.entries }, options);
      writeDuplicates(out, all, found);
      report = {
        ...took,
        records: input.count,
        merged: merged.into.size,
        aside: input.aside,
        unknownWords: verdicts.listUnknown(),
        duplicates: found,
        alikeHere: found.pairs.filter(({ b, difference }) => b >= input.entries.length && difference === null).length,
        counts: countEntries(registry.entries(), options.trustImports),
      };
      return true;
    });
    painter.done();
    if (report === undefined) throw new Error("The registry was not built.");
    writeAside(out, input.aside);
    if (options.isJson) terminal.out(`${JSON.stringify(toBuildJson(report, out))}\n`);
    else if (!options.isQuiet) terminal.out(renderBuild(report, options));
    return report;
  } catch (error) {
    painter.done();
    throw error;
  }
}

function showSaving(painter: Painter, { out, lang }: RegistryBuildOptions): SaveProgress {
  return {
    indexing: (n, all) => {
      const line = (): string => sayIndexing(n, all)[lang];
      if (n === 0) painter.paintNow(line());
      else painter.paint(line);
    },
    writing: () => painter.paintNow(say("progress_registry_write", { path: out })[lang]),
  };
}

/** What the registry holds beside these, and has not withdrawn. */
function listOthers(registry: Registry, entries: readonly Entry[]): readonly Entry[] {
  const ids = new Set(entries.map(({ id }) => id));
  return [...registry.entries()].filter(({ id, status }) => status !== "withdrawn" && !ids.has(id));
}

/** Pairs that the first `count` entries have with each other and with the rest. */
function findAlike(entries: readonly Entry[], count: number): Duplicates {
  const { pairs, cutShort } = findDuplicates(entries);
  return { pairs: pairs.filter(({ a }) => a < count), cutShort };
}

function sayDone(bytes: number, bytesAll: number | null): string {
  if (bytesAll === null || bytesAll === 0) return `${Math.round(bytes / 1e6)} MB`;
  return `${Math.min(100, Math.floor((bytes / bytesAll) * 100))}%`;
}

/** Nothing is written where nothing could be read, but what was put aside. */
function refuseEmpty(input: RegistryInput, { files, out }: RegistryBuildOptions): void {
  if (input.entries.length + input.records.length > 0) return;
  if (input.count === 0) throw new CliError(say("error_registry_empty", { names: files.join(", ") }));
  const path = writeAside(out, input.aside);
  throw new CliError(say("error_registry_nothing", { why: sayReasons(input.aside, "rejected"), path }));
}

type TakenOver = Pick<BuildReport, "added" | "updated" | "unchanged" | "unadopted" | "kept">;

function takeOver(
  registry: Registry,
  input: Pick<RegistryInput, "entries" | "records" | "repeated">,
  options: RegistryBuildOptions,
): TakenOver {
  const kept = new Map<RegistryRefusal, number>();
  const at = Date.now();
  let [added, updated, unchanged, unadopted] = [0, 0, input.repeated, 0];
  for (const record of input.records) {
    if (registry.restore(record)) added += 1;
    else if (isSameHistory(registry, getInForce(record).entry.id, record.versions)) unchanged += 1;
    else bump(kept, "id_taken");
  }
  for (const entry of input.entries) {
    const before = registry.find(entry.id);
    if (options.isOwn) {
      const action = entry.origin === "own" ? "added" : "imported";
      const version: EntryVersion = { at, by: options.by, action, entry };
      if (registry.restore({ versions: [version] })) added += 1;
      else if (before !== undefined && isSameEntry(getInForce(before).entry, entry)) unchanged += 1;
      else bump(kept, "id_taken");
      continue;
    }
    const done = registry.dispatch(entry.id, { kind: "import", entry }, { by: options.by, at });
    if (done.ok && before === undefined) added += 1;
    else if (done.ok) updated += 1;
    else if (done.refusal === "no_change") unchanged += 1;
    else bump(kept, done.refusal);
    if (done.ok && before !== undefined && getInForce(before).entry.adoptedBy.length >= peopleMin) unadopted += 1;
  }
  return { added, updated, unchanged, unadopted, kept };
}

function isSameHistory(registry: Registry, id: string, versions: readonly EntryVersion[]): boolean {
  return JSON.stringify(registry.find(id)?.versions) === JSON.stringify(versions);
}

function isSameEntry(a: Entry, b: Entry): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

import {
  findNextStep,
  getInForce,
  getLatest,
  listObstacles,
  parseEntry,
  peopleMin,
  toStableId,
  type Entry,
  type EntryChanges,
  type EntryRecord,
  type Registry,
  type RegistryCommand,
} from "@breakwater/claims";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import { joinPhrases, type Phrase } from "../words/phrase.ts";
import { actionWords, fieldFaultWords, obstacleWords, refusalWords, statusWords } from "../words/registry-terms.ts";
import type { GivenContent, RegistryEditOptions } from "./registry-edit-options.ts";
import { changeRegistry } from "./registry-store.ts";

/** Writes down a determination of the operator's own. */
export async function addEntry(options: RegistryEditOptions, terminal: Terminal): Promise<boolean> {
  const { texts, verdict, lists } = options.content;
  if (texts.claim === undefined || verdict === undefined) throw new CliError(say("error_registry_claim"));
  const id = options.id ?? toStableId(texts.claim, undefined);
  const entry = toEntry({ ...texts, ...lists, verdict, id, origin: "own" });
  return change({ ...options, ids: [id] }, terminal, () => ({ kind: "add", entry }));
}

/** Changes an entry; a published one of the operator's own is corrected. */
export async function editEntry(options: RegistryEditOptions, terminal: Terminal): Promise<boolean> {
  if (options.ids.length !== 1) throw new CliError(say("error_registry_ids"));
  const { reason, content } = options;
  return change(options, terminal, (record) => {
    const { entry } = getLatest(record);
    const changes = toChanges(entry, content);
    const isPublished = entry.status === "published" || entry.status === "corrected";
    if (entry.origin === "own" && isPublished) return { kind: "correct", changes, reason };
    return { kind: "edit", changes, ...(reason === "" ? {} : { reason }) };
  });
}

/** Reviews, publishes, adopts or withdraws entries. Where one is refused the others go on, and the answer is false. */
export async function moveEntries(
  verb: "review" | "publish" | "adopt" | "withdraw",
  options: RegistryEditOptions,
  terminal: Terminal,
): Promise<boolean> {
  if (options.ids.length === 0) throw new CliError(say("error_registry_ids"));
  const { url, date } = toChecked(options.content.texts);
  return change(options, terminal, () => {
    if (verb === "withdraw") return { kind: verb, reason: options.reason };
    if (verb !== "publish") return { kind: verb };
    return { kind: verb, ...(url === undefined ? {} : { url }), ...(date === undefined ? {} : { date }) };
  });
}

type Outcome = { readonly id: string; readonly lines: readonly Phrase[]; readonly isDone: boolean };

async function change(
  options: RegistryEditOptions,
  terminal: Terminal,
  toCommand: (record: EntryRecord) => RegistryCommand,
): Promise<boolean> {
  const { by, registry: path, lang } = options;
  const outcomes: Outcome[] = [];
  const mayBeNew = options.id !== null || options.content.texts.claim !== undefined;
  await changeRegistry(path, { mayBeNew }, (registry, isNew) => {
    for (const id of options.ids) outcomes.push(dispatch(registry, { id, by, toCommand }));
    const isDone = outcomes.some((outcome) => outcome.isDone);
    if (isNew && isDone && !options.isQuiet) terminal.out(`${say("registry_created", { path })[lang]}\n`);
    return isDone;
  });
  for (const { lines, isDone } of outcomes) {
    const text = `${lines.map((line) => line[lang]).join("\n  ")}\n`;
    if (!isDone) terminal.err(text);
    else if (!options.isQuiet) terminal.out(text);
  }
  return outcomes.every(({ isDone }) => isDone);
}

function dispatch(
  registry: Registry,
  {
    id,
    by,
    toCommand,
  }: { readonly id: string; readonly by: string; readonly toCommand: (record: EntryRecord) => RegistryCommand },
): Outcome {
  const record = registry.find(id);
  const command = toCommandFor(record, toCommand);
  const done =
    command === null
      ? ({ ok: false, refusal: "unknown_entry" } as const)
      : registry.dispatch(id, command, { by, at: Date.now() });
  if (!done.ok) return { id, lines: [say("registry_refused", { id, why: refusalWords[done.refusal] })], isDone: false };
  const after = registry.recordAt(done.place);
  const { action, entry } = done.version;
  const head = say("registry_done", { id, action: actionWords[action], status: statusWords[entry.status] });
  return { id, lines: [head, ...sayNext(after, id)], isDone: true };
}

/** A new entry needs no record; every other command does. */
function toCommandFor(
  record: EntryRecord | undefined,
  toCommand: (record: EntryRecord) => RegistryCommand,
): RegistryCommand | null {
  if (record !== undefined) return toCommand(record);
  const made = toCommand({ versions: [] });
  return made.kind === "add" ? made : null;
}

/** What is still wanting before it has an effect. */
function sayNext(record: EntryRecord, id: string): readonly Phrase[] {
  const { entry } = getLatest(record);
  const inForce = getInForce(record).entry;
  if (entry.status === "withdrawn") return [];
  if (entry.status === "draft" || entry.status === "reviewed") {
    const next = findNextStep(entry);
    const wanting =
      next === null || next.kind === "publish"
        ? say("registry_can_publish", { id })
        : next.kind === "complete"
          ? say("registry_lacks", { why: joinPhrases(next.gaps.map((gap) => refusalWords[gap])) })
          : say("registry_needs_reviews", { n: next.people });
    return inForce.status === "draft" || inForce.status === "reviewed"
      ? [wanting]
      : [wanting, say("registry_in_force_still")];
  }
  const obstacles = listObstacles(entry, { trustImports: false });
  if (obstacles.length === 0) return [say("registry_effective")];
  const n = peopleMin - entry.adoptedBy.length;
  if (obstacles.length === 1 && obstacles[0] === "not_adopted" && n > 0) return [say("registry_needs_adopters", { n })];
  return [say("registry_only_suggested", { why: joinPhrases(obstacles.map((obstacle) => obstacleWords[obstacle])) })];
}

/** A faulty field is an error of the command line, in its own words. */
function toEntry(value: Readonly<Record<string, unknown>>): Entry {
  const parsed = parseEntry(value);
  const [fault] = parsed.ok ? parsed.leftOut : parsed.faults;
  if (fault !== undefined) {
    throw new CliError(
      say("error_registry_content", { field: fault.field || "entry", why: fieldFaultWords[fault.code] }),
    );
  }
  if (!parsed.ok) throw new RangeError("An entry without a fault is one.");
  return parsed.entry;
}

/** Given texts as an entry would hold them: a date in words becomes ISO 8601. */
function toChecked(texts: GivenContent["texts"]): Entry {
  return toEntry({ claim: "-", verdict: "false", id: "-", ...texts });
}

function toChanges(entry: Entry, { texts, verdict, lists, cleared }: GivenContent): EntryChanges {
  const checked = toChecked(texts);
  const given = Object.fromEntries(
    Object.keys(texts).map((name) => [name, checked[name as keyof GivenContent["texts"]]]),
  );
  const isCleared = (name: string) => cleared.some((field) => field === name);
  const grown = Object.entries(lists)
    .filter(([name, items]) => items.length > 0 || isCleared(name))
    .map(([name, items]) => {
      const before = isCleared(name) ? [] : entry[name as keyof GivenContent["lists"]];
      const added = name === "wordings" ? items.map((text) => ({ text })) : items;
      return [name, [...before, ...added]] as const;
    });
  const taken = cleared.filter((name) => !(name in lists)).map((name) => [name, null] as const);
  return {
    ...Object.fromEntries(taken),
    ...given,
    ...(verdict === undefined ? {} : { verdict }),
    ...Object.fromEntries(grown),
  };
}

import type { EntryChanges, RegistryCommand, RegistryRefusal } from "./commands.ts";
import type { Entry } from "./entry.ts";
import { entryLimits } from "./entry-limits.ts";
import { readText } from "./fields.ts";
import { parseEntry } from "./parse-entry.ts";
import { isSamePerson } from "./people.ts";
import { listGaps } from "./gaps.ts";
import { getInForce, getLatest, type EntryRecord, type EntryVersion } from "./record.ts";
import { isPublicUrl } from "./standing.ts";

/** Who asks, and when (epoch milliseconds). */
export type Actor = { readonly by: string; readonly at: number };

export type Decision =
  | { readonly ok: true; readonly version: EntryVersion }
  | { readonly ok: false; readonly refusal: RegistryRefusal };

const reviewersNeeded = 2;

/**
 * Whether a command may be carried out on the record (undefined for an id that is not there), and the version that it makes.
 * Pure. An own entry takes three different people before it is published: whoever last wrote its text, and two who reviewed that very text;
 * before that it has the sources and the right of reply of `listGaps`. An import takes three who adopt it as it stands. Withdrawing takes one, because it only lessens what the registry can do.
 */
export function decide(record: EntryRecord | undefined, command: RegistryCommand, actor: Actor): Decision {
  const name = readText("by", actor.by.normalize("NFC"), entryLimits.itemUnitsMax);
  if (!name.ok || name.value === undefined) return refuse("no_name");
  const by = name.value;
  const reason = readText("reason", "reason" in command ? command.reason : undefined, entryLimits.explanationUnitsMax);
  if (!reason.ok) return refuse("no_reason");
  const step = take(record, command, by);
  if (typeof step === "string") return refuse(step);
  const parsed = parseEntry(step.entry);
  if (!parsed.ok || parsed.leftOut.length > 0) return refuse("not_an_entry");
  const why = reason.value === undefined ? {} : { reason: reason.value };
  return { ok: true, version: { at: actor.at, by, action: step.action, ...why, entry: parsed.entry } };
}

/** The record with one version more. */
export function evolve(record: EntryRecord | undefined, version: EntryVersion): EntryRecord {
  return { versions: [...(record?.versions ?? []), version] };
}

/** What people can ask of an entry that is there. */
export const entryVerbs = ["edit", "review", "publish", "correct", "adopt", "withdraw"] as const;
export type EntryVerb = (typeof entryVerbs)[number];

/**
 * Why `by` may not give a command on an entry as it stands; null where they may, whatever it then asks for (changes, a reason, an address). Of the record,
 * the version in force and the newest are enough.
 */
export function findRefusal(record: EntryRecord, verb: EntryVerb, by: string): RegistryRefusal | null {
  const step = proceed(record, askings[verb], by);
  return typeof step === "string" && step !== "no_change" ? step : null;
}

/** Each command as it would be with all that it asks for. */
const askings: Readonly<Record<EntryVerb, Exclude<RegistryCommand, { kind: "add" | "import" }>>> = {
  edit: { kind: "edit", changes: {} },
  review: { kind: "review" },
  publish: { kind: "publish", url: "https://desk.example/" },
  correct: { kind: "correct", changes: {}, reason: "." },
  adopt: { kind: "adopt" },
  withdraw: { kind: "withdraw", reason: "." },
};

function take(record: EntryRecord | undefined, command: RegistryCommand, by: string): Step {
  if (command.kind === "add" || command.kind === "import") return add(record, command, by);
  return record === undefined ? "unknown_entry" : proceed(record, command, by);
}

type Step = Pick<EntryVersion, "action" | "entry"> | RegistryRefusal;

function add(
  record: EntryRecord | undefined,
  command: Extract<RegistryCommand, { kind: "add" | "import" }>,
  by: string,
): Step {
  const { kind, entry } = command;
  if (kind === "add") {
    if (record !== undefined) return "id_taken";
    const own = { origin: "own", authors: [by], reviewers: [], adoptedBy: [], status: "draft" } as const;
    return { action: "added", entry: { ...entry, ...own } };
  }
  const imported: Entry = { ...entry, origin: "imported", adoptedBy: [] };
  if (record === undefined) return { action: "imported", entry: imported };
  const { entry: latest, action } = getLatest(record);
  if (latest.origin === "own") return "id_is_own";
  if (action === "withdrawn") return "withdrawn";
  return isEqual({ ...latest, adoptedBy: [] }, imported) ? "no_change" : { action: "imported", entry: imported };
}

function proceed(record: EntryRecord, command: Exclude<RegistryCommand, { kind: "add" | "import" }>, by: string): Step {
  const { entry } = getLatest(record);
  switch (command.kind) {
    case "edit":
      return edit(entry, command.changes, by);
    case "review":
      return review(entry, by);
    case "publish":
      return publish(record, command);
    case "correct":
      return correct(entry, command, by);
    case "adopt":
      return adopt(entry, by);
    case "withdraw":
      return withdraw(record, command.reason);
  }
}

function edit(entry: Entry, changes: EntryChanges, by: string): Step {
  const changed = applyChanges(entry, changes);
  if (entry.origin === "imported") {
    if (entry.status === "withdrawn") return "withdrawn";
    return isEqual(changed, entry) ? "no_change" : { action: "edited", entry: { ...changed, adoptedBy: [] } };
  }
  if (entry.status === "published" || entry.status === "corrected") return "already_published";
  if (isEqual(changed, entry) && entry.status !== "withdrawn") return "no_change";
  return { action: "edited", entry: rewritten(changed, by) };
}

function review(entry: Entry, by: string): Step {
  if (entry.origin !== "own") return "not_own";
  if (entry.status === "withdrawn") return "withdrawn";
  if (entry.status !== "draft") return "already_reviewed";
  const [author = ""] = entry.authors;
  if (isSamePerson(author, by)) return "own_review";
  if (entry.reviewers.some((reviewer) => isSamePerson(reviewer, by))) return "already_reviewed";
  const [gap] = listGaps(entry);
  if (gap !== undefined) return gap;
  const reviewers = [...entry.reviewers, by];
  const status = reviewers.length >= reviewersNeeded ? "reviewed" : "draft";
  return { action: "reviewed", entry: { ...entry, reviewers, status } };
}

function publish(record: EntryRecord, { url, date }: { readonly url?: string; readonly date?: string }): Step {
  const { entry } = getLatest(record);
  if (entry.origin !== "own") return "not_own";
  if (entry.status === "withdrawn") return "withdrawn";
  if (entry.status === "published" || entry.status === "corrected") return "already_published";
  if (entry.status !== "reviewed") return "two_reviews_needed";
  const [gap] = listGaps(entry);
  if (gap !== undefined) return gap;
  const address = url ?? entry.url;
  if (address === undefined || !isPublicUrl(address)) return "no_public_url";
  const wasPublished = record.versions.some(
    ({ entry: { status } }) => status === "published" || status === "corrected",
  );
  return {
    action: "published",
    entry: {
      ...entry,
      url: address,
      ...(date === undefined ? {} : { date }),
      status: wasPublished ? "corrected" : "published",
    },
  };
}

function correct(
  entry: Entry,
  { changes, reason }: { readonly changes: EntryChanges; readonly reason: string },
  by: string,
): Step {
  if (entry.origin !== "own") return "not_own";
  if (entry.status === "withdrawn") return "withdrawn";
  if (entry.status !== "published" && entry.status !== "corrected") return "not_yet_published";
  if (reason.trim() === "") return "no_reason";
  const changed = applyChanges(entry, changes);
  return isEqual(changed, entry) ? "no_change" : { action: "corrected", entry: rewritten(changed, by) };
}

function adopt(entry: Entry, by: string): Step {
  if (entry.origin !== "imported") return "not_imported";
  if (entry.status === "withdrawn") return "withdrawn";
  if (entry.status !== "published" && entry.status !== "corrected") return "not_yet_published";
  if (entry.adoptedBy.some((editor) => isSamePerson(editor, by))) return "already_adopted";
  return { action: "adopted", entry: { ...entry, adoptedBy: [...entry.adoptedBy, by] } };
}

/** What was published is what is withdrawn: a correction that nobody reviewed does not become the last word. */
function withdraw(record: EntryRecord, reason: string): Step {
  if (reason.trim() === "") return "no_reason";
  if (getLatest(record).entry.status === "withdrawn") return "withdrawn";
  return { action: "withdrawn", entry: { ...getInForce(record).entry, status: "withdrawn" } };
}

/** A text that somebody wrote anew: they are its author now, and nobody has reviewed it. */
function rewritten(entry: Entry, by: string): Entry {
  const others = entry.authors.filter((author) => !isSamePerson(author, by));
  return { ...entry, authors: [by, ...others], reviewers: [], status: "draft" };
}

function applyChanges(entry: Entry, changes: EntryChanges): Entry {
  const merged = Object.entries({ ...entry, ...changes }).filter(([, value]) => value !== null && value !== undefined);
  // Only optional fields may be null, so what is needed is still there.
  return Object.fromEntries(merged) as unknown as Entry;
}

/** Entries are plain data, and equal however their fields are ordered. */
function isEqual(a: Entry, b: Entry): boolean {
  return toKey(a) === toKey(b);
}

function toKey(entry: Entry): string {
  return JSON.stringify(Object.entries(entry).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function refuse(refusal: RegistryRefusal): Decision {
  return { ok: false, refusal };
}

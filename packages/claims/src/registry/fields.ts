import { sourceKinds, type EntrySource, type Wording } from "./entry.ts";
import { entryLimits } from "./entry-limits.ts";
import { toIsoDate } from "./iso-date.ts";

export const fieldFaultCodes = [
  "missing",
  "not_an_object",
  "not_a_text",
  "not_a_list",
  "not_a_wording",
  "not_a_source",
  "not_a_verdict",
  "not_a_status",
  "not_an_origin",
  "not_a_date",
  "too_long",
  "too_many",
] as const;

/** What is wrong with a field. `""` names the entry itself. */
export type FieldFault = { readonly field: string; readonly code: (typeof fieldFaultCodes)[number] };

/** A field's value, or what keeps it from being one. Absent, null and blank are all `undefined`. */
export type Field<T> =
  | { readonly ok: true; readonly value: T | undefined }
  | { readonly ok: false; readonly fault: FieldFault };

/** Numbers are taken as their digits, as for an id. */
export function readText(field: string, value: unknown, unitsMax: number): Field<string> {
  if (value === undefined || value === null) return absent;
  if (typeof value !== "string" && typeof value !== "number") return faulty(field, "not_a_text");
  const text = cleanText(String(value)).trim();
  if (text === "") return absent;
  return text.length > unitsMax ? faulty(field, "too_long") : { ok: true, value: text };
}

export function readDate(field: string, value: unknown): Field<string> {
  const text = readText(field, value, entryLimits.itemUnitsMax);
  if (!text.ok || text.value === undefined) return text;
  const date = toIsoDate(text.value);
  return date === undefined ? faulty(field, "not_a_date") : { ok: true, value: date };
}

/** A list of texts; a single text is a list of one. Blank items are passed over. */
export function readItems(field: string, value: unknown): Field<readonly string[]> {
  if (value === undefined || value === null) return absent;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > entryLimits.itemsMax) return faulty(field, "too_many");
  const items: string[] = [];
  for (const each of values) {
    const item = readText(field, each, entryLimits.itemUnitsMax);
    if (!item.ok) return item;
    if (item.value !== undefined) items.push(item.value);
  }
  return { ok: true, value: items };
}

/** Wordings are texts or `{ text, date, source }`, in a list or one alone. A date that cannot be read costs itself. */
export function readWordings(field: string, value: unknown): Field<readonly Wording[]> {
  if (value === undefined || value === null) return absent;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > entryLimits.wordingsMax) return faulty(field, "too_many");
  const wordings: Wording[] = [];
  for (const each of values) {
    const parts = isRecord(each) ? each : { text: each };
    const text = readText(field, parts["text"], entryLimits.wordingUnitsMax);
    if (!text.ok) return text.fault.code === "not_a_text" ? faulty(field, "not_a_wording") : text;
    if (text.value === undefined) continue;
    const date = readDate(field, parts["date"]);
    const source = readText(field, parts["source"], entryLimits.itemUnitsMax);
    if (!source.ok) return source;
    wordings.push({
      text: text.value,
      ...(date.ok && date.value !== undefined ? { date: date.value } : {}),
      ...(source.value === undefined ? {} : { source: source.value }),
    });
  }
  return { ok: true, value: wordings };
}

/** Sources are texts or `{ text, kind, publisher, archive }`, in a list or one alone. A kind that is none of ours costs itself. */
export function readSources(field: string, value: unknown): Field<readonly EntrySource[]> {
  if (value === undefined || value === null) return absent;
  const values: readonly unknown[] = Array.isArray(value) ? value : [value];
  if (values.length > entryLimits.itemsMax) return faulty(field, "too_many");
  const sources: EntrySource[] = [];
  for (const each of values) {
    const parts = isRecord(each) ? each : { text: each };
    const text = readText(field, parts["text"], entryLimits.itemUnitsMax);
    if (!text.ok) return text.fault.code === "not_a_text" ? faulty(field, "not_a_source") : text;
    if (text.value === undefined) continue;
    const kind = readWord(field, parts["kind"], { words: sourceKinds, code: "not_a_source" });
    const publisher = readText(field, parts["publisher"], entryLimits.itemUnitsMax);
    if (!publisher.ok) return publisher;
    const archive = readText(field, parts["archive"], entryLimits.itemUnitsMax);
    if (!archive.ok) return archive;
    sources.push({
      text: text.value,
      ...(kind.ok && kind.value !== undefined ? { kind: kind.value } : {}),
      ...(publisher.value === undefined ? {} : { publisher: publisher.value }),
      ...(archive.value === undefined ? {} : { archive: archive.value }),
    });
  }
  return { ok: true, value: sources };
}

/** One of a closed list of words, in any case. */
export function readWord<T extends string>(
  field: string,
  value: unknown,
  choice: { readonly words: readonly T[]; readonly code: FieldFault["code"] },
): Field<T> {
  const text = readText(field, value, entryLimits.itemUnitsMax);
  if (!text.ok || text.value === undefined) return text as Field<T>;
  const found = choice.words.find((word) => word === text.value?.toLowerCase());
  return found === undefined ? faulty(field, choice.code) : { ok: true, value: found };
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Without what no file format carries alike: control characters but tabs and line ends, and lone surrogates. */
function cleanText(text: string): string {
  if (isPlain(text)) return text;
  return text.replaceAll(unsafe, (character) => (/\p{Cc}/u.test(character) ? "" : "\uFFFD")).replaceAll(/\r\n?/g, "\n");
}

const unsafe = /(?![\t\n\r])\p{Cc}|\p{Surrogate}/gu;

/** True where nothing is to be cleaned; false only asks for a closer look. Entries are read often, and are nearly always clean. */
function isPlain(text: string): boolean {
  for (let i = 0; i < text.length; i += 1) {
    const unit = text.charCodeAt(i);
    if (
      unit < 0x20 ? unit !== 0x0a && unit !== 0x09 : unit >= 0x7f && (unit < 0xa0 || (unit >= 0xd800 && unit < 0xe000))
    ) {
      return false;
    }
  }
  return true;
}

const absent = { ok: true, value: undefined } as const;

export function faulty(field: string, code: FieldFault["code"]): { readonly ok: false; readonly fault: FieldFault } {
  return { ok: false, fault: { field, code } };
}

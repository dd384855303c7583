import { contentFields, type EntryContent } from "../registry/commands.ts";
import { listFields } from "../registry/entry.ts";
import { isRecord } from "../registry/fields.ts";

/** What a column of somebody else's file can be mapped to: what editors write, and what they cannot, but for our own adoptions. */
export type ImportField = keyof EntryContent | "id" | "authors" | "reviewers" | "status";
export const importFields: readonly ImportField[] = ["id", ...contentFields, "authors", "reviewers", "status"];

/** Columns by field. A column may be a path, as `rating.name`. Lists may be fed by several columns; elsewhere the first that holds something is taken. */
export type FieldMap = ReadonlyMap<ImportField, readonly string[]>;

export type ParsedFieldMap =
  | { readonly ok: true; readonly map: FieldMap }
  | { readonly ok: false; readonly word: string };

/**
 * Reads `id=rid,wordings=seedPost,wordings=title`; what cannot be read comes back.
 */
export function parseFieldMap(words: readonly string[]): ParsedFieldMap {
  const map = new Map<ImportField, string[]>();
  for (const word of words.flatMap((list) => list.split(","))) {
    const at = word.indexOf("=");
    const name = word.slice(0, Math.max(0, at)).trim();
    const column = word.slice(at + 1).trim();
    const field = importFields.find((one) => one === name);
    if (field === undefined || column === "") return { ok: false, word: word.trim() };
    map.set(field, [...(map.get(field) ?? []), column]);
  }
  return { ok: true, map };
}

/** A record under our names. A field that is not mapped is looked for under its own name, unless that column was mapped to another. */
export function applyFieldMap(
  record: Readonly<Record<string, unknown>>,
  map: FieldMap,
): Readonly<Record<string, unknown>> {
  if (map.size === 0) return record;
  const taken = new Set([...map.values()].flat());
  const unmapped = Object.entries(record).filter(([name]) => !taken.has(name));
  const mapped = [...map].map(([field, columns]) => {
    const found = columns.map((column) => findColumn(record, column)).filter((value) => !isBlank(value));
    return [field, listFields.has(field) ? found.flat() : found[0]];
  });
  return Object.fromEntries([...unmapped, ...mapped]);
}

function findColumn(record: Readonly<Record<string, unknown>>, column: string): unknown {
  if (Object.hasOwn(record, column)) return record[column];
  let value: unknown = record;
  for (const part of column.split(".")) value = isRecord(value) && Object.hasOwn(value, part) ? value[part] : undefined;
  return value;
}

function isBlank(value: unknown): boolean {
  return value === undefined || value === null || (typeof value === "string" && value.trim() === "");
}

import { listFields, type Entry, type EntrySource, type Wording } from "../registry/entry.ts";

/** The columns of our own CSV, in their order. */
export const csvColumns: readonly (keyof Entry)[] = [
  "id",
  "claim",
  "verdict",
  "title",
  "url",
  "date",
  "explanation",
  "wordings",
  "sources",
  "rightOfReply",
  "validFrom",
  "validTo",
  "languages",
  "regions",
  "tags",
  "media",
  "authors",
  "reviewers",
  "adoptedBy",
  "origin",
  "status",
];

/** Writers of CSV put an apostrophe before what a spreadsheet would run; what has one of its own gets a second, so that one can be taken off. */
const formula = /^'*(?:[\s\p{Cc}]*[=+\-@\uFF1D\uFF0B\uFF0D\uFF20]|\p{Cc})/u;

/** An entry as cells of `csvColumns`. Lists are JSON arrays; wordings and sources of which more than the text is told are objects in them. */
export function toCsvCells(entry: Entry): readonly string[] {
  return csvColumns.map((column) => {
    const value = entry[column];
    if (value === undefined) return "";
    if (typeof value !== "string") return value.length === 0 ? "" : JSON.stringify(value.map(toBareText));
    return value.startsWith("'") && formula.test(value) ? `'${value}` : value;
  });
}

function toBareText(item: string | Wording | EntrySource): unknown {
  return typeof item === "object" && Object.keys(item).length === 1 ? item.text : item;
}

/** The cells of anybody's CSV as fields. A list is a JSON array, or values with `;` or `|` between; a wording is never cut. */
export function fromCsvCells(cells: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const fields = Object.entries(cells).map(([name, cell]) => {
    const values: readonly unknown[] = Array.isArray(cell) ? cell : [cell];
    const read = values.flatMap((value) => (typeof value === "string" ? readCell(name, value) : [value]));
    return [name, listFields.has(name) ? read : read[0]];
  });
  return Object.fromEntries(fields);
}

function readCell(name: string, cell: string): readonly unknown[] {
  const bare = cell.startsWith("'") && formula.test(cell) ? cell.slice(1) : cell;
  if (!listFields.has(name)) return [bare];
  const list = bare.startsWith("[") ? parseList(bare) : null;
  if (list !== null) return list;
  return name === "wordings" ? [bare] : bare.split(/[;|；\n]/);
}

function parseList(cell: string): readonly unknown[] | null {
  try {
    const list: unknown = JSON.parse(cell);
    return Array.isArray(list) ? list : null;
  } catch {
    return null;
  }
}

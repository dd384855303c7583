import type { Cells } from "./reader.ts";

/** Reads the values of flat or shallow JSON objects by column: a key, or a path such as `user.id`. */
export class JsonCells implements Cells {
  readonly columns: readonly string[];
  record: Readonly<Record<string, unknown>> = {};
  readonly #paths: readonly (readonly string[])[];

  constructor(columns: readonly string[]) {
    this.columns = columns;
    this.#paths = columns.map((column) => column.split("."));
  }

  cell(index: number): string {
    const column = this.columns[index];
    if (column === undefined) return "";
    if (Object.hasOwn(this.record, column)) return toCell(this.record[column]);
    const path = this.#paths[index] ?? [];
    return path.length < 2 ? "" : toCell(follow(this.record, path));
  }
}

/** The keys of the records, and the paths into objects directly under them, in order of appearance. */
export function listJsonColumns(
  records: readonly Readonly<Record<string, unknown>>[],
  columnsMax: number,
): readonly string[] {
  const columns = new Set<string>();
  for (const record of records) {
    for (const [key, value] of Object.entries(record)) {
      if (columns.size >= columnsMax) return [...columns];
      if (!isPlainObject(value)) columns.add(key);
      else for (const inner of Object.keys(value)) columns.add(`${key}.${inner}`);
    }
  }
  return [...columns];
}

function follow(record: Readonly<Record<string, unknown>>, path: readonly string[]): unknown {
  let value: unknown = record;
  for (const key of path) {
    if (!isPlainObject(value) || !Object.hasOwn(value, key)) return "";
    value = value[key];
  }
  return value;
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof Date);
}

/** Text as it is, numbers and dates as they are written, arrays of them as JSON; anything else is no cell. */
function toCell(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (value instanceof Date) return Number.isNaN(value.getTime()) ? "" : value.toISOString();
  if (!Array.isArray(value)) return "";
  return JSON.stringify(value.filter((item) => typeof item !== "object").map(String));
}

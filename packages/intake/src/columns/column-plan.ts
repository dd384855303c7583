import { actionKinds, type ActionKind } from "@breakwater/records";
import { IntakeError } from "../intake-error.ts";
import { commonColumns } from "./common-columns.ts";
import { fieldNames, isManyValued, manyValuedFields, objectFields, type ColumnMap, type FieldName } from "./fields.ts";
import type { TablePreset } from "../presets/tables.ts";

export type ObjectColumn = {
  readonly kind: (typeof manyValuedFields)[number] | (typeof objectFields)[number];
  readonly index: number;
};

/** Which cell of a record feeds which field; -1 where none does. */
export type ColumnPlan = {
  readonly single: Readonly<Record<Exclude<FieldName, ObjectColumn["kind"]>, number>>;
  readonly objects: readonly ObjectColumn[];
  /** Where no column says the kind. */
  readonly kind: ActionKind;
  /** Neither a preset nor the map said it. */
  readonly isKindInferred: boolean;
  readonly preset: TablePreset | null;
  /** For the report: field and column, as used. */
  readonly mapped: Readonly<Record<string, string>>;
  readonly unmapped: readonly string[];
};

export type PlanOptions = {
  readonly name: string;
  /** The columns that the source has. */
  readonly columns: readonly string[];
  readonly map: ColumnMap | undefined;
  readonly preset: TablePreset | null;
};

/**
 * Decides which columns are read. A preset's columns come first, and the caller's map goes over them. With a map and no
 * preset only the mapped fields are read, except that account and time, which nothing works without, are looked for under
 * their usual names. With neither, every field is.
 *
 * A missing kind is inferred once per source, not per row: rows that differ by an empty cell must not fall into two kinds
 * of co-action. `post` mapped: `reply` with a text column, else `repost`; a room without text: `join`; otherwise `post`.
 */
export function createColumnPlan(options: PlanOptions): ColumnPlan {
  const { preset } = options;
  const chosen = new Map<FieldName, readonly string[]>();
  for (const field of fieldNames) {
    const isConstant = field === "kind" && findConstantKind(options) !== null;
    const columns = isConstant ? [] : chooseColumns(field, options);
    if (columns.length > 0) chosen.set(field, columns);
  }
  requireField("account", chosen, options);
  requireField("at", chosen, options);
  const at = (field: FieldName): number => {
    const column = chosen.get(field)?.[0];
    return column === undefined ? -1 : options.columns.indexOf(column);
  };
  const objects = [...manyValuedFields, ...objectFields].flatMap((kind) =>
    (chosen.get(kind) ?? []).map((column) => ({ kind, index: options.columns.indexOf(column) })),
  );
  const knownKind = findConstantKind(options) ?? preset?.kind ?? null;
  const used = new Set([...chosen.values()].flat());
  return {
    single: {
      id: at("id"),
      account: at("account"),
      at: at("at"),
      kind: at("kind"),
      text: at("text"),
      ip: at("ip"),
      asn: at("asn"),
      region: at("region"),
      device: at("device"),
      client: at("client"),
      created: at("created"),
    },
    objects,
    kind: knownKind ?? inferKind(chosen),
    isKindInferred: knownKind === null,
    preset,
    mapped: Object.fromEntries([...chosen].map(([field, columns]) => [field, columns.join(" ")])),
    unmapped: options.columns.filter((column) => !used.has(column)),
  };
}

function chooseColumns(field: FieldName, options: PlanOptions): readonly string[] {
  const asked = options.map?.[field];
  if (asked) return asked.map((column) => getColumn(column, field, options));
  const fallback = options.preset ? options.preset.columns[field] : commonColumns[field];
  const isEssential = field === "account" || field === "at";
  if (!fallback || (options.map && !options.preset && !isEssential)) return [];
  const found = fallback.flatMap((name) => findColumn(name, options.columns) ?? []);
  return isManyValued(field) ? found : found.slice(0, 1);
}

function findColumn(name: string, columns: readonly string[]): string | undefined {
  return columns.includes(name) ? name : columns.find((column) => column.toLowerCase() === name.toLowerCase());
}

function getColumn(name: string, field: FieldName, options: PlanOptions): string {
  const column = findColumn(name, options.columns);
  if (column !== undefined) return column;
  throw new IntakeError(
    "unknown_column",
    `${options.name} has no column ${JSON.stringify(name)} for the field ${field}; its columns are ${listColumns(options.columns)}.`,
  );
}

function findConstantKind(options: Pick<PlanOptions, "columns" | "map">): ActionKind | null {
  const word = options.map?.kind?.[0];
  if (word === undefined || findColumn(word, options.columns) !== undefined) return null;
  return actionKinds.find((kind) => kind === word) ?? null;
}

function requireField(
  field: "account" | "at",
  chosen: ReadonlyMap<FieldName, readonly string[]>,
  options: PlanOptions,
): void {
  if (chosen.has(field)) return;
  const meaning = field === "account" ? "the account" : "the time";
  throw new IntakeError(
    "missing_columns",
    `${options.name} has no column that is known to hold ${meaning}; name it with --map ${field}=COLUMN ` +
      `(its columns are ${listColumns(options.columns)}).`,
  );
}

function inferKind(chosen: ReadonlyMap<FieldName, unknown>): ActionKind {
  if (chosen.has("post")) return chosen.has("text") ? "reply" : "repost";
  return chosen.has("room") && !chosen.has("text") ? "join" : "post";
}

const columnsListedMax = 20;

function listColumns(columns: readonly string[]): string {
  const listed = columns
    .slice(0, columnsListedMax)
    .map((column) => column.slice(0, 40).replaceAll(/\p{C}/gu, "\uFFFD"));
  const more = columns.length - listed.length;
  return listed.join(", ") + (more > 0 ? ` and ${more} more` : "");
}

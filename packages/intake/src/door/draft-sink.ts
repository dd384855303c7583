import { createColumnPlan, type ColumnPlan } from "../columns/column-plan.ts";
import { readCells } from "../columns/read-cells.ts";
import type { CsvSink } from "../formats/csv.ts";
import { JsonCells, listJsonColumns } from "../formats/json-cells.ts";
import type { JsonSink } from "../formats/json-lines.ts";
import type { Cells, Place, RecordRefusal } from "../formats/reader.ts";
import { IntakeError } from "../intake-error.ts";
import type { IntakeLimits } from "../limits.ts";
import type { IntakeOptions } from "../options.ts";
import { findJsonPreset, jsonPresets } from "../presets/find-preset.ts";
import { isJsonObject, type JsonObject, type JsonPreset } from "../presets/json-preset.ts";
import { findTablePreset, tablePresets, type TablePreset } from "../presets/tables.ts";
import { findDateOrder, type DateOrder } from "../times/parse-time.ts";
import { parseZone, utc } from "../times/zone.ts";
import type { Door, DraftContext } from "./door.ts";
import type { Draft } from "./draft.ts";

export type DraftSinkOptions = {
  readonly name: string;
  readonly ordinal: number;
  readonly intake: IntakeOptions;
  readonly limits: IntakeLimits;
  readonly door: Door;
};

const sampleRecords = 100;

/**
 * Takes the records of one source, whatever its format, decides once how they are read (a preset, a map, the usual names; the
 * order of day and month), and hands drafts to the door. Records wait here only while that is open: the first 100 of JSON,
 * and rows whose dates could still be read both ways.
 */
export class DraftSink implements CsvSink, JsonSink {
  plan: ColumnPlan | null = null;
  jsonPreset: JsonPreset | null = null;
  rows = 0;
  lastLine = 0;
  readonly #options: DraftSinkOptions;
  readonly #door: Door;
  #context: DraftContext;
  #cells: JsonCells | null = null;
  #waiting: { readonly value: JsonObject; readonly place: Place }[] = [];
  #isDecided = false;
  #orderIsOpen: boolean;
  #held: { readonly draft: Draft; readonly place: Place }[] = [];

  constructor(options: DraftSinkOptions) {
    this.#options = options;
    this.#door = options.door;
    const { map, zone, dateOrder } = options.intake;
    this.#orderIsOpen = dateOrder === undefined;
    this.#context = {
      source: options.name,
      ordinal: options.ordinal,
      zone: zone === undefined ? utc : parseZone(zone),
      dateOrder: dateOrder ?? null,
      rowPerObject: false,
      isSensitive: map?.ip !== undefined || map?.device !== undefined,
    };
  }

  onHeader(names: readonly string[]): void {
    const preset = this.#findTablePreset(names);
    this.#decidePlan(names, preset);
    this.#isDecided = true;
  }

  onRow(row: Cells & Place): void {
    this.#countRow(row);
    if (this.plan) this.#offer(readCells(this.plan, row), row);
  }

  onBroken(reason: RecordRefusal, place: Place): void {
    if (reason !== "truncated_input") this.#countRow(place);
    this.#door.reject(reason, place, this.#context);
  }

  onValue(value: unknown, place: Place): void {
    this.#countRow(place);
    if (!isJsonObject(value)) {
      this.#door.reject("not_an_object", place, this.#context);
      return;
    }
    if (this.#isDecided) {
      this.#readRecord(value, place);
      return;
    }
    this.#waiting.push({ value, place: keepPlace(place) });
    if (this.#waiting.length >= sampleRecords) this.#decideJson();
  }

  /** Rows of a table that come as objects; the header came before. */
  onRecords(records: readonly JsonObject[]): void {
    for (const record of records) {
      const row = this.rows + 1;
      const place: Place = { line: row, row, excerpt: () => "" };
      this.#countRow(place);
      this.#readRecord(record, place);
    }
  }

  /** Lets go of everything that still waits. */
  end(): void {
    if (this.#waiting.length > 0) this.#decideJson();
    if (this.#held.length > 0) throw this.#ambiguousDates();
  }

  #countRow(place: Place): void {
    this.rows++;
    this.#door.rows++;
    this.lastLine = place.line;
  }

  #decideJson(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    this.#isDecided = true;
    const values = waiting.map(({ value }) => value);
    this.jsonPreset = this.#findJsonPreset(values);
    if (this.jsonPreset?.isSensitive) this.#context = { ...this.#context, isSensitive: true };
    if (!this.jsonPreset) {
      const columns = listJsonColumns(values, this.#options.limits.columnsMax);
      this.#decidePlan(columns, this.#findTablePreset(columns));
    }
    for (const { value, place } of waiting) this.#readRecord(value, place);
  }

  #decidePlan(columns: readonly string[], preset: TablePreset | null): void {
    const { name, intake } = this.#options;
    const plan = createColumnPlan({ name, columns, map: intake.map, preset });
    this.plan = plan;
    this.#cells = new JsonCells(columns);
    const { single } = plan;
    this.#context = {
      ...this.#context,
      zone: intake.zone === undefined && preset?.zone ? parseZone(preset.zone) : this.#context.zone,
      rowPerObject: preset?.rowPerObject ?? false,
      isSensitive: single.ip >= 0 || single.device >= 0,
    };
  }

  #readRecord(value: JsonObject, place: Place): void {
    if (this.jsonPreset) {
      const drafts = this.jsonPreset.read(value);
      if (drafts.length === 0) this.#door.skip("not_an_action");
      for (const draft of drafts) this.#offer(draft, place);
    } else if (this.plan && this.#cells) {
      this.#cells.record = value;
      this.#offer(readCells(this.plan, this.#cells), place);
    }
  }

  #offer(draft: Draft, place: Place): void {
    if (this.#orderIsOpen) {
      const order = findDateOrder(draft.at);
      if (order === "open" || (order !== null && this.#held.length > 0)) {
        this.#hold(draft, place, order);
        return;
      }
      if (order !== null) this.#settle(order);
    }
    this.#door.admit(draft, place, this.#context);
  }

  #hold(draft: Draft, place: Place, order: DateOrder | "open"): void {
    this.#held.push({ draft, place: keepPlace(place) });
    if (order !== "open") this.#settle(order);
    else if (this.#held.length > this.#options.limits.heldRowsMax) throw this.#ambiguousDates();
  }

  #settle(dateOrder: DateOrder): void {
    this.#orderIsOpen = false;
    this.#context = { ...this.#context, dateOrder };
    const held = this.#held;
    this.#held = [];
    for (const { draft, place } of held) this.#door.admit(draft, place, this.#context);
  }

  #findTablePreset(columns: readonly string[]): TablePreset | null {
    const wanted = this.#wantedPreset();
    if (wanted === null) return null;
    return wanted === "auto" ? findTablePreset(columns) : (tablePresets.find(({ name }) => name === wanted) ?? null);
  }

  #findJsonPreset(values: readonly JsonObject[]): JsonPreset | null {
    const wanted = this.#wantedPreset();
    if (wanted === null) return null;
    return wanted === "auto" ? findJsonPreset(values) : (jsonPresets.find(({ name }) => name === wanted) ?? null);
  }

  /** With a map, only a preset that is named is used. */
  #wantedPreset(): string | null {
    const { preset, map } = this.#options.intake;
    if (preset === undefined || preset === "auto") return map ? null : "auto";
    return preset;
  }

  #ambiguousDates(): IntakeError {
    const example = JSON.stringify(String(this.#held[0]?.draft.at ?? "").slice(0, 40));
    return new IntakeError(
      "ambiguous_dates",
      `${this.#options.name} has dates such as ${example} that could be day or month first; ` +
        "say which with --date-order day_first or month_first, or write them as 2021-04-03.",
    );
  }
}

function keepPlace(place: Place): Place {
  const excerpt = place.excerpt();
  return { line: place.line, row: place.row, excerpt: () => excerpt };
}

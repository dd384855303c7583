import type { Action } from "@breakwater/records";
import { Door } from "./door/door.ts";
import { DraftSink } from "./door/draft-sink.ts";
import { IntakeError } from "./intake-error.ts";
import { defaultIntakeLimits, type IntakeLimits } from "./limits.ts";
import type { IntakeOptions } from "./options.ts";
import { presetNames } from "./presets/names.ts";
import { createSourceState, readSource, type SourceState } from "./read-source.ts";
import type { IntakeReport, SourceReport } from "./report.ts";
import type { Source } from "./source.ts";

/**
 * Reads actions from any number of sources, one after the other, in batches of about 4,096; format, compression, encoding and
 * columns are found per source. What is yielded is valid, masked and pseudonymous. A bad record costs itself: it is counted
 * and told to `onRejected`. Throws `IntakeError` where a source cannot be read at all, and when no record of all is usable.
 *
 * Memory is bounded by `options.limits` whatever the input, and nothing that was yielded is kept. Cost: linear in the bytes.
 *
 * @example
 * for await (const actions of readActions([fileSource("posts.csv.gz")], { pseudonymKey })) detector.push(actions);
 */
export async function* readActions(
  sources: readonly Source[],
  options: IntakeOptions,
): AsyncGenerator<readonly Action[], IntakeReport> {
  refuseUnknownPreset(options);
  const limits: IntakeLimits = { ...defaultIntakeLimits, ...options.limits };
  const door = new Door(options, limits);
  const reports: SourceReport[] = [];
  let storedBytes = 0;
  for (const [i, source] of sources.entries()) {
    const state = createSourceState(source);
    const sink = new DraftSink({ name: source.name, ordinal: i + 1, intake: options, limits, door });
    const actionsBefore = door.actions;
    for await (const _ of readSource(state, sink, limits)) {
      while (door.pending >= limits.batchActionsMax) yield door.takeBatch(limits.batchActionsMax);
      options.onProgress?.(storedBytes + state.bytes.storedBytes, door.rows);
    }
    storedBytes += state.bytes.storedBytes;
    reports.push(toSourceReport(state, sink, door.actions - actionsBefore));
  }
  refuseNothing(reports, door);
  if (door.pending > 0) yield door.takeBatch(door.pending);
  return toReport(reports, door);
}

function refuseUnknownPreset(options: IntakeOptions): void {
  const { preset } = options;
  if (preset === undefined || preset === "auto" || presetNames.includes(preset)) return;
  throw new IntakeError(
    "unknown_preset",
    `There is no preset ${JSON.stringify(preset)}; the presets are ${presetNames.join(", ")}.`,
  );
}

function refuseNothing(reports: readonly SourceReport[], door: Door): void {
  if (door.actions > 0) return;
  const names = reports.map((report) => report.name).join(", ");
  if (reports.every((report) => report.bytes === 0)) {
    throw new IntakeError("empty_input", `${names || "The input"} is empty; give a file with actions in it.`);
  }
  if (door.rows === 0) {
    throw new IntakeError("no_usable_rows", `${names} has a header and no rows; give a file with actions in it.`);
  }
  const reasons = Object.entries({ ...door.rejected, ...door.skipped })
    .sort(([, a], [, b]) => b - a)
    .map(([reason, count]) => `${count} ${reason}`);
  throw new IntakeError(
    "no_usable_rows",
    `None of the ${door.rows} rows of ${names} is usable (${reasons.join(", ")}); check the columns with --map, and the period.`,
  );
}

function toSourceReport(state: SourceState, sink: DraftSink, actions: number): SourceReport {
  const { plan, jsonPreset } = sink;
  return {
    name: state.source.name,
    format: state.format,
    compression: state.bytes.compression,
    encoding: state.text.encoding,
    delimiter: state.delimiter,
    preset: jsonPreset?.name ?? plan?.preset?.name ?? null,
    columns: plan?.mapped ?? {},
    unmapped: plan?.unmapped ?? [],
    kindInferred: plan !== null && plan.single.kind < 0 && plan.isKindInferred,
    rows: sink.rows,
    actions,
    storedBytes: state.bytes.storedBytes,
    bytes: state.bytes.bytes,
    truncated: state.bytes.truncated,
  };
}

function toReport(sources: readonly SourceReport[], door: Door): IntakeReport {
  return {
    sources,
    rows: door.rows,
    actions: door.actions,
    rejected: door.rejected,
    skipped: door.skipped,
    ignored: door.ignored,
    masked: door.masked,
    duplicates: door.rejected.duplicate_id ?? 0,
    idsForgotten: door.ids.forgotten,
    from: door.actions > 0 ? door.from : null,
    to: door.actions > 0 ? door.to : null,
    clock: door.clock.resolution(),
    kinds: door.kinds,
  };
}

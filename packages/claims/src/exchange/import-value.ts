import type { Entry } from "../registry/entry.ts";
import { isRecord, type FieldFault } from "../registry/fields.ts";
import { parseEntry, type ParsedEntry } from "../registry/parse-entry.ts";
import type { EntryRecord, EntryVersion } from "../registry/record.ts";
import { parseVersion } from "../registry/parse-version.ts";
import { verdicts, type Verdict } from "../registry/verdict.ts";
import { fromClaimReview, listClaimReviews } from "./claim-review.ts";
import { fromCsvCells } from "./csv-cells.ts";
import type { Draft } from "./draft.ts";
import { applyFieldMap, type FieldMap } from "./field-map.ts";
import { fromGoogleClaims, isGoogleAnswer } from "./google.ts";
import { toStableId } from "./stable-id.ts";
import type { VerdictReader } from "./verdict-words.ts";

export const importPresets = ["ndjson", "csv", "claimreview", "google"] as const;
export type ImportPreset = (typeof importPresets)[number];

export type ImportOptions = {
  /** Recognised by the value where it is absent. */
  readonly preset?: ImportPreset;
  readonly map: FieldMap;
  /** Of every record, whatever it says itself. */
  readonly verdict?: Verdict;
  readonly verdicts: VerdictReader;
};

/**
 * The determinations in one value of a file: one of a line of NDJSON or a row of CSV, any number of a JSON document. Everything optional is
 * as in `parseEntry`. A record without an id gets one that stays the same at the next import.
 */
export function importValue(value: unknown, options: ImportOptions): readonly ParsedEntry[] {
  const preset = options.preset ?? recognise(value);
  if (preset === "claimreview")
    return listClaimReviews(value).map((review) => finish(fromClaimReview(review), options));
  if (preset === "google") return fromGoogleClaims(value).map((draft) => finish(draft, options));
  return [importRecord(value, options)];
}

function recognise(value: unknown): ImportPreset {
  if (isGoogleAnswer(value)) return "google";
  const isLinked = isRecord(value)
    ? "@context" in value || "@type" in value || "@graph" in value
    : listClaimReviews(value).length > 0;
  return isLinked ? "claimreview" : "ndjson";
}

function importRecord(value: unknown, options: ImportOptions): ParsedEntry {
  if (!isRecord(value)) return parseEntry(value);
  const mapped = applyFieldMap(value, options.map);
  const fields = options.preset === "csv" ? fromCsvCells(mapped) : mapped;
  const { verdict } = fields;
  if (typeof verdict === "number") return finish({ fields, rating: { value: verdict } }, options);
  const isSaid = typeof verdict === "string" && verdict.trim() !== "";
  return finish(isSaid ? { fields, rating: { words: verdict } } : { fields }, options);
}

function finish({ fields, rating }: Draft, { verdict: fixed, verdicts: reader }: ImportOptions): ParsedEntry {
  const said = rating === undefined ? fields["verdict"] : readVerdict(rating.words, () => reader.read(rating));
  const { id, claim, url } = fields;
  const isNamed = id !== undefined && id !== null && id !== "";
  const named =
    isNamed || typeof claim !== "string" ? id : toStableId(claim, typeof url === "string" ? url : undefined);
  return parseEntry({ ...fields, verdict: fixed ?? said, id: named });
}

/** Our own words are taken as they are: a table of somebody's cannot make them mean something else. */
function readVerdict(words: string | undefined, otherwise: () => Verdict): Verdict {
  return verdicts.find((one) => one === words) ?? otherwise();
}

export type ParsedRecord =
  | { readonly ok: true; readonly record: EntryRecord }
  | { readonly ok: false; readonly faults: readonly FieldFault[] };

/**
 * A line of a copy that `export --history` wrote: the record with all its versions. A line without history, or with one that contradicts
 * itself, is none.
 */
export function parseRecord(value: unknown): ParsedRecord {
  const versions = isRecord(value) ? value["versions"] : undefined;
  if (!Array.isArray(versions) || versions.length === 0) return refuse("missing");
  const parsed = versions.map((version) => parseVersion(version));
  const whole = parsed.filter((version): version is EntryVersion => version !== null);
  if (whole.length < parsed.length) return refuse("not_an_object");
  const ids = new Set(whole.map(({ entry }: { readonly entry: Entry }) => entry.id));
  return ids.size === 1 ? { ok: true, record: { versions: whole } } : refuse("not_an_object");
}

function refuse(code: FieldFault["code"]): ParsedRecord {
  return { ok: false, faults: [{ field: "versions", code }] };
}

import {
  importValue,
  listJsonLd,
  parseRecord,
  type Entry,
  type EntryRecord,
  type ImportOptions,
  type ParsedEntry,
} from "@breakwater/claims";
import {
  defaultIntakeLimits,
  fileSource,
  readRecords,
  stdinSource,
  type RawRecord,
  type Source,
} from "@breakwater/intake";

/** Something that was not used: a whole record, or a field of one that was. */
export type PutAside = {
  readonly file: string;
  readonly line: number;
  readonly what: "rejected" | "left_out";
  /** The entry that stands without the field. */
  readonly id?: string;
  readonly reasons: readonly { readonly field: string; readonly code: string }[];
  readonly excerpt: string;
};

export type RegistryInput = {
  /** Records that were met, good and bad. */
  readonly count: number;
  readonly entries: readonly Entry[];
  /** Entries that were met again, the same in everything. */
  readonly repeated: number;
  /** Histories, where copies of this registry are read. */
  readonly records: readonly EntryRecord[];
  readonly aside: readonly PutAside[];
};

export type ReadInputOptions = {
  readonly files: readonly string[];
  readonly importing: ImportOptions;
  readonly isOwn: boolean;
  readonly onProgress: (bytes: number, bytesAll: number | null, records: number) => void;
};

/** A feed is one JSON value, however long. */
const limits = { ...defaultIntakeLimits, recordBytesMax: 256 << 20 };

/** Every determination in the files. What cannot be used is put aside with its place and reasons, and the rest goes on. */
export async function readRegistryInput(options: ReadInputOptions): Promise<RegistryInput> {
  const sources = options.files.map((file) => (file === "-" ? stdinSource() : fileSource(file)));
  const bytesAll = sumBytes(sources);
  const input: Growing = { count: 0, repeated: 0, entries: [], byId: new Map(), records: [], aside: [] };
  let bytesBefore = 0;
  for (const source of sources) {
    let bytes = 0;
    const onProgress = (read: number) => {
      bytes = read;
      options.onProgress(bytesBefore + read, bytesAll, input.count);
    };
    for await (const raw of readRecords(source, { limits, onProgress })) take(raw, source.name, options, input);
    bytesBefore += bytes;
  }
  return input;
}

type Growing = {
  count: number;
  repeated: number;
  readonly entries: Entry[];
  readonly byId: Map<string, Entry>;
  readonly records: EntryRecord[];
  readonly aside: PutAside[];
};

function take(raw: RawRecord, file: string, options: ReadInputOptions, input: Growing): void {
  const place = { file, line: raw.line, excerpt: raw.excerpt };
  const reject = (reasons: PutAside["reasons"]) => {
    input.count += 1;
    input.aside.push({ ...place, what: "rejected", reasons });
  };
  if (raw.kind === "broken") return reject([{ field: "", code: raw.reason }]);
  if (options.isOwn && raw.kind === "value" && hasHistory(raw.value)) {
    const parsed = parseRecord(raw.value);
    if (!parsed.ok) return reject(parsed.faults);
    input.count += 1;
    input.records.push(parsed.record);
    return;
  }
  const parsed = parseRaw(raw, options.importing);
  if (parsed.length === 0) return reject([{ field: "", code: "no_claim_review" }]);
  for (const each of parsed) {
    if (!each.ok) {
      reject(each.faults);
      continue;
    }
    const known = input.byId.get(each.entry.id);
    if (known !== undefined && JSON.stringify(known) !== JSON.stringify(each.entry)) {
      reject([{ field: "id", code: "duplicate_id" }]);
      continue;
    }
    input.count += 1;
    if (known !== undefined) input.repeated += 1;
    else input.entries.push(each.entry);
    input.byId.set(each.entry.id, each.entry);
    if (each.leftOut.length > 0)
      input.aside.push({ ...place, what: "left_out", id: each.entry.id, reasons: each.leftOut });
  }
}

function parseRaw(
  raw: Exclude<RawRecord, { readonly kind: "broken" }>,
  importing: ImportOptions,
): readonly ParsedEntry[] {
  if (raw.kind === "row") return importValue(raw.value, { preset: "csv", ...importing });
  if (raw.kind === "value") return importValue(raw.value, importing);
  const blocks = listJsonLd(raw.html);
  return blocks.flatMap((block): readonly ParsedEntry[] => {
    if (block.ok) return importValue(block.value, { ...importing, preset: "claimreview" });
    return [{ ok: false, faults: [{ field: "", code: "not_an_object" }] }];
  });
}

function hasHistory(value: unknown): boolean {
  return typeof value === "object" && value !== null && "versions" in value;
}

function sumBytes(sources: readonly Source[]): number | null {
  return sources.reduce<number | null>((sum, { bytes }) => (sum === null || bytes === null ? null : sum + bytes), 0);
}

import { createByteTally, openBytes } from "./bytes/open-bytes.ts";
import { Utf8Chunks } from "./bytes/encoding.ts";
import { detectDelimiter } from "./formats/csv-dialect.ts";
import { createCsvReader, type CsvSink } from "./formats/csv.ts";
import { detectFormat } from "./formats/detect-format.ts";
import { createJsonLinesReader, type JsonSink } from "./formats/json-lines.ts";
import { createJsonValuesReader } from "./formats/json-values.ts";
import type { ChunkReader, Place, RecordRefusal } from "./formats/reader.ts";
import { IntakeError } from "./intake-error.ts";
import { defaultIntakeLimits, type IntakeLimits } from "./limits.ts";
import type { Source } from "./source.ts";

/** One record of a file that holds no actions: a line, a row, a JSON value, or a whole page. */
export type RawRecord = {
  readonly line: number;
  /** What was written, cut short. */
  readonly excerpt: string;
} & (
  | { readonly kind: "value"; readonly value: unknown }
  /** A table's cells under its header; empty cells are left out. */
  | { readonly kind: "row"; readonly value: Readonly<Record<string, string>> }
  | { readonly kind: "page"; readonly html: string }
  | { readonly kind: "broken"; readonly reason: RecordRefusal }
);

export type ReadRecordsOptions = {
  readonly limits?: IntakeLimits;
  /** Decompressed bytes so far. */
  readonly onProgress?: (bytes: number, records: number) => void;
};

const headBytes = 1 << 16;

/**
 * The records of any table, NDJSON, JSON or HTML page, plain, gzip or zstd, in the usual encodings, recognised by their first bytes. Nothing
 * is masked or validated: for registries and other lists that people publish, never for what accounts did (`readActions`). A broken record
 * comes as `broken` and costs itself; a page is held whole, up to `recordBytesMax`.
 */
export async function* readRecords(source: Source, options: ReadRecordsOptions = {}): AsyncGenerator<RawRecord, void> {
  const limits = options.limits ?? defaultIntakeLimits;
  const tally = createByteTally();
  const text = new Utf8Chunks();
  const chunks = openBytes(source, limits, tally);
  const head = text.push(await readHead(chunks));
  const found: RawRecord[] = [];
  const reader = createReader(source.name, head, limits, found);
  let records = 0;
  const drain = function* (): Generator<RawRecord, void> {
    records += found.length;
    yield* found;
    found.length = 0;
    options.onProgress?.(tally.bytes, records);
  };
  reader.push(head);
  yield* drain();
  for await (const chunk of chunks) {
    reader.push(text.push(chunk));
    yield* drain();
  }
  reader.push(text.end());
  reader.end();
  if (tally.truncated) found.push({ kind: "broken", reason: "truncated_input", line: 0, excerpt: "" });
  yield* drain();
}

async function readHead(chunks: AsyncGenerator<Buffer, void>): Promise<Buffer> {
  const parts: Buffer[] = [];
  let length = 0;
  while (length < headBytes) {
    const next = await chunks.next();
    if (next.done) break;
    parts.push(next.value);
    length += next.value.length;
  }
  return Buffer.concat(parts);
}

function createReader(name: string, head: Buffer, limits: IntakeLimits, found: RawRecord[]): ChunkReader {
  const text = head.toString("utf8", 0, headBytes);
  if (text.trimStart().startsWith("<")) return new PageReader(name, limits, found);
  const sink = new RecordSink(found);
  switch (detectFormat(text)) {
    case "ndjson":
      return createJsonLinesReader(limits, sink);
    case "json":
      return createJsonValuesReader(limits, sink);
    case "csv":
      return createCsvReader({ name, delimiter: detectDelimiter(text), limits }, sink);
  }
}

class RecordSink implements CsvSink, JsonSink {
  readonly #found: RawRecord[];
  #names: readonly string[] = [];

  constructor(found: RawRecord[]) {
    this.#found = found;
  }

  onHeader(names: readonly string[]): void {
    this.#names = names;
  }

  onRow(row: Parameters<CsvSink["onRow"]>[0]): void {
    const cells = this.#names.map((name, index) => [name, row.cell(index)] as const).filter(([, cell]) => cell !== "");
    this.#found.push({ kind: "row", line: row.line, excerpt: row.excerpt(), value: Object.fromEntries(cells) });
  }

  onValue(value: unknown, place: Place): void {
    this.#found.push({ kind: "value", line: place.line, excerpt: place.excerpt(), value });
  }

  onBroken(reason: RecordRefusal, place: Place): void {
    this.#found.push({ kind: "broken", line: place.line, excerpt: place.excerpt(), reason });
  }
}

class PageReader implements ChunkReader {
  readonly #name: string;
  readonly #limits: IntakeLimits;
  readonly #found: RawRecord[];
  readonly #parts: Buffer[] = [];
  #length = 0;

  constructor(name: string, limits: IntakeLimits, found: RawRecord[]) {
    this.#name = name;
    this.#limits = limits;
    this.#found = found;
  }

  push(chunk: Buffer): void {
    this.#length += chunk.length;
    if (this.#length > this.#limits.recordBytesMax) {
      const message = `${this.#name} is a page of more than ${this.#limits.recordBytesMax} bytes; give the JSON-LD of it as a file.`;
      throw new IntakeError("input_too_large", message);
    }
    this.#parts.push(chunk);
  }

  end(): void {
    const html = Buffer.concat(this.#parts).toString("utf8");
    this.#found.push({ kind: "page", line: 1, excerpt: html.slice(0, 240), html });
  }
}

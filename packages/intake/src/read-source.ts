import { createByteTally, openBytes, type ByteTally } from "./bytes/open-bytes.ts";
import { Utf8Chunks } from "./bytes/encoding.ts";
import type { DraftSink } from "./door/draft-sink.ts";
import { createCsvReader } from "./formats/csv.ts";
import { detectDelimiter } from "./formats/csv-dialect.ts";
import { detectFormat, isParquet, type Format } from "./formats/detect-format.ts";
import { createJsonLinesReader } from "./formats/json-lines.ts";
import { createJsonValuesReader } from "./formats/json-values.ts";
import type { ChunkReader, Place } from "./formats/reader.ts";
import { IntakeError } from "./intake-error.ts";
import type { IntakeLimits } from "./limits.ts";
import type { Source } from "./source.ts";

/** What is learnt of a source's form while it is read. */
export type SourceState = {
  readonly source: Source;
  readonly bytes: ByteTally;
  readonly text: Utf8Chunks;
  format: Format | null;
  delimiter: string | null;
};

export function createSourceState(source: Source): SourceState {
  return { source, bytes: createByteTally(), text: new Utf8Chunks(), format: null, delimiter: null };
}

const headBytes = 1 << 16;
/** Smaller pieces than this between two looks at the batch keep memory flat where a file inflates strongly. */
const pieceBytes = 1 << 18;

/** Reads one source into the sink; yields after each piece, so that the caller can pass on what has come together. */
export async function* readSource(
  state: SourceState,
  sink: DraftSink,
  limits: IntakeLimits,
): AsyncGenerator<void, void> {
  const chunks = openBytes(state.source, limits, state.bytes);
  const head = await readHead(chunks);
  if (isParquet(head)) {
    state.format = "parquet";
    yield* readParquet(state, chunks, head, sink, limits);
    return;
  }
  const headText = state.text.push(head);
  const reader = createReader(state, headText, sink, limits);
  for (const piece of cut(headText)) {
    reader.push(piece);
    yield;
  }
  for await (const chunk of chunks) {
    reader.push(state.text.push(chunk));
    yield;
  }
  reader.push(state.text.end());
  reader.end();
  if (state.bytes.truncated) sink.onBroken("truncated_input", endOf(sink));
  sink.end();
  yield;
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

function* cut(bytes: Buffer): Generator<Buffer, void> {
  for (let at = 0; at < bytes.length; at += pieceBytes) yield bytes.subarray(at, at + pieceBytes);
}

function createReader(state: SourceState, head: Buffer, sink: DraftSink, limits: IntakeLimits): ChunkReader {
  const text = head.toString("utf8", 0, headBytes);
  const format = detectFormat(text);
  if (text.trim() !== "") state.format = format;
  switch (format) {
    case "ndjson":
      return createJsonLinesReader(limits, sink);
    case "json":
      return createJsonValuesReader(limits, sink);
    case "csv":
      state.delimiter = detectDelimiter(text);
      return createCsvReader({ name: state.source.name, delimiter: state.delimiter, limits }, sink);
  }
}

async function* readParquet(
  state: SourceState,
  chunks: AsyncGenerator<Buffer, void>,
  head: Buffer,
  sink: DraftSink,
  limits: IntakeLimits,
): AsyncGenerator<void, void> {
  const { source, bytes } = state;
  let from: { readonly path: string } | { readonly bytes: Buffer };
  if (source.path !== undefined && bytes.compression === "none") {
    await chunks.return();
    from = { path: source.path };
    bytes.bytes = bytes.storedBytes = source.bytes ?? 0;
  } else {
    from = { bytes: await readAll(source.name, chunks, head, limits) };
  }
  // Its decompressors take longer to load than a small table takes to read.
  const { openParquet } = await import("./formats/parquet.ts");
  const table = await openParquet(source.name, from, limits);
  sink.onHeader(table.columns);
  for await (const rows of table.read()) {
    sink.onRecords(rows);
    yield;
  }
  sink.end();
  yield;
}

async function readAll(
  name: string,
  chunks: AsyncGenerator<Buffer, void>,
  head: Buffer,
  limits: IntakeLimits,
): Promise<Buffer> {
  const parts = [head];
  let length = head.length;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > limits.parquetBufferBytesMax) {
      throw new IntakeError(
        "input_too_large",
        `${name} is Parquet that must be held in memory and is larger than ${limits.parquetBufferBytesMax} bytes; give it as an uncompressed file.`,
      );
    }
    parts.push(chunk);
  }
  return Buffer.concat(parts);
}

function endOf(sink: DraftSink): Place {
  return { line: sink.lastLine, row: sink.rows, excerpt: () => "" };
}

import { createJsonLinesReader, type JsonSink } from "./formats/json-lines.ts";
import { createJsonValuesReader } from "./formats/json-values.ts";
import type { RecordRefusal } from "./formats/reader.ts";
import { defaultIntakeLimits } from "./limits.ts";

/** A JSON value of a stream, or why there is none in its place. */
export type JsonRecord =
  | { readonly kind: "value"; readonly value: unknown }
  | { readonly kind: "broken"; readonly reason: RecordRefusal };

export type ReadJsonStreamOptions = {
  /** `lines`: NDJSON, one value a line. `values`: the elements of one array, or one value, over any number of lines. */
  readonly shape: "lines" | "values";
  /** Of one record; a longer one costs itself. */
  readonly recordBytesMax: number;
};

/** Between two of them whoever consumes can let others have their turn: some sixty actions, one to two milliseconds of work with them. */
const pieceBytes = 1 << 14;

/**
 * Cuts UTF-8 bytes into JSON records as they come, those of a piece at a time. A record that is broken or too long costs itself. Memory:
 * one piece and one open record. Nothing is read ahead of the consumer; what the bytes throw is thrown on.
 */
export async function* readJsonStream(
  bytes: AsyncIterable<Uint8Array>,
  { shape, recordBytesMax }: ReadJsonStreamOptions,
): AsyncGenerator<readonly JsonRecord[], void> {
  let records: JsonRecord[] = [];
  const sink: JsonSink = {
    onValue: (value) => {
      records.push({ kind: "value", value });
    },
    onBroken: (reason) => {
      records.push({ kind: "broken", reason });
    },
  };
  const limits = { ...defaultIntakeLimits, recordBytesMax };
  const reader = shape === "lines" ? createJsonLinesReader(limits, sink) : createJsonValuesReader(limits, sink);
  for await (const chunk of bytes) {
    for (let at = 0; at < chunk.length; at += pieceBytes) {
      const piece = chunk.subarray(at, at + pieceBytes);
      reader.push(Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength));
      if (records.length > 0) yield records;
      records = [];
    }
  }
  reader.end();
  if (records.length > 0) yield records;
}

import { isUtf8 } from "node:buffer";
import type { IntakeLimits } from "../limits.ts";
import { parseJson } from "./parse-json.ts";
import { excerptBytesMax, newline, type ChunkReader, type Place, type RecordRefusal } from "./reader.ts";

/** What a reader of JSON tells. `place` is one reused cursor: take what you need before returning. */
export interface JsonSink {
  onValue(value: unknown, place: Place): void;
  onBroken(reason: RecordRefusal, place: Place): void;
}

/** One JSON value per line, in pushes of any size. A line that does not parse costs that line. */
export function createJsonLinesReader(limits: IntakeLimits, sink: JsonSink): ChunkReader {
  return new JsonLinesReader(limits, sink);
}

class JsonLinesReader implements ChunkReader, Place {
  line = 0;
  row = 0;
  readonly #limits: IntakeLimits;
  readonly #sink: JsonSink;
  #parts: Buffer[] = [];
  #partsLength = 0;
  #current = "";

  constructor(limits: IntakeLimits, sink: JsonSink) {
    this.#limits = limits;
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    let at = 0;
    for (;;) {
      const end = chunk.indexOf(newline, at);
      if (end < 0) break;
      this.#take(this.#join(chunk.subarray(at, end)));
      at = end + 1;
    }
    this.#hold(chunk.subarray(at));
  }

  end(): void {
    if (this.#partsLength > 0) this.#take(this.#join(Buffer.alloc(0)));
  }

  excerpt(): string {
    return this.#current.slice(0, excerptBytesMax);
  }

  #hold(part: Buffer): void {
    if (part.length === 0) return;
    this.#partsLength += part.length;
    // Beyond the limit only the length is kept: the line is already lost.
    if (this.#partsLength <= this.#limits.recordBytesMax || this.#parts.length === 0) this.#parts.push(part);
  }

  #join(last: Buffer): Buffer | null {
    const first = this.#parts[0] ?? last;
    const tooLong = this.#partsLength + last.length > this.#limits.recordBytesMax;
    const joined = tooLong ? null : this.#partsLength === 0 ? last : Buffer.concat([...this.#parts, last]);
    this.#current = tooLong ? first.toString("utf8", 0, excerptBytesMax) : "";
    this.#parts = [];
    this.#partsLength = 0;
    return joined;
  }

  #take(bytes: Buffer | null): void {
    this.line++;
    if (bytes === null) {
      this.row++;
      this.#sink.onBroken("record_too_long", this);
      return;
    }
    this.#current = bytes.toString("utf8");
    if (this.#current.trim() === "") return;
    this.row++;
    // U+FFFD in the decoded text is the cheap sign; the bytes then say whether it was written or made.
    if (this.#current.includes("\uFFFD") && !isUtf8(bytes)) {
      this.#sink.onBroken("broken_encoding", this);
      return;
    }
    const value = parseJson(this.#current);
    if (value === undefined) this.#sink.onBroken(this.#current.includes("\0") ? "nul_byte" : "bad_json", this);
    else this.#sink.onValue(value, this);
  }
}

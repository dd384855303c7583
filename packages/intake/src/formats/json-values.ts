import { isUtf8 } from "node:buffer";
import type { IntakeLimits } from "../limits.ts";
import type { JsonSink } from "./json-lines.ts";
import { parseJson } from "./parse-json.ts";
import { excerptBytesMax, newline, type ChunkReader, type Place } from "./reader.ts";

const quote = 0x22;
const backslash = 0x5c;
const comma = 0x2c;
const openBrace = 0x7b;
const closeBrace = 0x7d;
const openBracket = 0x5b;
const closeBracket = 0x5d;

/**
 * JSON values one after the other, over any number of lines: the elements of one array, or values with nothing or a
 * line break between them, as `twarc` writes pages. Only strings and nesting are followed here; `JSON.parse` judges each
 * value by itself, so that a broken one costs itself alone.
 */
export function createJsonValuesReader(limits: IntakeLimits, sink: JsonSink): ChunkReader {
  return new JsonValuesReader(limits, sink);
}

class JsonValuesReader implements ChunkReader, Place {
  line = 1;
  row = 0;
  readonly #limits: IntakeLimits;
  readonly #sink: JsonSink;
  #bytes: Buffer = Buffer.alloc(0);
  #scanned = 0;
  #inArray = false;
  #started = false;
  #depth = 0;
  #inString = false;
  #isEscaped = false;
  /** Where the open value starts, or -1 between values. */
  #start = -1;
  #dropping = false;
  #linesAhead = 0;
  #excerpt = "";

  constructor(limits: IntakeLimits, sink: JsonSink) {
    this.#limits = limits;
    this.#sink = sink;
  }

  push(chunk: Buffer): void {
    this.#bytes = this.#bytes.length === 0 ? chunk : Buffer.concat([this.#bytes, chunk]);
    this.#scan();
    this.#release();
  }

  end(): void {
    if (this.#start >= 0 || this.#dropping) this.#take(this.#bytes.length);
  }

  excerpt(): string {
    return this.#excerpt;
  }

  #scan(): void {
    const bytes = this.#bytes;
    for (let at = this.#scanned; at < bytes.length; at++) {
      const byte = bytes[at] as number;
      if (byte === newline) this.#linesAhead++;
      if (this.#inString) {
        if (this.#isEscaped) this.#isEscaped = false;
        else if (byte === backslash) this.#isEscaped = true;
        else if (byte === quote) this.#inString = false;
      } else {
        this.#step(byte, at);
      }
    }
    this.#scanned = bytes.length;
  }

  #step(byte: number, at: number): void {
    if (byte <= 0x20) return;
    if (!this.#started) {
      this.#started = true;
      if (byte === openBracket) {
        this.#inArray = true;
        return;
      }
    }
    if (this.#start < 0) {
      if (byte === comma || (this.#inArray && byte === closeBracket)) return;
      this.#start = at;
      this.line += this.#linesAhead;
      this.#linesAhead = 0;
    }
    if (byte === quote) this.#inString = true;
    else if (byte === openBrace || byte === openBracket) this.#depth++;
    else if (byte === closeBrace || byte === closeBracket) {
      // A bracket that nothing opened ends the array, and a bare value before it.
      if (this.#depth === 0) this.#take(at);
      else if (--this.#depth === 0) this.#take(at + 1);
    } else if (byte === comma && this.#depth === 0) this.#take(at);
  }

  #take(end: number): void {
    const bytes = this.#bytes.subarray(Math.max(this.#start, 0), end);
    this.#excerpt = bytes.toString("utf8", 0, Math.min(bytes.length, excerptBytesMax));
    this.row++;
    if (this.#dropping || bytes.length > this.#limits.recordBytesMax) this.#sink.onBroken("record_too_long", this);
    else if (!isUtf8(bytes)) this.#sink.onBroken("broken_encoding", this);
    else {
      const value = parseJson(bytes.toString("utf8"));
      if (value === undefined) this.#sink.onBroken(bytes.includes(0) ? "nul_byte" : "bad_json", this);
      else this.#sink.onValue(value, this);
    }
    this.#start = -1;
    this.#depth = 0;
    this.#dropping = false;
  }

  /** Keeps only the open value, and not even that when it is already too long. */
  #release(): void {
    const from = this.#start < 0 ? this.#bytes.length : this.#start;
    if (this.#bytes.length - from > this.#limits.recordBytesMax) this.#dropping = true;
    this.#bytes = this.#dropping ? Buffer.alloc(0) : this.#bytes.subarray(from);
    this.#scanned = this.#bytes.length;
    if (this.#start >= 0) this.#start = 0;
  }
}

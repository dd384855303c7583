import { isUtf8 } from "node:buffer";
import { IntakeError } from "../intake-error.ts";
import type { IntakeLimits } from "../limits.ts";
import { excerptBytesMax, newline, type Cells, type ChunkReader, type Place, type RecordRefusal } from "./reader.ts";

/** What a reader of CSV tells. The row is one reused cursor: take what you need before returning. */
export interface CsvSink {
  onHeader(names: readonly string[]): void;
  onRow(row: Cells & Place): void;
  onBroken(reason: RecordRefusal, place: Place): void;
}

export type CsvOptions = { readonly name: string; readonly delimiter: string; readonly limits: IntakeLimits };

const quote = 0x22;
const carriageReturn = 0x0d;
const escaped = 1;
const wide = 2;
const unfinished = -1;
const openTooLong = -2;

/**
 * RFC 4180 over UTF-8 bytes, in pushes of any size: any line end, quoted line breaks, doubled quotes; a quote inside an
 * unquoted cell is a character. Bytes rather than strings, because only the mapped cells of a row are ever decoded, each
 * into its own small string: slices of a decoded chunk would keep the whole chunk alive for as long as one id lives.
 * (udsv was tried: it is as fast, but drops neither a broken row alone nor bounds an open quote.) An open quote costs
 * its first line; reading resumes at the next.
 */
export function createCsvReader(options: CsvOptions, sink: CsvSink): ChunkReader {
  return new CsvReader(options, sink);
}

class CsvReader implements ChunkReader, Cells, Place {
  line = 1;
  row = 0;
  readonly #sink: CsvSink;
  readonly #limits: IntakeLimits;
  readonly #name: string;
  readonly #delimiter: number;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #flags: Uint8Array;
  #bytes: Buffer = Buffer.alloc(0);
  #parts: Buffer[] = [];
  #partsLength = 0;
  #count = 0;
  #columns = -1;
  #rowStart = 0;
  #rowEnd = 0;
  #skipping = false;
  #unclosed = 0;

  constructor(options: CsvOptions, sink: CsvSink) {
    this.#sink = sink;
    this.#limits = options.limits;
    this.#name = options.name;
    this.#delimiter = options.delimiter.charCodeAt(0);
    const cells = options.limits.columnsMax + 1;
    this.#starts = new Int32Array(cells);
    this.#ends = new Int32Array(cells);
    this.#flags = new Uint8Array(cells);
  }

  push(chunk: Buffer): void {
    this.#parts.push(chunk);
    this.#partsLength += chunk.length;
    // A row ends in a line end: until one comes there is nothing to scan, and a long line is scanned once.
    if (!this.#skipping && this.#partsLength <= this.#limits.recordBytesMax && !chunk.includes(newline)) return;
    this.#join();
    this.#readRows(false);
  }

  end(): void {
    this.#join();
    this.#readRows(true);
  }

  cell(index: number): string {
    if (index >= this.#count) return "";
    const start = this.#starts[index] ?? 0;
    const end = this.#ends[index] ?? 0;
    if (start === end) return "";
    const flag = this.#flags[index] ?? 0;
    const value = flag & wide ? this.#bytes.toString("utf8", start, end) : this.#bytes.toString("latin1", start, end);
    return flag & escaped ? value.replaceAll('""', '"') : value;
  }

  excerpt(): string {
    const end = Math.min(this.#rowEnd, this.#rowStart + excerptBytesMax);
    return this.#bytes.toString("utf8", this.#rowStart, end).trimEnd();
  }

  #join(): void {
    const [only] = this.#parts;
    this.#bytes = this.#parts.length === 1 && only ? only : Buffer.concat(this.#parts);
  }

  #readRows(final: boolean): void {
    const bytes = this.#bytes;
    const wholeEnd = final ? bytes.length : bytes.lastIndexOf(newline) + 1;
    const whole = bytes.subarray(0, wholeEnd);
    const suspicious = !isUtf8(whole) || whole.includes(0);
    let at = 0;
    while (at < bytes.length) {
      if (this.#skipping) {
        const lineEnd = bytes.indexOf(newline, at);
        if (lineEnd < 0) {
          at = bytes.length;
          break;
        }
        this.#skipping = false;
        this.line++;
        at = lineEnd + 1;
        continue;
      }
      const next = this.#scanRow(at, final);
      if (next < 0) {
        const resumed = this.#giveUp(at, next === openTooLong, final);
        if (resumed < 0) break;
        at = resumed;
        continue;
      }
      this.#take(at, next, suspicious);
      at = next;
    }
    const rest = bytes.subarray(at);
    this.#parts = rest.length === 0 ? [] : [rest];
    this.#partsLength = rest.length;
  }

  /** Marks the cells of the row at `start`. Returns where the next row starts, or `unfinished` or `openTooLong`. */
  #scanRow(start: number, final: boolean): number {
    const bytes = this.#bytes;
    const length = bytes.length;
    const delimiter = this.#delimiter;
    const cellsMax = this.#starts.length;
    let count = 0;
    let at = start;
    for (;;) {
      let cellStart = at;
      let cellEnd = -1;
      let flag = 0;
      let high = 0;
      if (bytes[at] === quote) {
        const close = this.#findClosingQuote(at + 1);
        if (close < 0) return close;
        // Something other than a separator after the closing quote: not a quoted cell after all, so it is kept as written.
        const after = bytes[close + 1];
        if (close + 1 === length && !final) return unfinished;
        if (after === undefined || after === delimiter || after === newline || after === carriageReturn) {
          flag = wide | (this.#sawEscape ? escaped : 0);
          cellStart = at + 1;
          cellEnd = close;
        }
        at = close + 1;
        high = 0x80;
      }
      let byte = 0;
      while (at < length) {
        byte = bytes[at] as number;
        if (byte === delimiter || byte === newline) break;
        high |= byte;
        at++;
      }
      if (at >= length && !final) return unfinished;
      if (cellEnd < 0) {
        cellEnd = at;
        if (high & 0x80) flag = wide;
        if (cellEnd > cellStart && bytes[cellEnd - 1] === carriageReturn && byte !== delimiter) cellEnd--;
      }
      if (count < cellsMax) {
        this.#starts[count] = cellStart;
        this.#ends[count] = cellEnd;
        this.#flags[count] = flag;
      }
      count++;
      if (at >= length || byte === newline) break;
      at++;
    }
    this.#count = count;
    return Math.min(at + 1, length);
  }

  #sawEscape = false;

  #findClosingQuote(from: number): number {
    const bytes = this.#bytes;
    const reach = from + this.#limits.quotedBytesMax;
    const length = Math.min(bytes.length, reach);
    this.#sawEscape = false;
    for (let at = from; at < length; at++) {
      if (bytes[at] !== quote) continue;
      if (bytes[at + 1] !== quote) return at;
      this.#sawEscape = true;
      at++;
    }
    return bytes.length > reach ? openTooLong : unfinished;
  }

  #take(start: number, end: number, suspicious: boolean): void {
    this.#rowStart = start;
    this.#rowEnd = end;
    const lines = countNewlines(this.#bytes, start, end);
    if (this.#count === 1 && this.#starts[0] === this.#ends[0]) {
      this.line += lines;
      return;
    }
    if (this.#columns < 0) {
      this.#takeHeader();
    } else {
      this.row++;
      const refusal = this.#findRefusal(suspicious);
      if (refusal) this.#sink.onBroken(refusal, this);
      else this.#sink.onRow(this);
    }
    this.line += lines;
  }

  #takeHeader(): void {
    if (this.#count > this.#limits.columnsMax) {
      throw new IntakeError(
        "too_many_columns",
        `${this.#name} has ${this.#count} columns, and at most ${this.#limits.columnsMax} are read; ` +
          "keep the columns that you map, or check that the first line is a header.",
      );
    }
    this.#columns = this.#count;
    const names: string[] = [];
    for (let i = 0; i < this.#count; i++) names.push(this.cell(i).trim());
    this.#sink.onHeader(names);
  }

  #findRefusal(suspicious: boolean): RecordRefusal | null {
    if (this.#count !== this.#columns && !this.#hasOnlyEmptyExtras()) return "wrong_column_count";
    if (!suspicious) return null;
    const row = this.#bytes.subarray(this.#rowStart, this.#rowEnd);
    if (row.includes(0)) return "nul_byte";
    return isUtf8(row) ? null : "broken_encoding";
  }

  /** Rows that end in a separator have one empty cell too many, and are whole all the same. */
  #hasOnlyEmptyExtras(): boolean {
    if (this.#count < this.#columns || this.#count > this.#starts.length) return false;
    for (let i = this.#columns; i < this.#count; i++) {
      if (this.#starts[i] !== this.#ends[i]) return false;
    }
    return true;
  }

  /** The row at `start` has no end in sight. Returns where to resume, or `unfinished` to wait for more bytes. */
  #giveUp(start: number, isOpenTooLong: boolean, final: boolean): number {
    const isTooLong = this.#bytes.length - start > this.#limits.recordBytesMax;
    if (!final && !isOpenTooLong && !isTooLong) return unfinished;
    const lineEnd = this.#bytes.indexOf(newline, start);
    this.#rowStart = start;
    this.#rowEnd = lineEnd < 0 ? this.#bytes.length : lineEnd;
    this.row++;
    this.#sink.onBroken(isOpenTooLong || final ? "unclosed_quote" : "record_too_long", this);
    if (lineEnd < 0) {
      this.#skipping = true;
      return this.#bytes.length;
    }
    if (++this.#unclosed > this.#limits.unclosedQuotesMax) {
      throw new IntakeError(
        "unclosed_quotes",
        `${this.#name} opens quotes that it never closes (line ${this.line} is one); double the quotes inside cells, or give NDJSON.`,
      );
    }
    this.line++;
    return lineEnd + 1;
  }
}

function countNewlines(bytes: Buffer, start: number, end: number): number {
  let count = 0;
  for (let at = bytes.indexOf(newline, start); at >= 0 && at < end; at = bytes.indexOf(newline, at + 1)) count++;
  return count;
}

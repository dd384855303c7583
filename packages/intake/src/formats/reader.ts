/** Where in a source a record stands. Lines and rows count from 1; a Parquet row has its row as its line. */
export interface Place {
  readonly line: number;
  readonly row: number;
  /** The record as written, cut short. */
  excerpt(): string;
}

/** Named values of one record, by the index that its names were given. An absent value is the empty string. */
export interface Cells {
  cell(index: number): string;
}

/** Why a record could not be cut out of its file. */
export type RecordRefusal =
  | "bad_json"
  | "not_an_object"
  | "record_too_long"
  | "wrong_column_count"
  | "unclosed_quote"
  | "nul_byte"
  | "broken_encoding"
  | "truncated_input";

/** Takes the UTF-8 bytes of one file as they come. */
export interface ChunkReader {
  push(chunk: Buffer): void;
  end(): void;
}

export const excerptBytesMax = 240;
export const newline = 0x0a;

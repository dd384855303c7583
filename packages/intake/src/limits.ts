/** What the door takes at most. Reaching one is a counted rejection or a named error, never silence. */
export type IntakeLimits = {
  /** One line, CSV row or JSON value; a longer one is rejected and skipped. */
  readonly recordBytesMax: number;
  /** A CSV row whose quote is still open after this many bytes is given up, and reading resumes at its next line. */
  readonly quotedBytesMax: number;
  /** So many rows given up for an open quote end the reading: the file does not quote as CSV does. */
  readonly unclosedQuotesMax: number;
  readonly columnsMax: number;
  /** Decompressed bytes per compressed byte, judged once `decompressedFreeBytes` have come out. */
  readonly decompressedRatioMax: number;
  readonly decompressedFreeBytes: number;
  /** Distinct ids remembered to tell duplicates, 16 bytes each; the oldest half is forgotten beyond it. */
  readonly idsRememberedMax: number;
  /** Parquet that is not a plain file on disk is held in memory up to this. */
  readonly parquetBufferBytesMax: number;
  /** Rows held back while day/month order is still unknown. */
  readonly heldRowsMax: number;
  readonly batchActionsMax: number;
};

export const defaultIntakeLimits: IntakeLimits = {
  recordBytesMax: 16 << 20,
  quotedBytesMax: 1 << 20,
  unclosedQuotesMax: 100,
  columnsMax: 4096,
  decompressedRatioMax: 250,
  decompressedFreeBytes: 64 << 20,
  idsRememberedMax: 1 << 22,
  parquetBufferBytesMax: 512 << 20,
  heldRowsMax: 4096,
  batchActionsMax: 4096,
};

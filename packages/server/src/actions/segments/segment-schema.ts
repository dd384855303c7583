/**
 * One file, one day of arrival. Table `segment` has one row: where it begins and how far it and the log have come. `seen` leads
 * from a 64-bit key of source and id to the record that says both; the next key is tried where another action has it. What is not
 * in `seen` yet stands in `claimed` (see `SeenTable`). `pending` holds
 * changes that reach into older segments, files with transactions of their own, until they are done there and have their record here.
 */
export const segmentSchema = `
  CREATE TABLE IF NOT EXISTS segment (
    id INTEGER PRIMARY KEY CHECK (id = 1), first_offset INTEGER NOT NULL, latest INTEGER NOT NULL, actions INTEGER NOT NULL,
    first_arrival INTEGER NOT NULL, last_arrival INTEGER NOT NULL, max_at INTEGER NOT NULL, watermark INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE IF NOT EXISTS source (number INTEGER PRIMARY KEY, name TEXT NOT NULL UNIQUE) STRICT;
  CREATE TABLE IF NOT EXISTS record (
    offset INTEGER PRIMARY KEY, kind INTEGER NOT NULL, source INTEGER NOT NULL, account INTEGER NOT NULL, body TEXT NOT NULL
  ) STRICT;
  CREATE INDEX IF NOT EXISTS record_changes ON record (offset) WHERE kind IN (1, 2);
  CREATE TABLE IF NOT EXISTS seen (key INTEGER PRIMARY KEY, offset INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS claimed (first_offset INTEGER PRIMARY KEY, keys BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS slice (number INTEGER PRIMARY KEY, merged_to INTEGER NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS pending (source TEXT NOT NULL, id TEXT NOT NULL, targets TEXT NOT NULL, text TEXT) STRICT;
`;

/** Where a segment begins and how far it has come. Times are milliseconds since 1970 UTC, 0 for none. */
export type SegmentState = {
  readonly firstOffset: number;
  /** Of the whole log, up to this segment. */
  latest: number;
  /** Kept in this segment. */
  actions: number;
  firstArrival: number;
  /** These three are the whole log's, up to this segment. */
  lastArrival: number;
  maxAt: number;
  watermark: number;
};

export const selectState = `SELECT first_offset, latest, actions, first_arrival, last_arrival, max_at, watermark FROM segment`;

export function toSegmentState(row: Readonly<Record<string, unknown>>): SegmentState {
  return {
    firstOffset: Number(row["first_offset"]),
    latest: Number(row["latest"]),
    actions: Number(row["actions"]),
    firstArrival: Number(row["first_arrival"]),
    lastArrival: Number(row["last_arrival"]),
    maxAt: Number(row["max_at"]),
    watermark: Number(row["watermark"]),
  };
}

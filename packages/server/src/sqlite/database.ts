import { DatabaseSync } from "node:sqlite";

/** SQLite's default. */
const pageBytes = 4096;

export type StoreLimits = {
  /** Room that the file may take; beyond it writes fail as on a full disk. Not limited unless stated. */
  readonly bytesMax?: number;
  /** How long a statement waits for another process to finish a transaction; 10 s unless stated. */
  readonly waitMs?: number;
};

/**
 * A database that is durable at commit (`synchronous=FULL`) and leaves nothing of a deleted row behind in its pages. What the
 * write-ahead log still holds of it goes with `dropDeleted`.
 */
export function openDatabase(
  path: string,
  schema: string,
  { bytesMax, waitMs = 10_000 }: StoreLimits = {},
): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA busy_timeout=${waitMs}`);
  db.exec("PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA secure_delete=ON; PRAGMA wal_autocheckpoint=4000");
  db.exec(schema);
  if (bytesMax !== undefined) db.exec(`PRAGMA max_page_count=${Math.ceil(bytesMax / pageBytes)}`);
  return db;
}

/** Runs `work` as one durable transaction; whatever it throws undoes all of it. */
export function inTransaction<T>(db: DatabaseSync, work: () => T): T {
  db.exec("BEGIN IMMEDIATE");
  try {
    const result = work();
    db.exec("COMMIT");
    return result;
  } catch (error) {
    // A full disk has already rolled back by itself.
    if (db.isTransaction) db.exec("ROLLBACK");
    throw error;
  }
}

/** It keeps its whole thread waiting, and a backup reads for minutes. */
const dropWaitMs = 250;

/**
 * Writes the log back into the database and empties it: old page images with deleted rows are gone after this. Fails, after a quarter of
 * a second, where another process is still reading an older state, in which they stand.
 */
export function dropDeleted(db: DatabaseSync): void {
  const waitMs = Number(db.prepare("PRAGMA busy_timeout").get()?.["timeout"]);
  db.exec(`PRAGMA busy_timeout=${Math.min(waitMs, dropWaitMs)}`);
  try {
    if (db.prepare("PRAGMA wal_checkpoint(TRUNCATE)").get()?.["busy"] === 0) return;
  } finally {
    db.exec(`PRAGMA busy_timeout=${waitMs}`);
  }
  throw new Error("What was deleted is still being read by another process; try again once it has finished.");
}

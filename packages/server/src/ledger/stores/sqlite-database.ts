import { DatabaseSync } from "node:sqlite";

/** How long a statement waits for another process to finish a transaction. */
const busyTimeoutMs = 10_000;

/** SQLite's default. */
const pageBytes = 4096;

export type StoreLimits = {
  /** Room that the file may take; beyond it writes fail as on a full disk. Not limited unless stated. */
  readonly bytesMax?: number;
};

/**
 * A database that is durable at commit (`synchronous=FULL`) and leaves nothing of a deleted row behind in its pages. What the
 * write-ahead log still holds of it goes with `dropDeleted`.
 */
export function openDatabase(path: string, schema: string, { bytesMax }: StoreLimits = {}): DatabaseSync {
  const db = new DatabaseSync(path);
  db.exec(`PRAGMA busy_timeout=${busyTimeoutMs}`);
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

/** Writes the log back into the database and empties it: old page images with deleted rows are gone after this. */
export function dropDeleted(db: DatabaseSync): void {
  db.exec("PRAGMA wal_checkpoint(TRUNCATE)");
}

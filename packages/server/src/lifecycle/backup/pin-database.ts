import { chmodSync, existsSync } from "node:fs";
import { backup, DatabaseSync } from "node:sqlite";

/** All pages in one step: a step that another process writes in between would begin anew. */
const allPages = 2 ** 31 - 1;
const waitMs = 10_000;

/** A database held fast as it is now, while others go on writing to it. */
export type PinnedDatabase = {
  /** Writes the state that is held fast into a new file of its own, without a write-ahead log. */
  copyTo(path: string): Promise<void>;
  close(): void;
};

/**
 * Holds the present state of a database fast, as a reader: writers are not kept waiting, but their write-ahead log grows until
 * `close`. Null where the file has gone meanwhile, as segments do at the end of their time.
 */
export function pinDatabase(path: string): PinnedDatabase | null {
  let db: DatabaseSync;
  try {
    db = new DatabaseSync(path, { readOnly: true, timeout: waitMs });
  } catch (error) {
    if (!existsSync(path)) return null;
    throw error;
  }
  try {
    db.exec("BEGIN");
    // A transaction takes its state with the first thing that it reads.
    db.prepare("SELECT count(*) FROM sqlite_schema").get();
  } catch (error) {
    db.close();
    throw error;
  }
  return {
    copyTo: async (target) => {
      await backup(db, target, { rate: allPages });
      chmodSync(target, 0o600);
      detachLog(target);
    },
    close: () => db.close(),
  };
}

/** A copy is one file, which can be read where nothing can be written. Whoever opens it for writing turns the log on again. */
export function detachLog(path: string): void {
  const copy = new DatabaseSync(path);
  try {
    copy.exec("PRAGMA journal_mode=DELETE");
  } finally {
    copy.close();
  }
}

import type { DatabaseSync } from "node:sqlite";
import type { Transactor } from "./transactor.ts";

/** Units of work on one connection. Cost of a unit beside its own: one `fsync`. */
export function createSqliteTransactor(db: DatabaseSync): Transactor {
  const listeners: (() => void)[] = [];
  let last: Promise<unknown> = Promise.resolve();
  const runAlone = async <T>(work: () => Promise<T>): Promise<T> => {
    db.exec("BEGIN IMMEDIATE");
    try {
      const result = await work();
      db.exec("COMMIT");
      return result;
    } catch (error) {
      // A full disk has already rolled back by itself.
      if (db.isTransaction) db.exec("ROLLBACK");
      throw error;
    }
  };
  return {
    run(work) {
      const done = last.then(() => runAlone(work));
      last = done.catch(() => undefined);
      return done.then((result) => {
        for (const listener of listeners) listener();
        return result;
      });
    },
    onCommit: (listener) => {
      listeners.push(listener);
    },
  };
}

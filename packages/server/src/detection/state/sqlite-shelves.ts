import type { DatabaseSync } from "node:sqlite";
import type { Shelf, Shelves } from "./shelf.ts";

/** On the table `detection_shelf`, which comes with the groups' migrations. Keys are ASCII: SQLite compares bytes, we code units. */
export function createSqliteShelves(db: DatabaseSync): Shelves {
  const get = db.prepare("SELECT value FROM detection_shelf WHERE shelf = ? AND key = ?");
  const put = db.prepare(`
    INSERT INTO detection_shelf (shelf, key, value) VALUES (?, ?, ?)
    ON CONFLICT (shelf, key) DO UPDATE SET value = excluded.value`);
  const remove = db.prepare("DELETE FROM detection_shelf WHERE shelf = ? AND key = ?");
  const list = db.prepare("SELECT value FROM detection_shelf WHERE shelf = ? AND key > ? ORDER BY key LIMIT ?");
  return <T>(shelf: string): Shelf<T> => ({
    get: async (key) => {
      const row = get.get(shelf, key);
      return row === undefined ? null : (JSON.parse(String(row["value"])) as T);
    },
    put: async (key, value) => void put.run(shelf, key, JSON.stringify(value)),
    remove: async (key) => void remove.run(shelf, key),
    list: async ({ after = "", limit = -1 } = {}) =>
      list.all(shelf, after, limit).map((row) => JSON.parse(String(row["value"])) as T),
  });
}

import { isEqualBytes } from "@breakwater/ledger";
import { LedgerFailure, toLedgerFailure } from "../ledger-failure.ts";
import type { LogStore } from "../ports/log-store.ts";
import { dropDeleted, inTransaction, openDatabase, type StoreLimits } from "../../sqlite/database.ts";

const schema = `
  CREATE TABLE IF NOT EXISTS object (path TEXT PRIMARY KEY, bytes BLOB NOT NULL) STRICT;
  CREATE TABLE IF NOT EXISTS checkpoint (id INTEGER PRIMARY KEY CHECK (id = 1), bytes BLOB NOT NULL) STRICT;
`;

/** Both ports in one SQLite file. A `put` is one transaction: all of its objects or none. */
export function openSqliteLogStore(path: string, limits: StoreLimits = {}): LogStore {
  const db = openDatabase(path, schema, limits);
  const insert = db.prepare("INSERT INTO object (path, bytes) VALUES (?, ?) ON CONFLICT (path) DO NOTHING");
  const select = db.prepare("SELECT bytes FROM object WHERE path = ?");
  // The ~ sorts behind every letter that a path may have.
  const range = db.prepare("SELECT path FROM object WHERE path >= ? AND path < ? || '~' ORDER BY path");
  const remove = db.prepare("DELETE FROM object WHERE path = ?");
  const current = db.prepare("SELECT bytes FROM checkpoint WHERE id = 1");
  const replace = db.prepare(
    "INSERT INTO checkpoint VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET bytes = excluded.bytes",
  );
  const get = (path: string): Uint8Array | null => bytesOf(select.get(path));
  return {
    objects: {
      put: (objects) =>
        attempt(() =>
          inTransaction(db, () => {
            for (const { path, bytes } of objects) {
              if (insert.run(path, bytes).changes === 1) continue;
              const held = get(path);
              if (held === null || !isEqualBytes(held, bytes)) {
                throw new LedgerFailure("object_differs", `Other bytes stand at ${path} already.`);
              }
            }
          }),
        ),
      get: (path) => attempt(() => get(path)),
      list: (prefix) => attempt(() => range.all(prefix, prefix).map((row) => String(row["path"]))),
      forget: (paths) =>
        attempt(() => {
          inTransaction(db, () => {
            for (const path of paths) remove.run(path);
          });
          if (paths.some((path) => path.startsWith("payload/"))) dropDeleted(db);
        }),
    },
    checkpoints: {
      read: () => attempt(() => bytesOf(current.get())),
      swap: (expected, next) =>
        attempt(() =>
          inTransaction(db, () => {
            const held = bytesOf(current.get());
            const isExpected = held === null || expected === null ? held === expected : isEqualBytes(held, expected);
            if (isExpected) replace.run(next);
            return isExpected;
          }),
        ),
    },
    close: () => db.close(),
  };
}

function bytesOf(row: Record<string, unknown> | undefined): Uint8Array | null {
  const bytes = row?.["bytes"];
  return bytes instanceof Uint8Array ? bytes : null;
}

async function attempt<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw toLedgerFailure(error);
  }
}

import { toLedgerFailure } from "../ledger-failure.ts";
import type { SecretStore } from "../ports/secret-store.ts";
import { dropDeleted, inTransaction, openDatabase, type StoreLimits } from "../../sqlite/database.ts";

const schema = "CREATE TABLE IF NOT EXISTS secret (id TEXT PRIMARY KEY, key BLOB NOT NULL, salt BLOB NOT NULL) STRICT;";

/** Payload secrets in a SQLite file, which belongs into another folder than the log and into other backups. */
export function openSqliteSecretStore(
  path: string,
  limits: StoreLimits = {},
): SecretStore & { readonly close: () => void } {
  const db = openDatabase(path, schema, limits);
  const insert = db.prepare("INSERT INTO secret VALUES (?, ?, ?) ON CONFLICT (id) DO NOTHING");
  const select = db.prepare("SELECT key, salt FROM secret WHERE id = ?");
  const remove = db.prepare("DELETE FROM secret WHERE id = ?");
  return {
    put: (secrets) =>
      attempt(() =>
        inTransaction(db, () => {
          for (const { id, secret } of secrets) insert.run(id, secret.key, secret.salt);
        }),
      ),
    get: (id) =>
      attempt(() => {
        const row = select.get(id);
        const [key, salt] = [row?.["key"], row?.["salt"]];
        return key instanceof Uint8Array && salt instanceof Uint8Array ? { key, salt } : null;
      }),
    destroy: (ids) =>
      attempt(() => {
        inTransaction(db, () => {
          for (const id of ids) remove.run(id);
        });
        dropDeleted(db);
      }),
    close: () => db.close(),
  };
}

async function attempt<T>(work: () => T): Promise<T> {
  try {
    return work();
  } catch (error) {
    throw toLedgerFailure(error);
  }
}

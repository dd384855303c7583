import { existsSync } from "node:fs";
import type { DatabaseSync } from "node:sqlite";
import { inTransaction, openDatabase, type StoreLimits } from "../sqlite/database.ts";
import type { Migration } from "./migration.ts";

const schema = "CREATE TABLE IF NOT EXISTS migration (id TEXT PRIMARY KEY, applied_at INTEGER NOT NULL) STRICT;";

export type OpenStateOptions = {
  readonly migrations: readonly Migration[];
  /** Milliseconds since 1970 UTC. */
  readonly now: () => number;
  readonly limits?: StoreLimits;
};

/**
 * Opens the state database and brings its schema up to date, all steps in one transaction. Before a step changes a database that is in
 * use, the whole of it is copied to `<path>.before-<step>`. Throws on a database that knows steps which this version does not: it was written by
 * a newer one.
 */
export function openState(path: string, { migrations, now, limits }: OpenStateOptions): DatabaseSync {
  const db = openDatabase(path, schema, limits);
  try {
    migrate(db, { path, migrations, now });
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

function migrate(
  db: DatabaseSync,
  { path, migrations, now }: { readonly path: string } & Pick<OpenStateOptions, "migrations" | "now">,
): void {
  const applied = new Set(
    db
      .prepare("SELECT id FROM migration")
      .all()
      .map((row) => String(row["id"])),
  );
  const known = new Set(migrations.map(({ id }) => id));
  if (known.size !== migrations.length) throw new Error("Two migrations have one id.");
  const foreign = [...applied].find((id) => !known.has(id));
  if (foreign !== undefined) {
    throw new Error(`The database has step ${foreign}, which this version does not know: a newer one wrote it.`);
  }
  const missing = migrations.filter(({ id }) => !applied.has(id));
  const [first] = missing;
  if (first === undefined) return;
  const copy = `${path}.before-${first.id}`;
  if (applied.size > 0 && !existsSync(copy)) db.prepare("VACUUM INTO ?").run(copy);
  const note = db.prepare("INSERT INTO migration VALUES (?, ?)");
  inTransaction(db, () => {
    for (const { id, sql } of missing) {
      db.exec(sql);
      note.run(id, now());
    }
  });
}

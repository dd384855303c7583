import type { Examination } from "./examine.ts";
import { find, type Finding } from "./finding.ts";
import { hasTable, readDatabase } from "./read-database.ts";

/** The state database is of this version, or of an older one. */
export function checkMigrations({ layout, migrations }: Examination): readonly Finding[] {
  const applied = readDatabase(layout.state, (db) =>
    hasTable(db, "migration")
      ? db
          .prepare("SELECT id FROM migration ORDER BY id")
          .all()
          .map((row) => String(row["id"]))
      : [],
  );
  const known = new Set(migrations.map(({ id }) => id));
  const foreign = applied.find((id) => !known.has(id));
  if (foreign !== undefined) return [find("migrations", "migrations_foreign", { id: foreign })];
  const waiting = migrations.length - applied.length;
  if (waiting > 0) return [find("migrations", "migrations_waiting", { count: waiting })];
  return [find("migrations", "migrations_applied", { count: applied.length })];
}

import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { ViewLog } from "./view-log.ts";

export const viewMigrations: readonly Migration[] = [
  {
    id: "casework-022",
    sql: `
CREATE TABLE casework_view (
  sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, "by" TEXT NOT NULL, object TEXT NOT NULL, id TEXT NOT NULL,
  route TEXT NOT NULL, version INTEGER, refused TEXT
) STRICT;
CREATE INDEX casework_view_id ON casework_view (id, sequence);
CREATE INDEX casework_view_by ON casework_view ("by", sequence);
CREATE INDEX casework_view_object ON casework_view (object, sequence);
`,
  },
];

export function createSqliteViewLog(db: DatabaseSync): ViewLog {
  const insert = db.prepare(
    `INSERT INTO casework_view (at, "by", object, id, route, version, refused) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const drop = db.prepare("DELETE FROM casework_view WHERE at < ?");
  return {
    forget: async (at) => Number(drop.run(at).changes),
    add: async ({ at, by, object, id, route, version, refused }) => {
      insert.run(at, by, object, id, route, version, refused);
    },
    list: async ({ object, id, by, before, limit }) => {
      const given: readonly (readonly [string, SQLInputValue | undefined])[] = [
        ["id = ?", id],
        [`"by" = ?`, by],
        ["object = ?", object],
        ["sequence < ?", before],
      ];
      const set = given.flatMap(([sql, value]) => (value === undefined ? [] : [[sql, value] as const]));
      const where = set.length === 0 ? "" : `WHERE ${set.map(([sql]) => sql).join(" AND ")}`;
      return db
        .prepare(`SELECT * FROM casework_view ${where} ORDER BY sequence DESC LIMIT ?`)
        .all(...set.map(([, value]) => value), limit)
        .map((row) => ({
          sequence: Number(row["sequence"]),
          at: Number(row["at"]),
          by: String(row["by"]),
          object: String(row["object"]),
          id: String(row["id"]),
          route: String(row["route"]),
          version: row["version"] === null ? null : Number(row["version"]),
          refused: row["refused"] === null ? null : String(row["refused"]),
        }));
    },
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { RetentionStore, RuleState } from "./retention-store.ts";
import type { RuleName } from "./rule.ts";

export function createSqliteRetentionStore(db: DatabaseSync): RetentionStore {
  const read = db.prepare("SELECT * FROM lifecycle_rule WHERE name = ?");
  const list = db.prepare("SELECT * FROM lifecycle_rule ORDER BY name");
  const write = db.prepare(
    `INSERT INTO lifecycle_rule (name, ran_at, deleted, failure) VALUES (?, ?, ?, ?)
     ON CONFLICT (name) DO UPDATE SET ran_at = excluded.ran_at, deleted = excluded.deleted, failure = excluded.failure`,
  );
  return {
    read: async (name) => {
      const row = read.get(name);
      return row === undefined ? null : toState(row);
    },
    write: async ({ name, ranAt, deleted, failure }) => {
      write.run(name, ranAt, JSON.stringify(deleted), failure);
    },
    list: async () => list.all().map(toState),
  };
}

function toState(row: Readonly<Record<string, unknown>>): RuleState {
  const failure = row["failure"];
  return {
    name: String(row["name"]) as RuleName,
    ranAt: Number(row["ran_at"]),
    deleted: JSON.parse(String(row["deleted"])) as Record<string, number>,
    failure: typeof failure === "string" ? failure : null,
  };
}

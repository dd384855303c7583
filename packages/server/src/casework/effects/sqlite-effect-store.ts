import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { Effect, EffectStore } from "./effect-store.ts";

export const effectMigrations: readonly Migration[] = [
  {
    id: "casework-023",
    sql: `
CREATE TABLE casework_effect (
  id TEXT PRIMARY KEY, decision TEXT, state TEXT NOT NULL, asked_at INTEGER NOT NULL, retry_at INTEGER, effect TEXT NOT NULL
) STRICT;
CREATE INDEX casework_effect_asked ON casework_effect (asked_at, id);
CREATE INDEX casework_effect_state ON casework_effect (state, asked_at, id);
CREATE INDEX casework_effect_decision ON casework_effect (decision, asked_at, id);
CREATE INDEX casework_effect_retry ON casework_effect (retry_at, id) WHERE retry_at IS NOT NULL;
CREATE TABLE casework_effect_unordered (id TEXT PRIMARY KEY, at INTEGER NOT NULL) STRICT;
`,
  },
];

export function createSqliteEffectStore(db: DatabaseSync): EffectStore {
  const upsert = db.prepare("INSERT OR REPLACE INTO casework_effect VALUES (?, ?, ?, ?, ?, ?)");
  const one = db.prepare("SELECT effect FROM casework_effect WHERE id = ?");
  const retries = db.prepare(
    "SELECT effect FROM casework_effect WHERE retry_at IS NOT NULL AND retry_at <= ? ORDER BY retry_at, id LIMIT ?",
  );
  const note = db.prepare("INSERT INTO casework_effect_unordered VALUES (?, ?) ON CONFLICT DO NOTHING");
  const count = db.prepare("SELECT count(*) AS count FROM casework_effect_unordered");
  return {
    put: async (effect) => {
      const { id, decision, state, askedAt, retryAt } = effect;
      upsert.run(id, decision, state, askedAt, retryAt, JSON.stringify(effect));
    },
    find: async (id) => {
      const row = one.get(id);
      return row === undefined ? null : toEffect(row);
    },
    list: async ({ state, decision, after, limit }) => {
      const conditions = ["1 = 1"];
      const values: SQLInputValue[] = [];
      const add = (condition: string, ...given: readonly SQLInputValue[]): void => {
        conditions.push(condition);
        values.push(...given);
      };
      if (state !== undefined) add("state = ?", state);
      if (decision !== undefined) add("decision = ?", decision);
      if (after !== undefined) add("(asked_at, id) < (?, ?)", ...after);
      const where = conditions.join(" AND ");
      return db
        .prepare(`SELECT effect FROM casework_effect WHERE ${where} ORDER BY asked_at DESC, id DESC LIMIT ?`)
        .all(...values, limit)
        .map(toEffect);
    },
    listRetries: async (at, limit) => retries.all(at, limit).map(toEffect),
    noteUnordered: async (id, at) => {
      note.run(id, at);
    },
    countUnordered: async () => Number(count.get()?.["count"] ?? 0),
  };
}

function toEffect(row: Readonly<Record<string, unknown>>): Effect {
  return JSON.parse(String(row["effect"])) as Effect;
}

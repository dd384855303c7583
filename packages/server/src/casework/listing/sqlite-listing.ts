import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { neverDue, type Listing, type ListingQuery } from "./listing.ts";
import { toListed } from "./to-listed.ts";

export function createSqliteListing(db: DatabaseSync): Listing {
  const upsert = db.prepare(
    `INSERT INTO casework_listing VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (object, id) DO UPDATE SET
     status = excluded.status, due_at = excluded.due_at, case_type = excluded.case_type, priority = excluded.priority,
     rank = excluded.rank`,
  );
  const keysOf = db.prepare("SELECT kind, value FROM casework_listing_key WHERE object = ? AND id = ?");
  const addKey = db.prepare("INSERT INTO casework_listing_key VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const dropKey = db.prepare(
    "DELETE FROM casework_listing_key WHERE object = ? AND kind = ? AND value = ? AND opened_at = ? AND id = ?",
  );
  return {
    clear: async () => {
      db.exec("DELETE FROM casework_listing; DELETE FROM casework_listing_key");
    },
    take: async (stored) => {
      const { object, id, status, openedAt, dueAt, caseType, priority, rank, keys } = toListed(stored);
      upsert.run(object, id, status, openedAt, dueAt ?? neverDue, caseType, priority, rank);
      const is = new Set(keys.map(({ kind, value }) => `${kind} ${value}`));
      const was = new Set<string>();
      for (const row of keysOf.all(object, id)) {
        const [kind, value] = [String(row["kind"]), String(row["value"])];
        was.add(`${kind} ${value}`);
        if (!is.has(`${kind} ${value}`)) dropKey.run(object, kind, value, openedAt, id);
      }
      for (const { kind, value } of keys) {
        if (!was.has(`${kind} ${value}`)) addKey.run(object, kind, value, openedAt, id);
      }
    },
    list: async (query) => {
      const { sql, values } = toSelect(query);
      return db
        .prepare(sql)
        .all(...values)
        .map((row) => ({ id: String(row["id"]), value: Number(row["value"]) }));
    },
  };
}

const orders = {
  newest: ["opened_at", "<", "DESC"],
  due: ["due_at", ">", "ASC"],
  urgent: ["rank", ">", "ASC"],
} as const;

/** One walk along an index; where keys are asked for, along that of the first key. */
function toSelect(query: ListingQuery): { readonly sql: string; readonly values: readonly SQLInputValue[] } {
  const { object, statuses, caseType, priority, dueBefore, keys = [], sort, after, limit } = query;
  const [column, beyond, order] = orders[sort];
  const conditions = ["line.object = ?"];
  const values: SQLInputValue[] = [object];
  const add = (condition: string, ...given: readonly SQLInputValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (statuses !== undefined) add(`line.status IN (${statuses.map(() => "?").join(", ")})`, ...statuses);
  if (caseType !== undefined) add("line.case_type = ?", caseType);
  if (priority !== undefined) add("line.priority = ?", priority);
  if (dueBefore !== undefined) add("line.due_at < ?", dueBefore);
  const [first, ...rest] = keys;
  if (first !== undefined) {
    add("first.object = ? AND first.kind = ? AND first.value = ?", object, first.kind, first.value);
  }
  for (const { kind, value } of rest) {
    add(
      `EXISTS (SELECT 1 FROM casework_listing_key AS k WHERE k.object = line.object AND k.kind = ? AND k.value = ?
       AND k.opened_at = line.opened_at AND k.id = line.id)`,
      kind,
      value,
    );
  }
  // The key's own columns where they give the order, so that the walk follows its index.
  const place = first !== undefined && sort === "newest" ? "first" : "line";
  if (after !== undefined) add(`(${place}.${column}, ${place}.id) ${beyond} (?, ?)`, ...after);
  const from =
    first === undefined
      ? "casework_listing AS line"
      : `casework_listing_key AS first CROSS JOIN casework_listing AS line
         ON line.object = first.object AND line.id = first.id`;
  const sql = `SELECT line.id AS id, line.${column} AS value FROM ${from} WHERE ${conditions.join(" AND ")}
    ORDER BY ${place}.${column} ${order}, ${place}.id ${order} LIMIT ?`;
  return { sql, values: [...values, limit] };
}

import type { LeadState } from "@breakwater/casework";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { LeadNote, LeadOrigin, LeadQuery, LeadStore } from "./lead-store.ts";

type Row = Readonly<Record<string, unknown>>;

export function createSqliteLeadStore(db: DatabaseSync): LeadStore {
  const upsert = db.prepare(
    `INSERT INTO casework_lead VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO UPDATE SET
     status = excluded.status, source = excluded.source, learning = excluded.learning, expires_at = excluded.expires_at`,
  );
  const origin = db.prepare(`INSERT INTO casework_lead_origin VALUES (?, ?, ?)`);
  const dropOrigin = db.prepare("DELETE FROM casework_lead_origin WHERE lead = ?");
  const byKey = db.prepare(`SELECT * FROM casework_lead_origin WHERE "key" = ?`);
  const byLead = db.prepare("SELECT * FROM casework_lead_origin WHERE lead = ?");
  const note = db.prepare("INSERT INTO casework_lead_note (lead, kind, at, accounts, actions) VALUES (?, ?, ?, ?, ?)");
  const notes = db.prepare("SELECT * FROM casework_lead_note WHERE lead = ? ORDER BY sequence DESC LIMIT ?");
  const lastNote = db.prepare(
    "SELECT * FROM casework_lead_note WHERE lead = ? AND kind = ? ORDER BY sequence DESC LIMIT 1",
  );
  const join = db.prepare(`INSERT INTO casework_lead_join (lead, "into") VALUES (?, ?)`);
  const unjoin = db.prepare("DELETE FROM casework_lead_join WHERE lead = ?");
  const joined = db.prepare(
    `SELECT lead FROM casework_lead_join JOIN casework_lead ON casework_lead.id = lead
     WHERE "into" = ? AND status IN ('lead_open', 'lead_returned') ORDER BY sequence LIMIT ?`,
  );
  const unsettled = db.prepare("INSERT INTO casework_lead_unsettled VALUES (?, ?) ON CONFLICT DO NOTHING");
  const listUnsettled = db.prepare(`SELECT * FROM casework_lead_unsettled ORDER BY "into"`);
  const settled = db.prepare(`DELETE FROM casework_lead_unsettled WHERE "into" = ?`);
  const countJoined = db.prepare(`SELECT count(*) AS count FROM casework_lead_join WHERE "into" = ?`);
  const joinedTo = db.prepare(`SELECT "into" FROM casework_lead_join WHERE lead = ?`);

  return {
    clear: async () => {
      db.exec("DELETE FROM casework_lead");
    },
    take: async ({ object, id, state, createdAt }) => {
      if (object !== "lead") return;
      const { status, content, expiresAt } = state as LeadState;
      if (content === null) return;
      upsert.run(id, status, content.source, content.learning ? 1 : 0, createdAt, expiresAt ?? 0);
    },
    list: async (query) => {
      const { sql, values } = toSelect(query);
      return db
        .prepare(sql)
        .all(...values)
        .map((row) => ({ id: String(row["id"]), value: Number(row["value"]) }));
    },
    keepOrigin: async ({ lead, key, group }) => {
      origin.run(lead, key, group);
    },
    dropOrigin: async (lead) => {
      dropOrigin.run(lead);
    },
    findByKey: async (key) => toOrigin(byKey.get(key)),
    findOrigin: async (lead) => toOrigin(byLead.get(lead)),
    addNote: async (lead, { kind, at, accounts, actions }) => {
      note.run(lead, kind, at, accounts, actions);
    },
    listNotes: async (lead, limit) => notes.all(lead, limit).map(toNote).reverse(),
    findNote: async (lead, kind) => {
      const row = lastNote.get(lead, kind);
      return row === undefined ? null : toNote(row);
    },
    join: async (lead, into) => {
      join.run(lead, into);
    },
    unjoin: async (lead) => {
      unjoin.run(lead);
    },
    listWaitingJoined: async (into, limit) => joined.all(into, limit).map((row) => String(row["lead"])),
    countJoined: async (into) => Number(countJoined.get(into)?.["count"] ?? 0),
    findJoinedTo: async (lead) => {
      const into = joinedTo.get(lead)?.["into"];
      return into === undefined ? null : String(into);
    },
    addUnsettled: async (into, decidedBy) => {
      unsettled.run(into, decidedBy);
    },
    listUnsettled: async () =>
      listUnsettled.all().map((row) => ({ into: String(row["into"]), decidedBy: String(row["decided_by"]) })),
    removeUnsettled: async (into) => {
      settled.run(into);
    },
  };
}

/** One index walk in the order that is asked for; the page begins behind `after`. */
function toSelect({ statuses, source, learning, sort, after, limit }: LeadQuery): {
  readonly sql: string;
  readonly values: readonly SQLInputValue[];
} {
  const [column, beyond, order] = sort === "newest" ? ["opened_at", "<", "DESC"] : ["expires_at", ">", "ASC"];
  const conditions = [`NOT EXISTS (SELECT 1 FROM casework_lead_join WHERE lead = casework_lead.id)`];
  const values: SQLInputValue[] = [];
  if (statuses !== undefined) {
    conditions.push(`status IN (${statuses.map(() => "?").join(", ")})`);
    values.push(...statuses);
  }
  if (source !== undefined) {
    conditions.push("source = ?");
    values.push(source);
  }
  if (learning !== undefined) {
    conditions.push("learning = ?");
    values.push(learning ? 1 : 0);
  }
  if (after !== undefined) {
    conditions.push(`(${column}, id) ${beyond} (?, ?)`);
    values.push(...after);
  }
  const where = conditions.join(" AND ");
  const sql = `SELECT id, ${column} AS value FROM casework_lead WHERE ${where} ORDER BY ${column} ${order}, id ${order} LIMIT ?`;
  return { sql, values: [...values, limit] };
}

function toOrigin(row: Row | undefined): LeadOrigin | null {
  if (row === undefined) return null;
  return { lead: String(row["lead"]), key: String(row["key"]), group: String(row["group"]) };
}

function toNote(row: Row): LeadNote {
  const toCount = (value: unknown): number | null => (value === null ? null : Number(value));
  return {
    kind: row["kind"] === "end" ? "end" : "growth",
    at: Number(row["at"]),
    accounts: toCount(row["accounts"]),
    actions: toCount(row["actions"]),
  };
}

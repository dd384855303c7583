import type { StatementFields } from "@breakwater/casework";
import type { DatabaseSync } from "node:sqlite";
import type { Migration } from "../state/migration.ts";
import type { KeptStatement, Reconciliation, StatementStatus, StatementStore } from "./statement-store.ts";

export const statementMigrations: readonly Migration[] = [
  {
    id: "statements-001",
    sql: `CREATE TABLE statements (
      sequence INTEGER PRIMARY KEY, puid TEXT NOT NULL UNIQUE, source TEXT NOT NULL, at INTEGER NOT NULL, fields TEXT,
      status TEXT NOT NULL, faults TEXT NOT NULL, attempts INTEGER NOT NULL, next_at INTEGER NOT NULL, uuid TEXT
    ) STRICT;
    CREATE INDEX statements_status ON statements (status, sequence);
    CREATE INDEX statements_due ON statements (next_at) WHERE status = 'queued';
    CREATE TABLE statements_note (name TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT;`,
  },
];

type Row = Readonly<Record<string, unknown>>;

export function createSqliteStatementStore(db: DatabaseSync): StatementStore {
  const insert = db.prepare(
    `INSERT INTO statements (sequence, puid, source, at, fields, status, faults, attempts, next_at, uuid)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const update = db.prepare(
    `UPDATE statements SET fields = ?, status = ?, faults = ?, attempts = ?, next_at = ?, uuid = ? WHERE sequence = ?`,
  );
  const byPuid = db.prepare("SELECT * FROM statements WHERE puid = ?");
  const all = db.prepare("SELECT * FROM statements WHERE sequence > ? ORDER BY sequence LIMIT ?");
  const ofStatus = db.prepare("SELECT * FROM statements WHERE status = ? AND sequence > ? ORDER BY sequence LIMIT ?");
  const due = db.prepare("SELECT * FROM statements WHERE status = 'queued' AND next_at <= ? ORDER BY sequence LIMIT ?");
  const counts = db.prepare("SELECT status, count(*) AS count FROM statements GROUP BY status");
  const note = db.prepare(
    "INSERT INTO statements_note (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value",
  );
  const noted = db.prepare("SELECT value FROM statements_note WHERE name = ?");
  const readNote = (name: string): unknown => {
    const value = noted.get(name)?.["value"];
    return typeof value === "string" ? (JSON.parse(value) as unknown) : null;
  };
  return {
    add: async ({ sequence, puid, source, at, fields, status, faults, attempts, nextAt, uuid }) => {
      const text = fields === null ? null : JSON.stringify(fields);
      insert.run(sequence, puid, source, at, text, status, JSON.stringify(faults), attempts, nextAt, uuid);
    },
    update: async ({ sequence, fields, status, faults, attempts, nextAt, uuid }) => {
      const text = fields === null ? null : JSON.stringify(fields);
      update.run(text, status, JSON.stringify(faults), attempts, nextAt, uuid, sequence);
    },
    find: async (puid) => {
      const row = byPuid.get(puid);
      return row === undefined ? null : toStatement(row);
    },
    list: async (after, limit, status) =>
      (status === undefined ? all.all(after, limit) : ofStatus.all(status, after, limit)).map(toStatement),
    listDue: async (at, limit) => due.all(at, limit).map(toStatement),
    count: async () => {
      const found = new Map(counts.all().map((row) => [row["status"], Number(row["count"])]));
      const countOf = (status: StatementStatus): number => found.get(status) ?? 0;
      return {
        queued: countOf("queued"),
        accepted: countOf("accepted"),
        refused: countOf("refused"),
        withheld: countOf("withheld"),
      };
    },
    cursor: async () => Number(readNote("cursor") ?? 0),
    moveCursor: async (sequence) => void note.run("cursor", JSON.stringify(sequence)),
    keepReconciliation: async (reconciliation) => void note.run("reconciliation", JSON.stringify(reconciliation)),
    reconciliation: async () => readNote("reconciliation") as Reconciliation | null,
  };
}

function toStatement(row: Row): KeptStatement {
  const fields = row["fields"];
  return {
    sequence: Number(row["sequence"]),
    puid: String(row["puid"]),
    source: row["source"] === "hold" ? "hold" : "decision",
    at: Number(row["at"]),
    fields: typeof fields === "string" ? (JSON.parse(fields) as StatementFields) : null,
    status: row["status"] as StatementStatus,
    faults: JSON.parse(String(row["faults"])) as readonly string[],
    attempts: Number(row["attempts"]),
    nextAt: Number(row["next_at"]),
    uuid: typeof row["uuid"] === "string" ? row["uuid"] : null,
  };
}

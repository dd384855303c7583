import type { AccessEvent } from "@breakwater/contract";
import type { DatabaseSync } from "node:sqlite";
import type { Actor, AuditEntry, AuditStore } from "../ports/audit-store.ts";
import { textOrNull, type Row } from "./row.ts";

export function createSqliteAuditStore(db: DatabaseSync): AuditStore {
  const insert = db.prepare(
    `INSERT INTO access_audit (at, event, actor_kind, actor_id, subject_kind, subject_id, facts) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const before = db.prepare("SELECT * FROM access_audit WHERE sequence < ? ORDER BY sequence DESC LIMIT ?");
  const removeBefore = db.prepare("DELETE FROM access_audit WHERE at < ?");
  return {
    append: async ({ at, event, actor, subject, facts }) => {
      insert.run(at, event, actor.kind, actor.id, subject.kind, subject.id, JSON.stringify(facts));
    },
    listBefore: async (sequence, limit) => before.all(sequence, limit).map(toEntry),
    deleteBefore: async (at) => Number(removeBefore.run(at).changes),
  };
}

function toEntry(row: Row): AuditEntry & { readonly sequence: number } {
  return {
    sequence: Number(row["sequence"]),
    at: Number(row["at"]),
    event: String(row["event"]) as AccessEvent,
    actor: { kind: String(row["actor_kind"]) as Actor["kind"], id: textOrNull(row["actor_id"]) },
    subject: {
      kind: String(row["subject_kind"]) as AuditEntry["subject"]["kind"],
      id: textOrNull(row["subject_id"]),
    },
    facts: JSON.parse(String(row["facts"])) as AuditEntry["facts"],
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { SessionRecord, SessionStore } from "../ports/session-store.ts";
import type { Row } from "./row.ts";

export function createSqliteSessionStore(db: DatabaseSync): SessionStore {
  const insert = db.prepare(
    `INSERT INTO access_session (id, hash, person_id, stage, created_at, seen_at, expires_at) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byHash = db.prepare("SELECT * FROM access_session WHERE hash = ?");
  const touch = db.prepare("UPDATE access_session SET seen_at = ? WHERE id = ?");
  const remove = db.prepare("DELETE FROM access_session WHERE id = ?");
  const removeOf = db.prepare("DELETE FROM access_session WHERE person_id = ?");
  const listOf = db.prepare("SELECT * FROM access_session WHERE person_id = ? ORDER BY created_at, id");
  const removeStale = db.prepare("DELETE FROM access_session WHERE expires_at < ? OR seen_at < ?");
  return {
    insert: async ({ id, hash, personId, stage, createdAt, seenAt, expiresAt }) => {
      insert.run(id, hash, personId, stage, createdAt, seenAt, expiresAt);
    },
    findByHash: async (hash) => toSession(byHash.get(hash)),
    touch: async (id, seenAt) => {
      touch.run(seenAt, id);
    },
    delete: async (id) => remove.run(id).changes === 1,
    deleteOfPerson: async (personId) => Number(removeOf.run(personId).changes),
    listOfPerson: async (personId) => listOf.all(personId).flatMap((row) => toSession(row) ?? []),
    deleteStale: async (at, seenBefore) => Number(removeStale.run(at, seenBefore).changes),
  };
}

function toSession(row: Row | undefined): SessionRecord | null {
  if (row === undefined) return null;
  return {
    id: String(row["id"]),
    hash: String(row["hash"]),
    personId: String(row["person_id"]),
    stage: String(row["stage"]) as SessionRecord["stage"],
    createdAt: Number(row["created_at"]),
    seenAt: Number(row["seen_at"]),
    expiresAt: Number(row["expires_at"]),
  };
}

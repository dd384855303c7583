import type { DatabaseSync } from "node:sqlite";
import type { LinkKind, LinkRecord, LinkStore, ResetParts, ResetRecord } from "../ports/link-store.ts";
import { textOrNull, type Row } from "./row.ts";

export function createSqliteLinkStore(db: DatabaseSync): LinkStore {
  const insert = db.prepare(
    `INSERT INTO access_link (hash, kind, person_id, parts, created_at, expires_at, draft) VALUES (?, ?, ?, ?, ?, ?, ?)`,
  );
  const byHash = db.prepare("SELECT * FROM access_link WHERE hash = ?");
  const setDraft = db.prepare("UPDATE access_link SET draft = ? WHERE hash = ?");
  const take = db.prepare("DELETE FROM access_link WHERE hash = ?");
  const removeOf = db.prepare("DELETE FROM access_link WHERE kind = ? AND person_id = ?");
  const removeOfNobody = db.prepare("DELETE FROM access_link WHERE kind = ? AND person_id IS NULL");
  const insertReset = db.prepare(
    "INSERT INTO access_reset (id, person_id, parts, proposed_by, created_at, expires_at) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const resetById = db.prepare("SELECT * FROM access_reset WHERE id = ?");
  const removeReset = db.prepare("DELETE FROM access_reset WHERE id = ?");
  const removeResetsOf = db.prepare("DELETE FROM access_reset WHERE person_id = ?");
  const allResets = db.prepare("SELECT * FROM access_reset ORDER BY created_at, id");
  const removeExpired = db.prepare("DELETE FROM access_link WHERE expires_at < ?");
  const removeExpiredResets = db.prepare("DELETE FROM access_reset WHERE expires_at < ?");
  return {
    insert: async ({ hash, kind, personId, parts, createdAt, expiresAt, draft }) => {
      insert.run(hash, kind, personId, parts, createdAt, expiresAt, draft);
    },
    find: async (hash) => toLink(byHash.get(hash)),
    setDraft: async (hash, draft) => {
      setDraft.run(draft, hash);
    },
    take: async (hash) => take.run(hash).changes === 1,
    deleteOf: async (kind, personId) => {
      if (personId === null) removeOfNobody.run(kind);
      else removeOf.run(kind, personId);
    },
    insertReset: async ({ id, personId, parts, proposedBy, createdAt, expiresAt }) => {
      insertReset.run(id, personId, parts, proposedBy, createdAt, expiresAt);
    },
    findReset: async (id) => toReset(resetById.get(id)),
    deleteReset: async (id) => removeReset.run(id).changes === 1,
    deleteResetsOf: async (personId) => {
      removeResetsOf.run(personId);
    },
    listResets: async () => allResets.all().flatMap((row) => toReset(row) ?? []),
    deleteExpired: async (at) => Number(removeExpired.run(at).changes) + Number(removeExpiredResets.run(at).changes),
  };
}

function toLink(row: Row | undefined): LinkRecord | null {
  if (row === undefined) return null;
  return {
    hash: String(row["hash"]),
    kind: String(row["kind"]) as LinkKind,
    personId: textOrNull(row["person_id"]),
    parts: String(row["parts"]) as ResetParts,
    createdAt: Number(row["created_at"]),
    expiresAt: Number(row["expires_at"]),
    draft: textOrNull(row["draft"]),
  };
}

function toReset(row: Row | undefined): ResetRecord | null {
  if (row === undefined) return null;
  return {
    id: String(row["id"]),
    personId: String(row["person_id"]),
    parts: String(row["parts"]) as ResetParts,
    proposedBy: String(row["proposed_by"]),
    createdAt: Number(row["created_at"]),
    expiresAt: Number(row["expires_at"]),
  };
}

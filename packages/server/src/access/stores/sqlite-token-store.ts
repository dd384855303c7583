import type { Scope } from "@breakwater/contract";
import type { DatabaseSync } from "node:sqlite";
import type { TokenRecord, TokenStore } from "../ports/token-store.ts";
import { numberOrNull, textOrNull, toList, type Row } from "./row.ts";

export function createSqliteTokenStore(db: DatabaseSync): TokenStore {
  const insert = db.prepare(
    `INSERT INTO access_token (id, hash, name, scopes, created_at, created_by, expires_at, last_used_on, revoked_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  const byId = db.prepare("SELECT * FROM access_token WHERE id = ?");
  const byHash = db.prepare("SELECT * FROM access_token WHERE hash = ?");
  const page = db.prepare("SELECT * FROM access_token WHERE id > ? ORDER BY id LIMIT ?");
  const revoke = db.prepare("UPDATE access_token SET revoked_at = ? WHERE id = ? AND revoked_at IS NULL");
  const touch = db.prepare("UPDATE access_token SET last_used_on = ? WHERE id = ?");
  return {
    insert: async (token) => {
      const { id, hash, name, scopes, createdAt, createdBy, expiresAt, lastUsedOn, revokedAt } = token;
      insert.run(id, hash, name, JSON.stringify(scopes), createdAt, createdBy, expiresAt, lastUsedOn, revokedAt);
    },
    find: async (id) => toToken(byId.get(id)),
    findByHash: async (hash) => toToken(byHash.get(hash)),
    list: async (after, limit) => page.all(after, limit).flatMap((row) => toToken(row) ?? []),
    revoke: async (id, at) => revoke.run(at, id).changes === 1,
    touch: async (id, day) => {
      touch.run(day, id);
    },
  };
}

function toToken(row: Row | undefined): TokenRecord | null {
  if (row === undefined) return null;
  return {
    id: String(row["id"]),
    hash: String(row["hash"]),
    name: String(row["name"]),
    scopes: toList(row["scopes"]) as readonly Scope[],
    createdAt: Number(row["created_at"]),
    createdBy: textOrNull(row["created_by"]),
    expiresAt: numberOrNull(row["expires_at"]),
    lastUsedOn: textOrNull(row["last_used_on"]),
    revokedAt: numberOrNull(row["revoked_at"]),
  };
}

import type { DatabaseSync } from "node:sqlite";
import type { AccessStore } from "../ports/access-store.ts";
import { createSqliteAttemptStore } from "./sqlite-attempt-store.ts";
import { createSqliteAuditStore } from "./sqlite-audit-store.ts";
import { createSqliteCredentialStore } from "./sqlite-credential-store.ts";
import { createSqliteLinkStore } from "./sqlite-link-store.ts";
import { createSqlitePersonStore } from "./sqlite-person-store.ts";
import { createSqliteSessionStore } from "./sqlite-session-store.ts";
import { createSqliteTokenStore } from "./sqlite-token-store.ts";

/** On a database that `accessMigrations` have been applied to. */
export function createSqliteAccessStore(db: DatabaseSync): AccessStore {
  return {
    people: createSqlitePersonStore(db),
    credentials: createSqliteCredentialStore(db),
    tokens: createSqliteTokenStore(db),
    sessions: createSqliteSessionStore(db),
    links: createSqliteLinkStore(db),
    attempts: createSqliteAttemptStore(db),
    audit: createSqliteAuditStore(db),
  };
}

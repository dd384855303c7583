import type { Migration } from "../../state/migration.ts";

export const accessMigrations: readonly Migration[] = [
  {
    id: "access-001",
    sql: `
      CREATE TABLE access_person (
        id TEXT PRIMARY KEY, name TEXT NOT NULL, login TEXT NOT NULL UNIQUE, roles TEXT NOT NULL, language TEXT NOT NULL,
        disabled INTEGER NOT NULL, origin TEXT NOT NULL, joined INTEGER NOT NULL, created_at INTEGER NOT NULL,
        changed_at INTEGER NOT NULL, version INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE access_password (person_id TEXT PRIMARY KEY, hash TEXT NOT NULL) STRICT;
      CREATE TABLE access_totp (person_id TEXT PRIMARY KEY, sealed BLOB NOT NULL, last_step INTEGER NOT NULL) STRICT;
      CREATE TABLE access_recovery (person_id TEXT NOT NULL, hash TEXT NOT NULL, PRIMARY KEY (person_id, hash)) STRICT;
      CREATE TABLE access_identity (identity TEXT PRIMARY KEY, person_id TEXT NOT NULL) STRICT;
      CREATE TABLE access_token (
        id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, name TEXT NOT NULL, scopes TEXT NOT NULL, created_at INTEGER NOT NULL,
        created_by TEXT, expires_at INTEGER, last_used_on TEXT, revoked_at INTEGER
      ) STRICT;
      CREATE TABLE access_session (
        id TEXT PRIMARY KEY, hash TEXT NOT NULL UNIQUE, person_id TEXT NOT NULL, stage TEXT NOT NULL,
        created_at INTEGER NOT NULL, seen_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE INDEX access_session_person ON access_session (person_id, created_at, id);
      CREATE TABLE access_link (
        hash TEXT PRIMARY KEY, kind TEXT NOT NULL, person_id TEXT, parts TEXT NOT NULL, created_at INTEGER NOT NULL,
        expires_at INTEGER NOT NULL, draft TEXT
      ) STRICT;
      CREATE TABLE access_reset (
        id TEXT PRIMARY KEY, person_id TEXT NOT NULL, parts TEXT NOT NULL, proposed_by TEXT NOT NULL,
        created_at INTEGER NOT NULL, expires_at INTEGER NOT NULL
      ) STRICT;
      CREATE TABLE access_attempt (key TEXT PRIMARY KEY, failures INTEGER NOT NULL, last_at INTEGER NOT NULL) STRICT;
      CREATE TABLE access_audit (
        sequence INTEGER PRIMARY KEY AUTOINCREMENT, at INTEGER NOT NULL, event TEXT NOT NULL, actor_kind TEXT NOT NULL,
        actor_id TEXT, subject_kind TEXT NOT NULL, subject_id TEXT, facts TEXT NOT NULL
      ) STRICT;
      CREATE INDEX access_audit_at ON access_audit (at);
    `,
  },
];

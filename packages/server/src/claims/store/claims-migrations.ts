import type { Migration } from "../../state/migration.ts";

export const claimsMigrations: readonly Migration[] = [
  {
    id: "claims-001",
    sql: `
    CREATE TABLE claims_entry (
      place INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE,
      versions INTEGER NOT NULL DEFAULT 0, in_force INTEGER NOT NULL DEFAULT 0, changed INTEGER NOT NULL DEFAULT 0,
      status TEXT NOT NULL DEFAULT '', verdict TEXT NOT NULL DEFAULT '',
      is_public INTEGER NOT NULL DEFAULT 0, site TEXT, language TEXT, published_at INTEGER
    ) STRICT;
    CREATE INDEX claims_entry_changed ON claims_entry (changed);
    CREATE INDEX claims_entry_status ON claims_entry (status, place);
    CREATE TABLE claims_version (
      revision INTEGER PRIMARY KEY AUTOINCREMENT, place INTEGER NOT NULL REFERENCES claims_entry (place), number INTEGER NOT NULL,
      at INTEGER NOT NULL, person TEXT NOT NULL, action TEXT NOT NULL, reason TEXT, status TEXT NOT NULL, entry TEXT NOT NULL,
      UNIQUE (place, number)
    ) STRICT;
    CREATE INDEX claims_version_person ON claims_version (person, revision);
    CREATE TRIGGER claims_version_kept BEFORE DELETE ON claims_version BEGIN SELECT RAISE(ABORT, 'versions are kept'); END;
    CREATE TRIGGER claims_version_fixed BEFORE UPDATE ON claims_version BEGIN SELECT RAISE(ABORT, 'versions are fixed'); END;
    CREATE VIRTUAL TABLE claims_words USING fts5 (in_force, latest, content = '', contentless_delete = 1, tokenize = 'ascii');
    CREATE TABLE claims_import (sequence INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, at INTEGER NOT NULL, report TEXT NOT NULL) STRICT;
    CREATE TABLE claims_rejection (
      sequence INTEGER PRIMARY KEY AUTOINCREMENT, import TEXT NOT NULL REFERENCES claims_import (id), position INTEGER NOT NULL, rejection TEXT NOT NULL
    ) STRICT;
    CREATE INDEX claims_rejection_import ON claims_rejection (import, sequence);`,
  },
  {
    // What each entry waits for, and sources that say who stands for them. No entry from before has the right of reply: those on their way lack it.
    id: "claims-002",
    sql: `
    DROP TRIGGER claims_version_fixed;
    UPDATE claims_version SET entry = json_set(entry, '$.sources', json((
      SELECT json_group_array(json(CASE type WHEN 'text' THEN json_object('text', value) ELSE value END)) FROM json_each(entry, '$.sources')
    ))) WHERE EXISTS (SELECT 1 FROM json_each(entry, '$.sources') WHERE type = 'text');
    CREATE TRIGGER claims_version_fixed BEFORE UPDATE ON claims_version BEGIN SELECT RAISE(ABORT, 'versions are fixed'); END;
    ALTER TABLE claims_entry ADD COLUMN origin TEXT NOT NULL DEFAULT '';
    ALTER TABLE claims_entry ADD COLUMN waits_for TEXT;
    ALTER TABLE claims_entry ADD COLUMN not_by TEXT NOT NULL DEFAULT '[]';
    UPDATE claims_entry SET origin = json_extract(v.entry, '$.origin'),
      waits_for = CASE
        WHEN v.entry ->> '$.origin' = 'own' AND v.status IN ('draft', 'reviewed') THEN 'complete'
        WHEN v.entry ->> '$.origin' = 'imported' AND v.status IN ('published', 'corrected') AND json_array_length(v.entry, '$.adoptedBy') < 3 THEN 'adopt'
      END,
      not_by = CASE v.entry ->> '$.origin' WHEN 'imported' THEN json_extract(v.entry, '$.adoptedBy') ELSE '[]' END
      FROM claims_version v WHERE v.place = claims_entry.place AND v.number = claims_entry.versions;
    CREATE INDEX claims_entry_waits ON claims_entry (waits_for, place);`,
  },
];

import type { StaffRole } from "@breakwater/contract";
import type { DatabaseSync } from "node:sqlite";
import type { Language, Person, PersonStore } from "../ports/person-store.ts";
import { toList, type Row } from "./row.ts";

export function createSqlitePersonStore(db: DatabaseSync): PersonStore {
  const insert = db.prepare(
    `INSERT INTO access_person (id, name, login, roles, language, disabled, origin, joined, created_at, changed_at, version)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (login) DO NOTHING`,
  );
  const byId = db.prepare("SELECT * FROM access_person WHERE id = ?");
  const byLogin = db.prepare("SELECT * FROM access_person WHERE login = ?");
  const update = db.prepare(
    `UPDATE access_person SET name = ?, roles = ?, language = ?, disabled = ?, joined = ?, changed_at = ?, version = ?
     WHERE id = ? AND version = ?`,
  );
  const page = db.prepare("SELECT * FROM access_person WHERE id > ? ORDER BY id LIMIT ?");
  const count = db.prepare("SELECT count(*) AS total FROM access_person");
  const active = db.prepare("SELECT * FROM access_person WHERE disabled = 0 AND joined = 1 ORDER BY id");
  return {
    insert: async (person) => {
      const { id, name, login, roles, language, disabled, origin, joined, createdAt, changedAt, version } = person;
      const flags = [Number(disabled), origin, Number(joined)] as const;
      const { changes } = insert.run(
        id,
        name,
        login,
        JSON.stringify(roles),
        language,
        ...flags,
        createdAt,
        changedAt,
        version,
      );
      return changes === 1;
    },
    find: async (id) => toPerson(byId.get(id)),
    findByLogin: async (login) => toPerson(byLogin.get(login)),
    update: async ({ id, name, roles, language, disabled, joined, changedAt, version }) => {
      const flags = [Number(disabled), Number(joined)] as const;
      const { changes } = update.run(
        name,
        JSON.stringify(roles),
        language,
        ...flags,
        changedAt,
        version,
        id,
        version - 1,
      );
      return changes === 1;
    },
    list: async (after, limit) => page.all(after, limit).flatMap((row) => toPerson(row) ?? []),
    count: async () => Number(count.get()?.["total"]),
    listHolders: async (role) =>
      active
        .all()
        .flatMap((row) => toPerson(row) ?? [])
        .filter(({ roles }) => roles.includes(role)),
  };
}

function toPerson(row: Row | undefined): Person | null {
  if (row === undefined) return null;
  return {
    id: String(row["id"]),
    name: String(row["name"]),
    login: String(row["login"]),
    roles: toList(row["roles"]) as readonly StaffRole[],
    language: String(row["language"]) as Language,
    disabled: row["disabled"] === 1,
    origin: String(row["origin"]) as Person["origin"],
    joined: row["joined"] === 1,
    createdAt: Number(row["created_at"]),
    changedAt: Number(row["changed_at"]),
    version: Number(row["version"]),
  };
}

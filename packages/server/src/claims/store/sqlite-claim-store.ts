import { createHash } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { findInForce, findNextStep, type Entry, type EntryStatus, type EntryVersion } from "@breakwater/claims";
import type { ClaimHead, ClaimStore, ImportReport, PersonsAct, Rejection } from "./claim-store.ts";
import { searchedTexts } from "./claim-store.ts";
import { isPublicClaim, toPublicFacts } from "./is-public.ts";
import { otherVersions } from "./memory-claim-store.ts";
import { toMatch, toTokens } from "./search-words.ts";

type Row = Readonly<Record<string, unknown>>;

/** Claims in the state database. Its tables are those of `claimsMigrations`. */
export function createSqliteClaimStore(db: DatabaseSync): ClaimStore {
  const sql = prepare(db);

  const headOf = (row: Row): ClaimHead => ({
    place: Number(row["place"]),
    id: String(row["id"]),
    version: Number(row["versions"]),
    inForceVersion: Number(row["in_force"]),
    revision: Number(row["changed"]),
    latest: versionAt(row, Number(row["versions"])),
    inForce: versionAt(row, Number(row["in_force"])),
  });
  const versionAt = (row: Row, number: number): EntryVersion => {
    const version = sql.version.get(Number(row["place"]), number);
    if (version === undefined) throw new Error(`Version ${number} of ${String(row["id"])} is missing.`);
    return toVersion(version);
  };
  /** `appended`: the newest versions, which need not be read back. */
  const writeHead = (place: number, id: string, appended: readonly EntryVersion[]): ClaimHead => {
    const statuses = sql.statuses.all(place).map((row) => String(row["status"]) as EntryStatus);
    const [versions, inForce] = [statuses.length, findInForce(statuses) + 1];
    const revision = Number(sql.newest.get()?.["revision"]);
    const at = (number: number): EntryVersion =>
      appended[appended.length - 1 - (versions - number)] ?? versionAt({ place, id }, number);
    const [latest, version] = [at(versions), at(inForce)];
    const head = { place, id, version: versions, inForceVersion: inForce, revision, latest, inForce: version };
    const { status, verdict, origin } = head.latest.entry;
    const next = findNextStep(head.latest.entry);
    const { site, language, publishedAt } = toPublicFacts(head.inForce.entry);
    const isPublic = Number(isPublicClaim(head.inForce.entry));
    sql.setHead.run(versions, inForce, revision, status, verdict, isPublic, site, language, publishedAt, place);
    sql.setNext.run(origin, next?.kind ?? null, JSON.stringify(next?.notBy ?? []), place);
    sql.forgetWords.run(place);
    sql.addWords.run(place, toSearched(head.inForce.entry), inForce === versions ? "" : toSearched(head.latest.entry));
    return head;
  };

  return {
    read: async (id) => {
      const row = sql.head.get(id);
      return row === undefined ? null : { versions: sql.versions.all(Number(row["place"])).map(toVersion) };
    },
    head: async (id) => {
      const row = sql.head.get(id);
      return row === undefined ? null : headOf(row);
    },
    append: async (id, versions, expected) => {
      const row = sql.head.get(id) ?? sql.addEntry.get(id) ?? {};
      const place = Number(row["place"]);
      if (Number(row["versions"]) !== expected || versions.length === 0) throw new Error(otherVersions(id));
      for (const [i, { at, by, action, reason, entry }] of versions.entries()) {
        sql.addVersion.run(
          place,
          expected + i + 1,
          at,
          by,
          action,
          reason ?? null,
          entry.status,
          JSON.stringify(entry),
        );
      }
      return writeHead(place, id, versions);
    },
    list: async ({ before, limit, status, verdict, origin, waitsFor, notBy, words }) => {
      const asked = askWords(words, "in_force latest");
      if (asked === null) return [];
      const wheres = [
        ["place < ?", before],
        ["status = ?", status],
        ["verdict = ?", verdict],
        ["origin = ?", origin],
        ["waits_for = ?", waitsFor],
        ["NOT EXISTS (SELECT 1 FROM json_each(not_by) WHERE value = ?)", notBy],
        asked,
      ] as const;
      return select(db, "*", wheres, limit).map(headOf);
    },
    listPublic: async ({ before, limit, words, language, site, publishedFrom }) => {
      const asked = askWords(words, "in_force");
      if (asked === null) return [];
      const wheres = [
        ["is_public = ?", 1],
        ["place < ?", before],
        ["language = ?", language],
        ["site = ?", site],
        ["published_at >= ?", publishedFrom],
        asked,
      ] as const;
      return select(db, "*", wheres, limit).map((row) => ({
        place: Number(row["place"]),
        entry: versionAt(row, Number(row["in_force"])).entry,
      }));
    },
    changesAfter: async (revision, limit) =>
      sql.changes.all(revision, limit).map((row) => ({
        revision: Number(row["changed"]),
        id: String(row["id"]),
        status: String(row["status"]) as EntryStatus,
        entry: String(row["entry"]),
      })),
    revision: async () => Number(sql.newest.get()?.["revision"] ?? 0),
    markAt: async (revision) => {
      const row = sql.mark.get(revision);
      return row === undefined ? null : createHash("sha256").update(JSON.stringify(row)).digest("hex");
    },
    listOfPerson: async (person, limit) =>
      sql.ofPerson.all(person, limit).map((row): PersonsAct => ({
        id: String(row["id"]),
        version: Number(row["number"]),
        at: Number(row["at"]),
        action: String(row["action"]),
      })),
    addImport: async (report, rejections) => {
      sql.addImport.run(report.id, report.at, JSON.stringify(report));
      for (const rejection of rejections) {
        sql.addRejection.run(report.id, rejection.position, JSON.stringify(rejection));
      }
    },
    listImports: async ({ before = Number.MAX_SAFE_INTEGER, limit }) =>
      sql.imports.all(before, limit).map((row) => ({
        place: Number(row["sequence"]),
        report: JSON.parse(String(row["report"])) as ImportReport,
      })),
    listRejections: async (importId, { skip, limit }) =>
      sql.hasImport.get(importId) === undefined
        ? null
        : sql.rejections.all(importId, limit, skip).map((row) => JSON.parse(String(row["rejection"])) as Rejection),
  };
}

function prepare(db: DatabaseSync) {
  return {
    head: db.prepare("SELECT * FROM claims_entry WHERE id = ?"),
    addEntry: db.prepare("INSERT INTO claims_entry (id) VALUES (?) RETURNING *"),
    setHead: db.prepare(
      `UPDATE claims_entry SET versions = ?, in_force = ?, changed = ?, status = ?, verdict = ?, is_public = ?, site = ?, language = ?,
      published_at = ? WHERE place = ?`,
    ),
    setNext: db.prepare("UPDATE claims_entry SET origin = ?, waits_for = ?, not_by = ? WHERE place = ?"),
    version: db.prepare("SELECT * FROM claims_version WHERE place = ? AND number = ?"),
    versions: db.prepare("SELECT * FROM claims_version WHERE place = ? ORDER BY number"),
    statuses: db.prepare("SELECT status FROM claims_version WHERE place = ? ORDER BY number"),
    addVersion: db.prepare(
      "INSERT INTO claims_version (place, number, at, person, action, reason, status, entry) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
    ),
    newest: db.prepare("SELECT max(revision) AS revision FROM claims_version"),
    mark: db.prepare("SELECT place, number, at, person, action, entry FROM claims_version WHERE revision = ?"),
    changes: db.prepare(
      `SELECT e.changed, e.id, v.status, v.entry FROM claims_entry e JOIN claims_version v ON v.place = e.place AND v.number = e.in_force
      WHERE e.changed > ? ORDER BY e.changed LIMIT ?`,
    ),
    ofPerson: db.prepare(
      `SELECT e.id, v.number, v.at, v.action FROM claims_version v JOIN claims_entry e ON e.place = v.place
      WHERE v.person = ? ORDER BY v.revision DESC LIMIT ?`,
    ),
    forgetWords: db.prepare("DELETE FROM claims_words WHERE rowid = ?"),
    addWords: db.prepare("INSERT INTO claims_words (rowid, in_force, latest) VALUES (?, ?, ?)"),
    addImport: db.prepare("INSERT INTO claims_import (id, at, report) VALUES (?, ?, ?)"),
    addRejection: db.prepare("INSERT INTO claims_rejection (import, position, rejection) VALUES (?, ?, ?)"),
    imports: db.prepare("SELECT sequence, report FROM claims_import WHERE sequence < ? ORDER BY sequence DESC LIMIT ?"),
    hasImport: db.prepare("SELECT 1 FROM claims_import WHERE id = ?"),
    rejections: db.prepare(
      "SELECT rejection FROM claims_rejection WHERE import = ? ORDER BY sequence LIMIT ? OFFSET ?",
    ),
  };
}

type Where = readonly [sql: string, value: string | number | undefined];

/** The newest entries first, by those conditions whose value is given. */
function select(db: DatabaseSync, columns: string, wheres: readonly Where[], limit: number): readonly Row[] {
  const given = wheres.filter((where): where is readonly [string, string | number] => where[1] !== undefined);
  const condition = given.length === 0 ? "" : `WHERE ${given.map(([text]) => text).join(" AND ")}`;
  return db
    .prepare(`SELECT ${columns} FROM claims_entry ${condition} ORDER BY place DESC LIMIT ?`)
    .all(...given.map(([, value]) => value), limit);
}

/** A condition on the words that are asked for; null where nothing can have them. */
function askWords(words: string | undefined, columns: string): Where | null {
  if (words === undefined) return ["", undefined];
  const match = toMatch(words);
  const condition = "place IN (SELECT rowid FROM claims_words WHERE claims_words MATCH ?)";
  return match === null ? null : [condition, `{${columns}} : (${match})`];
}

function toSearched(entry: Entry): string {
  return searchedTexts(entry).map(toTokens).join(" ");
}

function toVersion(row: Row): EntryVersion {
  const reason = row["reason"];
  return {
    at: Number(row["at"]),
    by: String(row["person"]),
    action: String(row["action"]) as EntryVersion["action"],
    ...(typeof reason === "string" ? { reason } : {}),
    entry: JSON.parse(String(row["entry"])) as Entry,
  };
}

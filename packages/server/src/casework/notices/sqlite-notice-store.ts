import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { NoticeLine, NoticeQuery, NoticeRecord, NoticeStatus, NoticeStore } from "./notice-store.ts";

type Row = Readonly<Record<string, unknown>>;

const columns = [
  "id",
  "kind",
  "object",
  "about",
  "party",
  "channel",
  "report",
  "event",
  "created_at",
  "status",
  "attempts",
  "last_at",
  "next_at",
  "fault",
];

export function createSqliteNoticeStore(db: DatabaseSync): NoticeStore {
  const places = columns.map(() => "?").join(", ");
  const insert = db.prepare(`INSERT INTO casework_notice (${columns.join(", ")}) VALUES (${places})`);
  const update = db.prepare(
    `UPDATE casework_notice SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`,
  );
  const one = db.prepare("SELECT * FROM casework_notice WHERE id = ?");
  const due = db.prepare("SELECT * FROM casework_notice WHERE next_at <= ? ORDER BY next_at, id LIMIT ?");
  const drop = db.prepare("DELETE FROM casework_notice WHERE next_at IS NULL AND created_at < ?");
  return {
    add: async (notice) => {
      insert.run(...toValues(notice));
    },
    find: async (id) => {
      const row = one.get(id);
      return row === undefined ? null : toNotice(row);
    },
    write: async (notice) => {
      update.run(...toValues(notice), notice.id);
    },
    list: async (query) => {
      const { where, values } = toWhere(query);
      return db
        .prepare(`SELECT * FROM casework_notice ${where} ORDER BY created_at DESC, id DESC LIMIT ?`)
        .all(...values, query.limit)
        .map(toNotice);
    },
    listDue: async (at, limit) => due.all(at, limit).map(toNotice),
    forget: async (at) => Number(drop.run(at).changes),
  };
}

function toWhere({ statuses, kinds, about, after }: NoticeQuery): {
  readonly where: string;
  readonly values: readonly SQLInputValue[];
} {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  const among = (column: string, allowed: readonly string[] | undefined): void => {
    if (allowed === undefined) return;
    conditions.push(`${column} IN (${allowed.map(() => "?").join(", ")})`);
    values.push(...allowed);
  };
  among("status", statuses);
  among("kind", kinds);
  among("about", about === undefined ? undefined : [about]);
  if (after !== undefined) {
    conditions.push("(created_at, id) < (?, ?)");
    values.push(...after);
  }
  return { where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

function toValues(notice: NoticeRecord): readonly SQLInputValue[] {
  return [
    notice.id,
    notice.kind,
    notice.about.object,
    notice.about.id,
    notice.party,
    notice.channel,
    notice.report,
    notice.event,
    notice.createdAt,
    notice.status,
    notice.attempts,
    notice.lastAt,
    notice.nextAt,
    notice.fault,
  ];
}

function toNotice(row: Row): NoticeRecord {
  const toText = (name: string): string | null => (typeof row[name] === "string" ? row[name] : null);
  const toTime = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  return {
    id: String(row["id"]),
    kind: String(row["kind"]) as NoticeRecord["kind"],
    about: { object: String(row["object"]) as NoticeLine["about"]["object"], id: String(row["about"]) },
    party: String(row["party"]),
    channel: row["channel"] === "mail" ? "mail" : "account",
    report: toText("report"),
    event: Number(row["event"]),
    createdAt: Number(row["created_at"]),
    status: String(row["status"]) as NoticeStatus,
    attempts: Number(row["attempts"]),
    lastAt: toTime("last_at"),
    nextAt: toTime("next_at"),
    fault: toText("fault"),
  };
}

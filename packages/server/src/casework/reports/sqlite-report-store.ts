import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { ReportQuery, ReportRecord, ReportStatus, ReportStore } from "./report-store.ts";
import type { SealedText } from "./report-vault.ts";

type Row = Readonly<Record<string, unknown>>;

const columns = [
  "id",
  "version",
  "status",
  "received_at",
  "lead",
  "account",
  "source",
  "via",
  "object_kind",
  "object",
  "category",
  "key_hash",
  "missing",
  "outcome",
  "decided_at",
  "retain_until",
  "manifestly_unfounded",
  "words_secret",
  "words_commitment",
  "words",
  "identity_secret",
  "identity_commitment",
  "identity",
];

export function createSqliteReportStore(db: DatabaseSync): ReportStore {
  const places = columns.map(() => "?").join(", ");
  const insert = db.prepare(`INSERT INTO casework_report (${columns.join(", ")}) VALUES (${places})`);
  const update = db.prepare(
    `UPDATE casework_report SET ${columns.map((column) => `${column} = ?`).join(", ")} WHERE id = ?`,
  );
  const select = (rest: string): ReturnType<DatabaseSync["prepare"]> =>
    db.prepare(`SELECT * FROM casework_report ${rest}`);
  const one = select("WHERE id = ?");
  const byLead = select("WHERE lead = ?");
  const alike = select(
    `WHERE object = ? AND object_kind = ? AND category = ? AND source = ? AND status = 'received'
     ORDER BY received_at, id LIMIT ?`,
  );
  const ofAccount = select("WHERE account = ? ORDER BY received_at DESC, id DESC LIMIT ?");
  const old = select("WHERE retain_until <= ? AND decided_at <= ? ORDER BY retain_until, id LIMIT ?");
  const owe = db.prepare("INSERT INTO casework_report_unappended VALUES (?)");
  const owed = select("WHERE id IN (SELECT report FROM casework_report_unappended) ORDER BY received_at, id LIMIT ?");
  const settle = db.prepare("DELETE FROM casework_report_unappended WHERE report = ?");
  const look = db.prepare("INSERT INTO casework_report_view (report, by, reason, at) VALUES (?, ?, ?, ?)");
  const looks = db.prepare("SELECT by, reason, at FROM casework_report_view WHERE report = ? ORDER BY sequence");

  return {
    add: async (report) => {
      insert.run(...toValues(report));
      owe.run(report.id);
    },
    find: async (id) => toReport(one.get(id)),
    findByLead: async (lead) => toReport(byLead.get(lead)),
    write: async (report) => {
      update.run(...toValues(report), report.id);
    },
    list: async (query) => {
      const { where, values } = toWhere(query);
      return toReports(
        db
          .prepare(`SELECT * FROM casework_report ${where} ORDER BY received_at DESC, id DESC LIMIT ?`)
          .all(...values, query.limit),
      );
    },
    listAlike: async ({ object, category, source, limit }) =>
      toReports(alike.all(object.id, object.kind, category, source, limit)),
    listOfAccount: async (account, limit) => toReports(ofAccount.all(account, limit)),
    listToForget: async ({ at, decidedBy, limit }) => toReports(old.all(at, decidedBy, limit)),
    listUnappended: async (limit) => toReports(owed.all(limit)),
    noteAppended: async (id) => {
      settle.run(id);
    },
    addView: async (report, { by, reason, at }) => {
      look.run(report, by, reason, at);
    },
    listViews: async (report) =>
      looks.all(report).map((row) => ({ by: String(row["by"]), reason: String(row["reason"]), at: Number(row["at"]) })),
  };
}

function toWhere({ statuses, object, lead, after }: ReportQuery): {
  readonly where: string;
  readonly values: readonly SQLInputValue[];
} {
  const conditions: string[] = [];
  const values: SQLInputValue[] = [];
  if (statuses !== undefined) {
    conditions.push(`status IN (${statuses.map(() => "?").join(", ")})`);
    values.push(...statuses);
  }
  if (object !== undefined) {
    conditions.push("object = ?");
    values.push(object);
  }
  if (lead !== undefined) {
    conditions.push("lead = ?");
    values.push(lead);
  }
  if (after !== undefined) {
    conditions.push("(received_at, id) < (?, ?)");
    values.push(...after);
  }
  return { where: conditions.length === 0 ? "" : `WHERE ${conditions.join(" AND ")}`, values };
}

function toValues(report: ReportRecord): readonly SQLInputValue[] {
  const toSealed = (text: SealedText | null): readonly SQLInputValue[] =>
    text === null ? [null, null, null] : [text.secret, text.commitment, text.sealed];
  return [
    report.id,
    report.version,
    report.status,
    report.receivedAt,
    report.lead,
    report.account,
    report.source,
    report.via,
    report.object.kind,
    report.object.id,
    report.category,
    report.keyHash,
    JSON.stringify(report.missing),
    report.outcome,
    report.decidedAt,
    report.retainUntil,
    report.manifestlyUnfounded ? 1 : 0,
    ...toSealed(report.words),
    ...toSealed(report.identity),
  ];
}

function toReports(rows: readonly Row[]): readonly ReportRecord[] {
  return rows.flatMap((row) => toReport(row) ?? []);
}

function toReport(row: Row | undefined): ReportRecord | null {
  if (row === undefined) return null;
  const toText = (name: string): string | null => (typeof row[name] === "string" ? row[name] : null);
  const toTime = (name: string): number | null => (row[name] === null ? null : Number(row[name]));
  return {
    id: String(row["id"]),
    version: Number(row["version"]),
    status: String(row["status"]) as ReportStatus,
    receivedAt: Number(row["received_at"]),
    lead: String(row["lead"]),
    account: String(row["account"]),
    source: row["source"] === "trusted_flagger" ? "trusted_flagger" : "reporter",
    via: toText("via"),
    object: { kind: String(row["object_kind"]) as ReportRecord["object"]["kind"], id: String(row["object"]) },
    category: String(row["category"]),
    keyHash: String(row["key_hash"]),
    missing: JSON.parse(String(row["missing"])) as readonly string[],
    outcome: toText("outcome"),
    decidedAt: toTime("decided_at"),
    retainUntil: toTime("retain_until"),
    manifestlyUnfounded: row["manifestly_unfounded"] === 1,
    words: toSealed(row, "words"),
    identity: toSealed(row, "identity"),
  };
}

function toSealed(row: Row, name: "words" | "identity"): SealedText | null {
  const [secret, commitment, sealed] = [row[`${name}_secret`], row[`${name}_commitment`], row[name]];
  const isThere = typeof secret === "string" && commitment instanceof Uint8Array && sealed instanceof Uint8Array;
  return isThere ? { secret, commitment, sealed } : null;
}

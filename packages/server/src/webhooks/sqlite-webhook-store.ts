import type { DatabaseSync, SQLInputValue, StatementSync } from "node:sqlite";
import { isNoticeKind, type NoticeKind } from "@breakwater/contract";
import type { Migration } from "../state/migration.ts";
import type { Attempt, Delivery, Endpoint, StoredSecret, WebhookStore } from "./webhook-store.ts";

export const webhooksMigrations: readonly Migration[] = [
  {
    id: "webhooks-001",
    sql: `CREATE TABLE webhooks_endpoint (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, url TEXT NOT NULL, kinds TEXT NOT NULL,
      description TEXT NOT NULL, disabled_reason TEXT, version INTEGER NOT NULL, created_at INTEGER NOT NULL,
      updated_at INTEGER NOT NULL, cursor INTEGER NOT NULL, missed INTEGER NOT NULL, failures INTEGER NOT NULL,
      given_up INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE webhooks_secret (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, endpoint TEXT NOT NULL, sealed BLOB NOT NULL,
      created_at INTEGER NOT NULL, expires_at INTEGER
    ) STRICT;
    CREATE INDEX webhooks_secret_of ON webhooks_secret (endpoint);
    CREATE TABLE webhooks_delivery (
      position INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, endpoint TEXT NOT NULL, kind TEXT NOT NULL,
      sequence INTEGER, body TEXT NOT NULL, status TEXT NOT NULL, created_at INTEGER NOT NULL, attempts INTEGER NOT NULL,
      last_status INTEGER, last_fault TEXT, last_at INTEGER, next_try_at INTEGER
    ) STRICT;
    CREATE INDEX webhooks_delivery_of ON webhooks_delivery (endpoint, position);
    CREATE INDEX webhooks_delivery_pending ON webhooks_delivery (endpoint, position) WHERE status = 'pending';
    CREATE INDEX webhooks_delivery_due ON webhooks_delivery (next_try_at) WHERE status = 'pending';
    CREATE INDEX webhooks_delivery_created ON webhooks_delivery (created_at);
    CREATE TABLE webhooks_attempt (
      delivery TEXT NOT NULL, number INTEGER NOT NULL, at INTEGER NOT NULL, duration_ms INTEGER NOT NULL, status INTEGER,
      fault TEXT, excerpt TEXT NOT NULL, PRIMARY KEY (delivery, number)
    ) STRICT;`,
  },
];

type Row = Readonly<Record<string, unknown>>;
type Values = readonly SQLInputValue[];
type Columns = Readonly<Record<string, SQLInputValue>>;

export function createSqliteWebhookStore(db: DatabaseSync): WebhookStore {
  const prepared = new Map<string, StatementSync>();
  const prepare = (sql: string): StatementSync => {
    const statement = prepared.get(sql) ?? db.prepare(sql);
    prepared.set(sql, statement);
    return statement;
  };
  const run = async (sql: string, values: Values): Promise<number> => Number(prepare(sql).run(...values).changes);
  const all = async (sql: string, values: Values = []): Promise<readonly Row[]> => prepare(sql).all(...values);
  const first = async (sql: string, values: Values = []): Promise<Row | null> => prepare(sql).get(...values) ?? null;
  const insert = async (table: string, columns: Columns, otherwise = ""): Promise<void> => {
    const names = Object.keys(columns);
    const places = names.map(() => "?").join(", ");
    await run(`INSERT INTO ${table} (${names.join(", ")}) VALUES (${places}) ${otherwise}`, Object.values(columns));
  };
  const update = async (table: string, columns: Columns): Promise<void> => {
    const sets = Object.keys(columns).map((name) => `${name} = ?`);
    const id = columns["id"] ?? null;
    await run(`UPDATE ${table} SET ${sets.join(", ")} WHERE id = ?`, [...Object.values(columns), id]);
  };

  return {
    insertEndpoint: (endpoint) => insert("webhooks_endpoint", ofEndpoint(endpoint)),
    updateEndpoint: (endpoint) => update("webhooks_endpoint", ofEndpoint(endpoint)),
    findEndpoint: async (id) => {
      const row = await first("SELECT * FROM webhooks_endpoint WHERE id = ?", [id]);
      return row === null ? null : toEndpoint(row);
    },
    listEndpoints: async () => (await all("SELECT * FROM webhooks_endpoint ORDER BY position")).map(toEndpoint),
    deleteEndpoint: async (id) => {
      const own = "SELECT id FROM webhooks_delivery WHERE endpoint = ?";
      await run(`DELETE FROM webhooks_attempt WHERE delivery IN (${own})`, [id]);
      await run("DELETE FROM webhooks_delivery WHERE endpoint = ?", [id]);
      await run("DELETE FROM webhooks_secret WHERE endpoint = ?", [id]);
      await run("DELETE FROM webhooks_endpoint WHERE id = ?", [id]);
    },

    insertSecret: ({ id, endpoint, sealed, createdAt, expiresAt }) =>
      insert("webhooks_secret", { id, endpoint, sealed, created_at: createdAt, expires_at: expiresAt }),
    listSecrets: async (endpoint) =>
      (await all("SELECT * FROM webhooks_secret WHERE endpoint = ? ORDER BY position DESC", [endpoint])).map(toSecret),
    expireSecrets: async (endpoint, expiresAt) => {
      const where = "endpoint = ? AND expires_at IS NULL";
      await run(`UPDATE webhooks_secret SET expires_at = ? WHERE ${where}`, [expiresAt, endpoint]);
    },
    deleteSecrets: async (ids) => {
      for (const id of ids) await run("DELETE FROM webhooks_secret WHERE id = ?", [id]);
    },

    insertDelivery: (delivery) => insert("webhooks_delivery", ofDelivery(delivery), "ON CONFLICT (id) DO NOTHING"),
    updateDelivery: (delivery) => update("webhooks_delivery", ofDelivery(delivery)),
    findDelivery: async (id) => {
      const row = await first("SELECT * FROM webhooks_delivery WHERE id = ?", [id]);
      return row === null ? null : toDelivery(row);
    },
    listDeliveries: async ({ endpoint, status, before, limit }) => {
      const wanted = status === undefined ? "" : "AND status = ?";
      const rows = await all(
        `SELECT * FROM webhooks_delivery WHERE endpoint = ? AND position < ? ${wanted} ORDER BY position DESC LIMIT ?`,
        [endpoint, before ?? Number.MAX_SAFE_INTEGER, ...(status === undefined ? [] : [status]), limit],
      );
      return rows.map((row) => ({ ...toDelivery(row), position: Number(row["position"]) }));
    },
    countPending: async (endpoint) => {
      const sql = "SELECT count(*) AS pending FROM webhooks_delivery WHERE endpoint = ? AND status = 'pending'";
      return Number((await first(sql, [endpoint]))?.["pending"]);
    },
    listDue: async (endpoint, at, limit) => {
      const where = "endpoint = ? AND status = 'pending' AND next_try_at <= ? AND sequence IS NOT NULL";
      const sql = `SELECT * FROM webhooks_delivery WHERE ${where} ORDER BY position LIMIT ?`;
      return (await all(sql, [endpoint, at, limit])).map(toDelivery);
    },
    listDuePings: async (at, limit) => {
      const where = "status = 'pending' AND next_try_at <= ? AND sequence IS NULL";
      const sql = `SELECT * FROM webhooks_delivery WHERE ${where} ORDER BY position LIMIT ?`;
      return (await all(sql, [at, limit])).map(toDelivery);
    },
    nextDueAt: async (after) => {
      const enabled = "SELECT id FROM webhooks_endpoint WHERE disabled_reason IS NULL";
      const where = `status = 'pending' AND next_try_at > ? AND (sequence IS NULL OR endpoint IN (${enabled}))`;
      const sql = `SELECT min(next_try_at) AS next FROM webhooks_delivery WHERE ${where}`;
      return toNumber((await first(sql, [after]))?.["next"]);
    },
    wake: async (endpoint, lastBefore, at) => {
      const where = "endpoint = ? AND status = 'pending' AND last_at < ? AND next_try_at > ?";
      await run(`UPDATE webhooks_delivery SET next_try_at = ? WHERE ${where}`, [at, endpoint, lastBefore, at]);
    },
    replayFailed: (endpoint, since, at) => {
      const where = "endpoint = ? AND status = 'failed' AND sequence IS NOT NULL AND created_at >= ?";
      const set = "status = 'pending', attempts = 0, next_try_at = ?";
      return run(`UPDATE webhooks_delivery SET ${set} WHERE ${where}`, [at, endpoint, since]);
    },
    deleteDeliveriesBefore: async (at) => {
      const done = "SELECT id FROM webhooks_delivery WHERE status <> 'pending' AND created_at < ?";
      await run(`DELETE FROM webhooks_attempt WHERE delivery IN (${done})`, [at]);
      return run("DELETE FROM webhooks_delivery WHERE status <> 'pending' AND created_at < ?", [at]);
    },

    insertAttempt: ({ durationMs, ...columns }) => insert("webhooks_attempt", { ...columns, duration_ms: durationMs }),
    listAttempts: async (delivery, limit) => {
      const sql = "SELECT * FROM webhooks_attempt WHERE delivery = ? ORDER BY number DESC LIMIT ?";
      return (await all(sql, [delivery, limit])).map(toAttempt).toReversed();
    },
    trimAttempts: async (delivery, keep) => {
      const newest = "SELECT max(number) FROM webhooks_attempt WHERE delivery = ?";
      const sql = `DELETE FROM webhooks_attempt WHERE delivery = ? AND number <= (${newest}) - ?`;
      await run(sql, [delivery, delivery, keep]);
    },
  };
}

function ofEndpoint(endpoint: Endpoint): Columns {
  const { id, url, kinds, description, version, cursor, missed, failures } = endpoint;
  return {
    id,
    url,
    kinds: JSON.stringify(kinds),
    description,
    version,
    cursor,
    missed,
    failures,
    disabled_reason: endpoint.disabledReason,
    created_at: endpoint.createdAt,
    updated_at: endpoint.updatedAt,
    given_up: endpoint.givenUp,
  };
}

function ofDelivery(delivery: Delivery): Columns {
  const { id, endpoint, kind, sequence, body, status, attempts } = delivery;
  return {
    id,
    endpoint,
    kind,
    sequence,
    body,
    status,
    attempts,
    created_at: delivery.createdAt,
    last_status: delivery.lastStatus,
    last_fault: delivery.lastFault,
    last_at: delivery.lastAt,
    next_try_at: delivery.nextTryAt,
  };
}

function toEndpoint(row: Row): Endpoint {
  return {
    id: String(row["id"]),
    url: String(row["url"]),
    kinds: JSON.parse(String(row["kinds"])) as Endpoint["kinds"],
    description: String(row["description"]),
    disabledReason: toText(row["disabled_reason"]) as Endpoint["disabledReason"],
    version: Number(row["version"]),
    createdAt: Number(row["created_at"]),
    updatedAt: Number(row["updated_at"]),
    cursor: Number(row["cursor"]),
    missed: Number(row["missed"]),
    failures: Number(row["failures"]),
    givenUp: Number(row["given_up"]),
  };
}

function toSecret(row: Row): StoredSecret {
  return {
    id: String(row["id"]),
    endpoint: String(row["endpoint"]),
    sealed: new Uint8Array(row["sealed"] as Uint8Array),
    createdAt: Number(row["created_at"]),
    expiresAt: toNumber(row["expires_at"]),
  };
}

function toDelivery(row: Row): Delivery {
  return {
    id: String(row["id"]),
    endpoint: String(row["endpoint"]),
    kind: toKind(String(row["kind"])),
    sequence: toNumber(row["sequence"]),
    body: String(row["body"]),
    status: String(row["status"]) as Delivery["status"],
    createdAt: Number(row["created_at"]),
    attempts: Number(row["attempts"]),
    lastStatus: toNumber(row["last_status"]),
    lastFault: toText(row["last_fault"]),
    lastAt: toNumber(row["last_at"]),
    nextTryAt: toNumber(row["next_try_at"]),
  };
}

function toAttempt(row: Row): Attempt {
  return {
    delivery: String(row["delivery"]),
    number: Number(row["number"]),
    at: Number(row["at"]),
    durationMs: Number(row["duration_ms"]),
    status: toNumber(row["status"]),
    fault: toText(row["fault"]),
    excerpt: String(row["excerpt"]),
  };
}

function toNumber(value: unknown): number | null {
  return value === null || value === undefined ? null : Number(value);
}

function toText(value: unknown): string | null {
  return typeof value === "string" ? value : null;
}

/** Rows are written by this version or an older one; kinds are never taken from the table. */
function toKind(text: string): NoticeKind {
  if (!isNoticeKind(text)) throw new Error(`A delivery of an unknown kind: ${text}.`);
  return text;
}

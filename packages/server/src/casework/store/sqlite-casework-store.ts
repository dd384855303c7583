import type { AccountRecord, Base, EventOf, ObjectKind } from "@breakwater/casework";
import type { DatabaseSync } from "node:sqlite";
import { VersionTaken, type CaseworkStore, type Link, type StoredEvent, type StoredState } from "./casework-store.ts";

type Row = Readonly<Record<string, unknown>>;

/** Extended result code of SQLite for a breach of UNIQUE. */
const uniqueBroken = 2067;
const columns = "sequence, object, id, version, event";

export function createSqliteCaseworkStore(db: DatabaseSync): CaseworkStore {
  const insert = db.prepare(
    "INSERT INTO casework_event (object, id, version, kind, at, event) VALUES (?, ?, ?, ?, ?, ?)",
  );
  const owe = db.prepare("INSERT INTO casework_unnotarised VALUES (?)");
  const after = db.prepare(`SELECT ${columns} FROM casework_event WHERE sequence > ? ORDER BY sequence LIMIT ?`);
  const history = db.prepare(`SELECT ${columns} FROM casework_event WHERE object = ? AND id = ? ORDER BY version`);
  const kinds = db.prepare(
    `SELECT ${columns} FROM casework_event WHERE sequence IN (
       SELECT sequence FROM casework_event WHERE kind IN (SELECT value FROM json_each(?)) AND sequence > ? ORDER BY sequence LIMIT ?
     ) ORDER BY sequence`,
  );
  const latest = db.prepare("SELECT max(sequence) AS sequence FROM casework_event");
  const stateColumns = "object, id, created, created_at, due_at, state";
  const state = db.prepare(`SELECT ${stateColumns} FROM casework_state WHERE object = ? AND id = ?`);
  const states = db.prepare(
    `SELECT ${stateColumns} FROM casework_state WHERE object = ? AND created > ? ORDER BY created LIMIT ?`,
  );
  const upsert = db.prepare(
    `INSERT INTO casework_state (object, id, status, version, created, created_at, updated_at, due_at, state)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (object, id) DO UPDATE SET
     status = excluded.status, version = excluded.version, updated_at = excluded.updated_at, due_at = excluded.due_at, state = excluded.state`,
  );
  // The order of creation within the due ones; by the index of due times, whatever the planner thinks of the other.
  const due = db.prepare(
    `SELECT id, created FROM casework_state INDEXED BY casework_state_due
     WHERE object = ? AND due_at <= ? AND created > ? ORDER BY created LIMIT ?`,
  );
  const link = db.prepare("INSERT INTO casework_link VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const unlink = db.prepare(
    `DELETE FROM casework_link WHERE relation = ? AND "key" = ? AND object = ? AND id = ? AND value = ?`,
  );
  const links = db.prepare(`SELECT * FROM casework_link WHERE relation = ? AND "key" = ? ORDER BY object, id, value`);
  const accounts = db.prepare(
    "SELECT account, record FROM casework_account WHERE account IN (SELECT value FROM json_each(?))",
  );
  const account = db.prepare(
    "INSERT INTO casework_account VALUES (?, ?) ON CONFLICT (account) DO UPDATE SET record = excluded.record",
  );
  const owed = db.prepare(
    `SELECT ${columns} FROM casework_event WHERE sequence IN (SELECT event FROM casework_unnotarised ORDER BY event LIMIT ?)
     ORDER BY sequence`,
  );
  const countOwed = db.prepare("SELECT count(*) AS count FROM casework_unnotarised");
  const settle = db.prepare("DELETE FROM casework_unnotarised WHERE event = ?");
  const note = db.prepare("INSERT INTO casework_notarised VALUES (?, ?) ON CONFLICT DO NOTHING");
  const entry = db.prepare("SELECT entry FROM casework_notarised WHERE event = ?");
  const latestEntry = db.prepare("SELECT max(entry) AS entry FROM casework_notarised");
  const firstEntry = db.prepare(
    `SELECT entry FROM casework_event JOIN casework_notarised ON casework_notarised.event = sequence
     WHERE object = ? AND id = ? AND version = 1`,
  );
  const undestroyed = db.prepare(
    `SELECT id FROM casework_state s WHERE object = ? AND status IN (SELECT value FROM json_each(?)) AND updated_at < ?
     AND (? IS NULL OR state ->> '$.content.source' = ?)
     AND NOT EXISTS (SELECT 1 FROM casework_destroyed d WHERE d.object = s.object AND d.id = s.id) ORDER BY updated_at, id LIMIT ?`,
  );
  const naming = db.prepare(
    `SELECT object, id, min(sequence) AS first FROM casework_event WHERE instr(event, ?) > 0 OR object = 'reporter' AND id = ? GROUP BY object, id ORDER BY first`,
  );
  const rewrite = db.prepare("UPDATE casework_event SET event = ? WHERE sequence = ?");
  const destroyed = db.prepare("INSERT INTO casework_destroyed VALUES (?, ?) ON CONFLICT DO NOTHING");
  const removeAccount = db.prepare("DELETE FROM casework_account WHERE account = ?");
  const oweErasure = db.prepare("INSERT INTO casework_owed_erasure VALUES (?) ON CONFLICT DO NOTHING");
  const owedErasures = db.prepare("SELECT entry FROM casework_owed_erasure ORDER BY entry LIMIT ?");
  const settleErasure = db.prepare("DELETE FROM casework_owed_erasure WHERE entry = ?");
  const command = db.prepare(`SELECT * FROM casework_command WHERE "key" = ?`);
  const keep = db.prepare("INSERT INTO casework_command VALUES (?, ?, ?, ?, ?)");
  const forget = db.prepare("DELETE FROM casework_command WHERE at < ?");

  return {
    appendEvent: async (event) => {
      const { object, id, version } = event;
      try {
        const { kind, at } = event.event;
        const { lastInsertRowid } = insert.run(object, id, version, kind, at, JSON.stringify(event.event));
        owe.run(lastInsertRowid);
        return Number(lastInsertRowid);
      } catch (error) {
        throw isUniqueBroken(error) ? new VersionTaken(event) : error;
      }
    },
    readEvents: async (sequence, limit) => after.all(sequence, limit).map(toEvent),
    readHistory: async (object, id) => history.all(object, id).map(toEvent),
    readKinds: async (names, sequence, limit) => kinds.all(JSON.stringify(names), sequence, limit).map(toEvent),
    latestSequence: async () => Number(latest.get()?.["sequence"] ?? 0),
    readState: async (object, id) => {
      const row = state.get(object, id);
      return row === undefined ? null : toState(row);
    },
    writeState: async ({ object, id, state: value, created, createdAt, dueAt }) => {
      const { status, version, updatedAt } = value;
      upsert.run(object, id, status, version, created, createdAt, updatedAt, dueAt, JSON.stringify(value));
    },
    listStates: async (object, created, limit) => states.all(object, created, limit).map(toState),
    listDue: async (object, { at, after: created, limit }) =>
      due.all(object, at, created, limit).map((row) => ({ id: String(row["id"]), created: Number(row["created"]) })),
    addLink: async ({ relation, key, object, id, value }) => {
      link.run(relation, key, object, id, value);
    },
    removeLink: async ({ relation, key, object, id, value }) => {
      unlink.run(relation, key, object, id, value);
    },
    findLinks: async (relation, key) => links.all(relation, key).map(toLink),
    readAccounts: async (names) =>
      new Map(
        accounts
          .all(JSON.stringify(names))
          .map((row) => [String(row["account"]), JSON.parse(String(row["record"])) as AccountRecord]),
      ),
    writeAccount: async (name, record) => {
      account.run(name, JSON.stringify(record));
    },
    clearProjection: async () => {
      db.exec("DELETE FROM casework_state; DELETE FROM casework_link; DELETE FROM casework_account");
    },
    listUnnotarised: async (limit) => owed.all(limit).map(toEvent),
    countUnnotarised: async () => Number(countOwed.get()?.["count"] ?? 0),
    noteNotarised: async (sequence, at) => {
      note.run(sequence, at);
      settle.run(sequence);
    },
    findEntry: async (sequence) => toNumber(entry.get(sequence)?.["entry"]),
    latestEntry: async () => toNumber(latestEntry.get()?.["entry"]) ?? -1,
    findFirstEntry: async (object, id) => toNumber(firstEntry.get(object, id)?.["entry"]),
    listUndestroyed: async (object, { statuses, before, source = null, limit }) =>
      undestroyed.all(object, JSON.stringify(statuses), before, source, source, limit).map(({ id }) => String(id)),
    findNaming: async (word) =>
      naming.all(JSON.stringify(word), word).map((row) => ({
        object: String(row["object"]) as ObjectKind,
        id: String(row["id"]),
      })),
    rewriteEvent: async (sequence, event) => {
      rewrite.run(JSON.stringify(event), sequence);
    },
    noteDestroyed: async (object, id) => {
      destroyed.run(object, id);
    },
    removeAccount: async (name) => {
      removeAccount.run(name);
    },
    oweErasure: async (at) => {
      oweErasure.run(at);
    },
    listOwedErasures: async (limit) => owedErasures.all(limit).map((row) => Number(row["entry"])),
    settleErasure: async (at) => {
      settleErasure.run(at);
    },
    findCommand: async (key) => {
      const row = command.get(key);
      if (row === undefined) return null;
      const [first, last, at] = [Number(row["first"]), Number(row["last"]), Number(row["at"])];
      return { key, digest: String(row["digest"]), first, last, at };
    },
    keepCommand: async ({ key, digest, first, last, at }) => {
      keep.run(key, digest, first, last, at);
    },
    forgetCommands: async (before) => Number(forget.run(before).changes),
  };
}

function isUniqueBroken(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && error.errcode === uniqueBroken;
}

function toNumber(value: unknown): number | null {
  return value === undefined || value === null ? null : Number(value);
}

function toEvent(row: Row): StoredEvent {
  return {
    sequence: Number(row["sequence"]),
    object: String(row["object"]) as ObjectKind,
    id: String(row["id"]),
    version: Number(row["version"]),
    event: JSON.parse(String(row["event"])) as EventOf<ObjectKind>,
  };
}

function toState(row: Row): StoredState {
  return {
    object: String(row["object"]) as ObjectKind,
    id: String(row["id"]),
    state: JSON.parse(String(row["state"])) as Base<string>,
    created: Number(row["created"]),
    createdAt: Number(row["created_at"]),
    dueAt: toNumber(row["due_at"]),
  };
}

function toLink(row: Row): Link {
  return {
    relation: String(row["relation"]),
    key: String(row["key"]),
    object: String(row["object"]) as ObjectKind,
    id: String(row["id"]),
    value: String(row["value"]),
  };
}

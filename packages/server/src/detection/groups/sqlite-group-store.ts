import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { Migration } from "../../state/migration.ts";
import type { DetectionGroup, GroupMoment } from "./group.ts";
import { momentsMax, type GroupStore } from "./group-store.ts";
import { thinMoments } from "./thin-moments.ts";

export const groupMigrations: readonly Migration[] = [
  {
    id: "detection-001",
    sql: `
      CREATE TABLE detection_group (
        id TEXT PRIMARY KEY, kind TEXT NOT NULL, state TEXT NOT NULL, first_epoch INTEGER NOT NULL, ended_at INTEGER,
        facts TEXT NOT NULL
      ) STRICT;
      CREATE INDEX detection_group_by_epoch ON detection_group (first_epoch, id);
      CREATE INDEX detection_group_by_state ON detection_group (state, id);
      CREATE TABLE detection_moment (
        group_id TEXT NOT NULL, epoch INTEGER NOT NULL, facts TEXT NOT NULL, PRIMARY KEY (group_id, epoch)
      ) STRICT;
      CREATE TABLE detection_quote (
        action TEXT NOT NULL, group_id TEXT NOT NULL, PRIMARY KEY (action, group_id)
      ) STRICT;
      CREATE INDEX detection_quote_by_group ON detection_quote (group_id);
      CREATE TABLE detection_shelf (
        shelf TEXT NOT NULL, key TEXT NOT NULL, value TEXT NOT NULL, PRIMARY KEY (shelf, key)
      ) STRICT;
    `,
  },
  {
    // Groups from before these were kept; the next epoch fills in what it still finds.
    id: "detection-002",
    sql: `
      UPDATE detection_group SET facts = json_set(facts, '$.sight', NULL,
        '$.evidence.inStepActions', json('{"at":[],"account":[],"object":[],"total":0}'));
    `,
  },
];

type Row = Readonly<Record<string, SQLOutputValue>>;

export function createSqliteGroupStore(db: DatabaseSync): GroupStore {
  const get = db.prepare("SELECT facts FROM detection_group WHERE id = ?");
  const put = db.prepare(`
    INSERT INTO detection_group (id, kind, state, first_epoch, ended_at, facts) VALUES (?, ?, ?, ?, ?, ?)
    ON CONFLICT (id) DO UPDATE SET kind = excluded.kind, state = excluded.state, first_epoch = excluded.first_epoch,
      ended_at = excluded.ended_at, facts = excluded.facts`);
  const open = db.prepare("SELECT facts FROM detection_group WHERE state = 'open' ORDER BY id");
  const list = db.prepare(`
    SELECT facts FROM detection_group
    WHERE (:kind IS NULL OR kind = :kind) AND (:state IS NULL OR state = :state)
      AND (:epoch IS NULL OR first_epoch < :epoch OR (first_epoch = :epoch AND id > :id))
    ORDER BY first_epoch DESC, id LIMIT :limit`);
  const addMoment = db.prepare(`
    INSERT INTO detection_moment (group_id, epoch, facts) VALUES (?, ?, ?)
    ON CONFLICT (group_id, epoch) DO UPDATE SET facts = excluded.facts`);
  const moments = db.prepare("SELECT facts FROM detection_moment WHERE group_id = ? ORDER BY epoch");
  const dropMoment = db.prepare("DELETE FROM detection_moment WHERE group_id = ? AND epoch = ?");
  const dropMoments = db.prepare("DELETE FROM detection_moment WHERE group_id = ?");
  const addQuote = db.prepare(
    "INSERT INTO detection_quote (action, group_id) VALUES (?, ?) ON CONFLICT (action, group_id) DO NOTHING",
  );
  const dropQuotes = db.prepare("DELETE FROM detection_quote WHERE group_id = ?");
  const quoting = db.prepare("SELECT group_id FROM detection_quote WHERE action = ?");
  const whole = db.prepare("SELECT facts FROM detection_group ORDER BY id");
  const ended = db.prepare("SELECT id FROM detection_group WHERE ended_at < ?");
  const drop = db.prepare("DELETE FROM detection_group WHERE id = ?");
  const listMoments = (id: string): readonly GroupMoment[] => moments.all(id).map(toMoment);
  return {
    get: async (id) => {
      const row = get.get(id);
      return row === undefined ? null : toGroup(row);
    },
    put: async (group) => {
      const { id, kind, state, firstEpoch, endedAt, evidence } = group;
      put.run(id, kind, state, firstEpoch, endedAt, JSON.stringify(group));
      dropQuotes.run(id);
      for (const { action } of evidence.quotes) addQuote.run(action, id);
    },
    listOpen: async () => open.all().map(toGroup),
    list: async ({ kind, state, after, limit }) =>
      list
        .all({
          kind: kind ?? null,
          state: state ?? null,
          epoch: after?.firstEpoch ?? null,
          id: after?.id ?? null,
          limit,
        })
        .map(toGroup),
    addMoment: async (id, moment) => {
      addMoment.run(id, moment.epoch, JSON.stringify(moment));
      const kept = listMoments(id);
      if (kept.length <= momentsMax) return;
      const thinned = new Set(thinMoments(kept));
      for (const one of kept) if (!thinned.has(one)) dropMoment.run(id, one.epoch);
    },
    listMoments: async (id) => listMoments(id),
    listQuoting: async (keys) => {
      const ids = new Set(keys.flatMap((key) => quoting.all(key).map((row) => String(row["group_id"]))));
      return [...ids].sort();
    },
    listHolding: async (account) =>
      whole
        .all()
        .map(toGroup)
        .filter(({ everHeld }) => everHeld.includes(account))
        .map(({ id }) => id),
    deleteEndedBefore: async (at, keep) => {
      const ids = ended
        .all(at)
        .map((row) => String(row["id"]))
        .filter((id) => !keep.has(id));
      for (const id of ids) {
        drop.run(id);
        dropMoments.run(id);
        dropQuotes.run(id);
      }
      return ids.length;
    },
  };
}

function toGroup(row: Row): DetectionGroup {
  return JSON.parse(String(row["facts"])) as DetectionGroup;
}

function toMoment(row: Row): GroupMoment {
  return JSON.parse(String(row["facts"])) as GroupMoment;
}

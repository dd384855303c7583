import type { CaseState, CaseType, ObjectKind, Priority } from "@breakwater/casework";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { erasedReason, nameOf, type Claim, type JobQuery, type JobStore } from "./job-store.ts";
import { askedQueues, queues, type Queue } from "./queues.ts";
import { toJobs, toRank, type Job, type OfCase } from "./to-jobs.ts";

type Row = Readonly<Record<string, unknown>>;

const asked = askedQueues.map((queue) => `'${queue}'`).join(", ");

export function createSqliteJobStore(db: DatabaseSync): JobStore {
  const upsert = db.prepare("INSERT OR REPLACE INTO casework_job VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)");
  const dropOf = db.prepare(`DELETE FROM casework_job WHERE object = ? AND id = ? AND queue NOT IN (${asked})`);
  const dropOne = db.prepare("DELETE FROM casework_job WHERE name = ?");
  const one = db.prepare("SELECT * FROM casework_job WHERE name = ?");
  const ofCase = db.prepare("SELECT * FROM casework_job_of_case WHERE case_id = ?");
  const keepCase = db.prepare("INSERT OR REPLACE INTO casework_job_of_case VALUES (?, ?, ?)");
  const jobsOfCase = db.prepare("SELECT * FROM casework_job WHERE case_id = ?");
  const counts = db.prepare(
    `SELECT (SELECT count(*) FROM casework_job WHERE queue = $queue) AS waiting,
     (SELECT count(*) FROM casework_job WHERE queue = $queue AND due_at < $at) AS overdue,
     (SELECT count(*) FROM casework_claim AS c JOIN casework_job AS j ON j.name = c.name WHERE c.queue = $queue AND c.until > $at) AS claimed`,
  );
  const claim = db.prepare("SELECT * FROM casework_claim WHERE name = ? AND until > ?");
  const putClaim = db.prepare("INSERT OR REPLACE INTO casework_claim VALUES (?, ?, ?, ?, ?, ?)");
  const dropClaim = db.prepare("DELETE FROM casework_claim WHERE name = ?");
  const claims = db.prepare("SELECT * FROM casework_claim WHERE person = ? AND until > ? ORDER BY until, name");
  const holdsOfCase = db.prepare(
    `SELECT 1 FROM casework_claim AS c JOIN casework_job AS j ON j.name = c.name
     WHERE c.person = ? AND c.until > ? AND j.case_id = ? LIMIT 1`,
  );
  const holdsOf = db.prepare(
    `SELECT 1 FROM casework_claim AS c JOIN casework_job AS j ON j.name = c.name
     WHERE c.person = ? AND c.until > ? AND j.object = ? AND j.id = ? LIMIT 1`,
  );
  const forget = db.prepare("DELETE FROM casework_claim WHERE until < ?");
  const addSkip = db.prepare("INSERT OR REPLACE INTO casework_skip (name, person, at, reason) VALUES (?, ?, ?, ?)");
  const skips = db.prepare("SELECT * FROM casework_skip WHERE name = ? ORDER BY sequence");
  const addConflict = db.prepare("INSERT INTO casework_conflict VALUES (?, ?, ?, ?, ?) ON CONFLICT DO NOTHING");
  const clearSkips = db.prepare("UPDATE casework_skip SET reason = ? WHERE name = ?");
  const clearConflicts = db.prepare("UPDATE casework_conflict SET reason = ? WHERE object = ? AND id = ?");
  const conflict = db.prepare("SELECT 1 FROM casework_conflict WHERE object = ? AND id = ? AND person = ?");

  const findOfCase = (caseId: string | null): OfCase | null => {
    const row = caseId === null ? undefined : ofCase.get(caseId);
    if (row === undefined) return null;
    return { priority: String(row["priority"]) as Priority, caseType: String(row["case_type"]) as CaseType };
  };
  const put = (job: Job): void => {
    const { queue, object, id, priority, caseType, caseId, since, dueAt } = job;
    upsert.run(nameOf(job), queue, object, id, toRank(job), priority, caseType, caseId, since, dueAt);
  };

  return {
    clear: async () => {
      db.exec(`DELETE FROM casework_job WHERE queue NOT IN (${asked}); DELETE FROM casework_job_of_case`);
    },
    take: async (stored) => {
      const { object, id, state } = stored;
      dropOf.run(object, id);
      let caseId: string | null = null;
      if (object === "case") {
        const { opening, priority } = state as CaseState;
        const before = findOfCase(id);
        if (opening !== null && (before?.priority !== priority || before.caseType !== opening.caseType)) {
          keepCase.run(id, priority ?? "P3", opening.caseType);
          for (const row of jobsOfCase.all(id)) put({ ...toJob(row), ...findOfCase(id) });
        }
      } else caseId = toJobs(stored, null)[0]?.caseId ?? null;
      for (const job of toJobs(stored, findOfCase(caseId))) put(job);
    },
    put: async (job) => put({ ...job, ...findOfCase(job.caseId) }),
    drop: async (name) => {
      dropOne.run(nameOf(name));
      dropClaim.run(nameOf(name));
    },
    find: async (name) => {
      const row = one.get(nameOf(name));
      return row === undefined ? null : toJob(row);
    },
    list: async (query) => listJobs(db, query),
    count: async (queues, at) =>
      queues.map((queue) => {
        const row = counts.get({ queue, at });
        const [waiting, overdue, claimed] = [row?.["waiting"], row?.["overdue"], row?.["claimed"]].map(Number);
        return { queue, waiting: waiting ?? 0, overdue: overdue ?? 0, claimed: claimed ?? 0 };
      }),
    findClaim: async (name, at) => {
      const row = claim.get(nameOf(name), at);
      return row === undefined ? null : toClaim(row);
    },
    putClaim: async (given) => {
      const { queue, id, person, at, until } = given;
      putClaim.run(nameOf(given), queue, id, person, at, until);
    },
    dropClaim: async (name) => {
      dropClaim.run(nameOf(name));
    },
    listClaims: async (person, at) => claims.all(person, at).map(toClaim),
    holdsAny: async (person, { object, id }, at) =>
      (object === "case" ? holdsOfCase.get(person, at, id) : holdsOf.get(person, at, object, id)) !== undefined,
    forgetClaims: async (at) => Number(forget.run(at).changes),
    addSkip: async (name, { person, at, reason }) => {
      addSkip.run(nameOf(name), person, at, reason);
    },
    listSkips: async (name) =>
      skips.all(nameOf(name)).map((row) => ({
        person: String(row["person"]),
        at: Number(row["at"]),
        reason: String(row["reason"]),
      })),
    addConflict: async ({ object, id, person, at, reason }) => {
      addConflict.run(object, id, person, at, reason);
    },
    forgetReasons: async ({ object, id }) => {
      for (const queue of queues) clearSkips.run(erasedReason, nameOf({ queue, id }));
      clearConflicts.run(erasedReason, object, id);
    },
    hasConflict: async (person, { object, id }) => conflict.get(object, id, person) !== undefined,
  };
}

/** One queue is one walk along the index of ranks; several are merged by SQLite. */
function listJobs(db: DatabaseSync, { queues, dueBefore, freeFor, after, limit }: JobQuery): readonly Job[] {
  if (queues.length === 0) return [];
  const conditions = [queues.length === 1 ? "queue = ?" : `queue IN (${queues.map(() => "?").join(", ")})`];
  const values: SQLInputValue[] = [...queues];
  const add = (condition: string, ...given: readonly SQLInputValue[]): void => {
    conditions.push(condition);
    values.push(...given);
  };
  if (dueBefore !== undefined) add("due_at < ?", dueBefore);
  if (after !== undefined) add(`("rank", name) > (?, ?)`, ...after);
  if (freeFor !== undefined) {
    add("NOT EXISTS (SELECT 1 FROM casework_claim AS c WHERE c.name = j.name AND c.until > ?)", freeFor.at);
    add("NOT EXISTS (SELECT 1 FROM casework_skip AS s WHERE s.name = j.name AND s.person = ?)", freeFor.person);
  }
  const sql = `SELECT * FROM casework_job AS j WHERE ${conditions.join(" AND ")} ORDER BY "rank", name LIMIT ?`;
  return db
    .prepare(sql)
    .all(...values, limit)
    .map(toJob);
}

function toJob(row: Row): Job {
  const orNull = (value: unknown): string | null => (typeof value === "string" ? value : null);
  return {
    queue: String(row["queue"]) as Queue,
    object: String(row["object"]) as ObjectKind,
    id: String(row["id"]),
    priority: String(row["priority"]) as Priority,
    caseType: orNull(row["case_type"]) as CaseType | null,
    caseId: orNull(row["case_id"]),
    since: Number(row["since"]),
    dueAt: row["due_at"] === null ? null : Number(row["due_at"]),
  };
}

function toClaim(row: Row): Claim {
  return {
    queue: String(row["queue"]) as Queue,
    id: String(row["id"]),
    person: String(row["person"]),
    at: Number(row["at"]),
    until: Number(row["until"]),
  };
}

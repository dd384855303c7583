import type { CaseState } from "@breakwater/casework";
import { erasedReason, nameOf, type Claim, type Conflict, type JobStore, type Skip } from "./job-store.ts";
import { askedQueues, queues } from "./queues.ts";
import { toJobs, toRank, type Job, type OfCase } from "./to-jobs.ts";

/** The obvious way: what the other stores are held against. */
export function createMemoryJobStore(): JobStore {
  const jobs = new Map<string, Job>();
  const cases = new Map<string, OfCase>();
  const claims = new Map<string, Claim>();
  const skips = new Map<string, readonly Skip[]>();
  let conflicts: readonly Conflict[] = [];
  const isAsked = ({ queue }: Job): boolean => askedQueues.includes(queue);
  const put = (job: Job): void => void jobs.set(nameOf(job), job);
  const findClaim = (name: string, at: number): Claim | null => {
    const claim = claims.get(name);
    return claim !== undefined && claim.until > at ? claim : null;
  };
  return {
    clear: async () => {
      for (const [name, job] of jobs) if (!isAsked(job)) jobs.delete(name);
      cases.clear();
    },
    take: async (stored) => {
      const { object, id, state } = stored;
      for (const [name, job] of jobs) if (job.object === object && job.id === id && !isAsked(job)) jobs.delete(name);
      let caseId: string | null = null;
      if (object === "case") {
        const { opening, priority } = state as CaseState;
        if (opening !== null) cases.set(id, { priority: priority ?? "P3", caseType: opening.caseType });
        for (const job of jobs.values()) if (job.caseId === id) put({ ...job, ...cases.get(id) });
      } else caseId = toJobs(stored, null)[0]?.caseId ?? null;
      for (const job of toJobs(stored, cases.get(caseId ?? "") ?? null)) put(job);
    },
    put: async (job) => put({ ...job, ...cases.get(job.caseId ?? "") }),
    drop: async (name) => {
      jobs.delete(nameOf(name));
      claims.delete(nameOf(name));
    },
    find: async (name) => jobs.get(nameOf(name)) ?? null,
    list: async ({ queues, dueBefore = Infinity, freeFor, after, limit }) => {
      const isFree = (name: string): boolean =>
        freeFor === undefined ||
        (findClaim(name, freeFor.at) === null &&
          !(skips.get(name) ?? []).some(({ person }) => person === freeFor.person));
      return [...jobs.values()]
        .filter(({ queue }) => queues.includes(queue))
        .filter(({ dueAt }) => dueBefore === Infinity || (dueAt !== null && dueAt < dueBefore))
        .map((job) => ({ job, place: [toRank(job), nameOf(job)] as const }))
        .sort((a, b) => compare(a.place, b.place))
        .filter(({ place }) => after === undefined || compare(after, place) < 0)
        .filter(({ place: [, name] }) => isFree(name))
        .slice(0, limit)
        .map(({ job }) => job);
    },
    count: async (queues, at) =>
      queues.map((queue) => {
        const own = [...jobs.values()].filter((job) => job.queue === queue);
        return {
          queue,
          waiting: own.length,
          overdue: own.filter(({ dueAt }) => dueAt !== null && dueAt < at).length,
          claimed: own.filter((job) => findClaim(nameOf(job), at) !== null).length,
        };
      }),
    findClaim: async (name, at) => findClaim(nameOf(name), at),
    putClaim: async (claim) => void claims.set(nameOf(claim), claim),
    dropClaim: async (name) => void claims.delete(nameOf(name)),
    listClaims: async (person, at) =>
      [...claims.values()]
        .filter((claim) => claim.person === person && claim.until > at)
        .sort((a, b) => a.until - b.until || (nameOf(a) < nameOf(b) ? -1 : 1)),
    holdsAny: async (person, about, at) =>
      [...claims.values()].some((claim) => {
        const job = jobs.get(nameOf(claim));
        if (job === undefined || claim.person !== person || claim.until <= at) return false;
        return about.object === "case" ? job.caseId === about.id : job.object === about.object && job.id === about.id;
      }),
    forgetClaims: async (at) => {
      const over = [...claims].filter(([, { until }]) => until < at);
      for (const [name] of over) claims.delete(name);
      return over.length;
    },
    addSkip: async (name, skip) => {
      const others = (skips.get(nameOf(name)) ?? []).filter(({ person }) => person !== skip.person);
      skips.set(nameOf(name), [...others, skip]);
    },
    listSkips: async (name) => skips.get(nameOf(name)) ?? [],
    addConflict: async (conflict) => {
      if (!conflicts.some((one) => isSame(one, conflict))) conflicts = [...conflicts, conflict];
    },
    forgetReasons: async ({ object, id }) => {
      for (const queue of queues) {
        const name = nameOf({ queue, id });
        const given = skips.get(name);
        if (given !== undefined)
          skips.set(
            name,
            given.map((skip) => ({ ...skip, reason: erasedReason })),
          );
      }
      conflicts = conflicts.map((one) =>
        one.object === object && one.id === id ? { ...one, reason: erasedReason } : one,
      );
    },
    hasConflict: async (person, about) => conflicts.some((one) => isSame(one, { person, ...about })),
  };
}

function isSame(a: Pick<Conflict, "object" | "id" | "person">, b: Pick<Conflict, "object" | "id" | "person">): boolean {
  return a.object === b.object && a.id === b.id && a.person === b.person;
}

function compare(a: readonly [number, string], b: readonly [number, string]): number {
  return a[0] - b[0] || (a[1] < b[1] ? -1 : a[1] > b[1] ? 1 : 0);
}

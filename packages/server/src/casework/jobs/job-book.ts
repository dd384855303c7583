import {
  getMachine,
  toRefusal,
  type Actor,
  type CaseState,
  type Context,
  type Instant,
  type Refusal,
} from "@breakwater/casework";
import type { Transactor } from "../../state/transactor.ts";
import { tellOfJobs } from "../desk/desk-notices.ts";
import { loadContext, type ExecuteWorld } from "../desk/execute.ts";
import { openUnit } from "../desk/unit.ts";
import type { LeadStore } from "../leads/lead-store.ts";
import { readClocks, type ReadClock } from "../listing/to-listed.ts";
import { hidesNames } from "../objects/need-to-know.ts";
import type { OpinionStore } from "../opinions/opinion-store.ts";
import { nameOf, type Claim, type JobName, type JobStore, type Skip } from "./job-store.ts";
import { listQueuesOf, listReadableQueues, queueRows, type Queue } from "./queues.ts";
import { isSensitive, toRank, type Job } from "./to-jobs.ts";

export type Worker = { readonly actor: Actor; readonly at: Instant };

/** A job as people see it. */
export type JobView = Omit<Job, "caseId"> & {
  readonly case: string | null;
  readonly status: string;
  readonly sensitive: boolean;
  readonly isOverdue: boolean;
  readonly clock: ReadClock | null;
  readonly claim: { readonly by: string | null; readonly mine: boolean; readonly until: Instant } | null;
  readonly skips: readonly { readonly by: string | null; readonly at: Instant; readonly reason: string }[];
  /** Why this person cannot do it; null: they can. */
  readonly refusal: Refusal | null;
};

export type JobCommand =
  | { readonly kind: "claim" }
  | { readonly kind: "release" }
  | { readonly kind: "skip"; readonly reason: string }
  | { readonly kind: "hand_over"; readonly to: string; readonly reason: string }
  | { readonly kind: "declare_conflict"; readonly reason: string };

export type JobAnswer =
  | { readonly kind: "job"; readonly job: JobView }
  | { readonly kind: "refused"; readonly refusal: Refusal }
  | { readonly kind: "not_found" };

/** The work that waits, and who does it. Takes and gives plain data. */
export interface JobBook {
  listQueues(by: Worker): Promise<
    readonly {
      readonly queue: Queue | "overdue";
      readonly waiting: number;
      readonly overdue: number;
      readonly claimed: number;
    }[]
  >;
  list(
    ask: {
      readonly queue: Queue | "overdue";
      readonly show: "free" | "all";
      readonly after: readonly [number, string] | undefined;
      readonly limit: number;
    },
    by: Worker,
  ): Promise<
    | { readonly kind: "page"; readonly items: readonly JobView[]; readonly next: readonly [number, string] | null }
    | { readonly kind: "refused"; readonly refusal: Refusal }
  >;
  listMine(by: Worker): Promise<readonly JobView[]>;
  read(name: JobName, by: Worker): Promise<JobAnswer>;
  /** Claims the first job of a queue that is free and open to this person; `not_found` where there is none. */
  takeNext(queue: Queue, by: Worker): Promise<JobAnswer>;
  command(name: JobName, command: JobCommand, by: Worker): Promise<JobAnswer>;
}

export type JobDeps = ExecuteWorld & {
  readonly transactor: Transactor;
  readonly jobs: JobStore;
  readonly leads: LeadStore;
  readonly opinions: OpinionStore;
};

/** For how long a claimed job is kept from others without another sign. */
export const claimMs = 1_800_000;
/** For how long it waits for whom it was handed over to. */
export const handedMs = 86_400_000;
/** Jobs that are looked at for the next free one. */
const lookedAt = 200;

export function createJobBook(deps: JobDeps): JobBook {
  const { transactor, jobs, leads, outbox } = deps;
  const show = async (job: Job, by: Worker): Promise<JobAnswer> => ({ kind: "job", job: await toView(job, by, deps) });
  const claim = (job: JobName, person: string, at: Instant, ms: number): Promise<void> =>
    jobs.putClaim({ queue: job.queue, id: job.id, person, at, until: at + ms });
  return {
    listQueues: async ({ actor, at }) => {
      const own = await jobs.count(listReadableQueues(actor.roles), at);
      const overdue = own.reduce((sum, one) => sum + one.overdue, 0);
      return [{ queue: "overdue", waiting: overdue, overdue, claimed: 0 }, ...own];
    },
    list: async ({ queue, show: wished, after, limit }, by) => {
      const { actor, at } = by;
      const readable = listReadableQueues(actor.roles);
      if (queue !== "overdue" && !readable.includes(queue)) return refuse("queue_not_yours");
      const found = await jobs.list({
        queues: queue === "overdue" ? readable : [queue],
        ...(queue === "overdue" ? { dueBefore: at } : {}),
        ...(wished === "free" ? { freeFor: { person: actor.id, at } } : {}),
        ...(after === undefined ? {} : { after }),
        limit: limit + 1,
      });
      const items = [];
      for (const job of found.slice(0, limit)) {
        // A lead that another one stands for is no job of its own.
        if (job.queue === "triage" && (await leads.findJoinedTo(job.id)) !== null) continue;
        items.push(await toView(job, by, deps));
      }
      const last = found[limit - 1];
      const isMore = found.length > limit && last !== undefined;
      return { kind: "page", items, next: isMore ? [toRank(last), nameOf(last)] : null };
    },
    listMine: async (by) => {
      const held = [];
      for (const one of await jobs.listClaims(by.actor.id, by.at)) {
        const job = await jobs.find(one);
        if (job !== null) held.push(await toView(job, by, deps));
      }
      return held;
    },
    read: async (name, by) => {
      if (!listReadableQueues(by.actor.roles).includes(name.queue)) return refuse("queue_not_yours");
      const job = await jobs.find(name);
      return job === null ? { kind: "not_found" } : show(job, by);
    },
    takeNext: (queue, by) =>
      transactor.run(async () => {
        const { actor, at } = by;
        if (!listQueuesOf(actor.roles).includes(queue)) return refuse("queue_not_yours");
        const free = await jobs.list({ queues: [queue], freeFor: { person: actor.id, at }, limit: lookedAt });
        for (const job of free) {
          if (job.queue === "triage" && (await leads.findJoinedTo(job.id)) !== null) continue;
          if ((await findWorkRefusal(job, by, deps)) !== null) continue;
          await claim(job, actor.id, at, claimMs);
          await tellOfJobs(outbox, at);
          return show(job, by);
        }
        return { kind: "not_found" };
      }),
    command: (name, command, by) =>
      transactor.run(async () => {
        const { actor, at } = by;
        if (!listQueuesOf(actor.roles).includes(name.queue)) return refuse("queue_not_yours");
        const job = await jobs.find(name);
        if (job === null) return { kind: "not_found" };
        const held = await jobs.findClaim(name, at);
        const isMine = held?.person === actor.id;
        const refusal = await findCommandRefusal(command, { job, held, by }, deps);
        if (refusal !== null) return { kind: "refused", refusal };
        switch (command.kind) {
          case "claim":
            await claim(job, actor.id, at, claimMs);
            break;
          case "release":
            await jobs.dropClaim(name);
            break;
          case "skip":
            if (isMine) await jobs.dropClaim(name);
            await jobs.addSkip(name, { person: actor.id, at, reason: command.reason });
            break;
          case "hand_over":
            await jobs.addSkip(name, { person: actor.id, at, reason: command.reason });
            await claim(job, command.to, at, handedMs);
            break;
          case "declare_conflict":
            if (isMine) await jobs.dropClaim(name);
            await jobs.addConflict({ ...toAbout(job), person: actor.id, at, reason: command.reason });
            break;
        }
        await tellOfJobs(outbox, at);
        return show(job, by);
      }),
  };
}

function refuse(code: Refusal["code"]): { readonly kind: "refused"; readonly refusal: Refusal } {
  return { kind: "refused", refusal: toRefusal(code) };
}

/** An interest is in the whole case, whichever of its jobs it showed at. */
function toAbout({ object, id, caseId }: Job) {
  return caseId === null ? { object, id } : { object: "case" as const, id: caseId };
}

async function findCommandRefusal(
  { kind }: JobCommand,
  { job, held, by }: { readonly job: Job; readonly held: Claim | null; readonly by: Worker },
  deps: JobDeps,
): Promise<Refusal | null> {
  const isMine = held?.person === by.actor.id;
  switch (kind) {
    case "claim":
      return held !== null && !isMine ? toRefusal("job_taken") : findWorkRefusal(job, by, deps);
    case "release":
    case "hand_over":
      return isMine ? null : toRefusal("job_not_held");
    default:
      return null;
  }
}

/** Why this person cannot do the job, whoever holds it: by what the machine says to its main command, and by declared interests. */
async function findWorkRefusal(job: Job, by: Worker, deps: JobDeps): Promise<Refusal | null> {
  const { jobs, opinions, store } = deps;
  if (await jobs.hasConflict(by.actor.id, toAbout(job))) return toRefusal("conflict_of_interest");
  if (job.queue === "second_opinion") {
    const asked = await opinions.findOpinion(job.id);
    if (asked?.askedBy === by.actor.id) return toRefusal("own_proposal");
    return asked?.of == null || asked.of === by.actor.id ? null : toRefusal("not_yours");
  }
  const { main } = queueRows[job.queue];
  if (job.queue === "quality") {
    const sample = await opinions.findSample(job.id);
    const decision = (await store.readState("decision", job.id))?.state as CaseState | undefined;
    const state = (await store.readState("case", sample?.case ?? ""))?.state as CaseState | undefined;
    const people = [...(decision?.people ?? []), ...(state?.people ?? [])];
    return people.includes(by.actor.id) ? toRefusal("took_part") : null;
  }
  if (main === null) return null;
  const unit = openUnit(deps);
  const state = await unit.load(job.object, job.id);
  const context: Context = await loadContext({ object: job.object, id: job.id, command: {} }, by, { ...deps, unit });
  const availability = getMachine(job.object).findAvailability(state, main, context);
  return availability.enabled ? null : availability.refusal;
}

async function toView(job: Job, by: Worker, deps: JobDeps): Promise<JobView> {
  const { actor, at } = by;
  const { jobs, store } = deps;
  const { caseId, ...rest } = job;
  const object = job.queue === "second_opinion" ? { object: "case" as const, id: caseId ?? "" } : job;
  const state = (await store.readState(object.object, object.id))?.state;
  const clocks = job.object === "case" && state !== undefined ? readClocks(state as CaseState, at) : [];
  const held = await jobs.findClaim(job, at);
  // Who skipped an appeal, or holds it, says nothing of the first decision; who worked on the case does.
  const hides = hidesNames(actor, []) && job.queue !== "appeal" && job.queue !== "quality";
  const nameOfPerson = (person: string): string | null => (hides && person !== actor.id ? null : person);
  const skips = await jobs.listSkips(job);
  return {
    ...rest,
    case: caseId,
    status: state?.status ?? "",
    sensitive: isSensitive(job.caseType),
    isOverdue: job.dueAt !== null && job.dueAt < at,
    clock: clocks.find(({ what }) => (job.queue === "assignment") === (what === "first_action")) ?? null,
    claim: held === null ? null : { by: nameOfPerson(held.person), mine: held.person === actor.id, until: held.until },
    skips: skips.map(({ person, ...skip }: Skip) => ({ by: nameOfPerson(person), ...skip })),
    refusal: await findViewersRefusal(job, held, by, deps),
  };
}

async function findViewersRefusal(job: Job, held: Claim | null, by: Worker, deps: JobDeps): Promise<Refusal | null> {
  if (!listQueuesOf(by.actor.roles).includes(job.queue)) return toRefusal("queue_not_yours");
  if (held !== null && held.person !== by.actor.id) return toRefusal("job_taken");
  return findWorkRefusal(job, by, deps);
}

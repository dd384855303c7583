import type { Instant, ObjectKind } from "@breakwater/casework";
import type { ReadModel } from "../projection/read-model.ts";
import type { Queue } from "./queues.ts";
import type { Job } from "./to-jobs.ts";

export type JobName = { readonly queue: Queue; readonly id: string };

/** That one person does a job now, and until when. */
export type Claim = JobName & { readonly person: string; readonly at: Instant; readonly until: Instant };
export type Skip = { readonly person: string; readonly at: Instant; readonly reason: string };
/** An interest of one's own in an object: a case, with everything that belongs to it; or whatever else the job was about. */
export type Conflict = {
  readonly object: ObjectKind;
  readonly id: string;
  readonly person: string;
  readonly at: Instant;
  readonly reason: string;
};

export type JobQuery = {
  readonly queues: readonly Queue[];
  /** Only what was due before. */
  readonly dueBefore?: Instant;
  /** Only what nobody holds at `at` and `person` has not skipped. */
  readonly freeFor?: { readonly person: string; readonly at: Instant };
  readonly after?: readonly [rank: number, name: string];
  readonly limit: number;
};

export type QueueCount = {
  readonly queue: Queue;
  readonly waiting: number;
  readonly overdue: number;
  readonly claimed: number;
};

/**
 * What is to be done, and who does it. Jobs follow from states, but for those that people ask for (`put`); claims, skips and declared
 * interests are kept for themselves. Called inside a unit of the transactor, so that two people never take the same job.
 */
export interface JobStore extends ReadModel {
  put(job: Job): Promise<void>;
  drop(name: JobName): Promise<void>;
  find(name: JobName): Promise<Job | null>;
  /** By rank. */
  list(query: JobQuery): Promise<readonly Job[]>;
  count(queues: readonly Queue[], at: Instant): Promise<readonly QueueCount[]>;

  /** One that has not run out. */
  findClaim(name: JobName, at: Instant): Promise<Claim | null>;
  /** In place of any other of this job. */
  putClaim(claim: Claim): Promise<void>;
  dropClaim(name: JobName): Promise<void>;
  listClaims(person: string, at: Instant): Promise<readonly Claim[]>;
  /** Whether somebody holds a job of this object, or of what belongs to this case. */
  holdsAny(person: string, about: { readonly object: ObjectKind; readonly id: string }, at: Instant): Promise<boolean>;
  /** Claims that have run out, before `at`; gives how many. */
  forgetClaims(at: Instant): Promise<number>;

  addSkip(name: JobName, skip: Skip): Promise<void>;
  /** The oldest first. */
  listSkips(name: JobName): Promise<readonly Skip[]>;

  addConflict(conflict: Conflict): Promise<void>;
  /** What people wrote when they skipped a job of this object, or declared an interest in it; that they did stays. */
  forgetReasons(about: { readonly object: ObjectKind; readonly id: string }): Promise<void>;
  hasConflict(person: string, about: { readonly object: ObjectKind; readonly id: string }): Promise<boolean>;
}

/** Stands where somebody gave a reason. */
export const erasedReason = "erased";

/** Names a job in a cursor. */
export function nameOf({ queue, id }: JobName): string {
  return `${queue}/${id}`;
}

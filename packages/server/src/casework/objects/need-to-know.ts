import {
  toRefusal,
  type Actor,
  type CaseState,
  type DecisionState,
  type Instant,
  type ObjectKind,
  type Refusal,
  type StateOf,
} from "@breakwater/casework";
import type { JobStore } from "../jobs/job-store.ts";
import { queueRows, queues } from "../jobs/queues.ts";
import { isSensitive } from "../jobs/to-jobs.ts";
import type { CaseworkStore, StoredState } from "../store/casework-store.ts";

type Guarding = { readonly store: CaseworkStore; readonly jobs: JobStore };
type Who = { readonly actor: Actor; readonly at: Instant };

/** The case that an object belongs to; a case belongs to itself. Null: to none. */
export function caseIdOf({ object, id, state }: Pick<StoredState, "object" | "id" | "state">): string | null {
  if (object === "case") return id;
  if (object === "decision") return (state as DecisionState).opening?.caseId ?? null;
  const isInCase = object === "transfer" || object === "self_review" || object === "unmasking";
  return isInCase ? (state as StateOf<"transfer">).caseId : null;
}

/**
 * Why somebody may not open an object; null where they may. Where somebody is under attack, the case and all that belongs to it are for
 * those who work on it: who took it, did something in it, or holds one of its jobs; and for the auditor. A declared interest closes it
 * for everybody else, for good.
 */
export async function findViewRefusal(stored: StoredState, who: Who, world: Guarding): Promise<Refusal | null> {
  const { actor, at } = who;
  const caseId = caseIdOf(stored);
  const about = caseId === null ? { object: stored.object, id: stored.id } : { object: "case" as const, id: caseId };
  if (await world.jobs.hasConflict(actor.id, about)) return toRefusal("conflict_of_interest");
  if (actor.roles.includes("auditor")) return null;
  if (stored.object === "victim_workspace") {
    return (stored.state as StateOf<"victim_workspace">).contact === actor.id ? null : toRefusal("need_to_know");
  }
  // What our own controls missed, and whether a pseudonym may be unmasked, tells nothing of who was attacked.
  if (caseId === null || stored.object === "self_review" || stored.object === "unmasking") return null;
  const state = stored.object === "case" ? stored.state : (await world.store.readState("case", caseId))?.state;
  if (state === undefined || !isSensitive((state as CaseState).opening?.caseType ?? null)) return null;
  const isOnIt = isOnCase(state as CaseState, actor.id) || isOnDecision(stored, actor.id);
  if (isOnIt || (await world.jobs.holdsAny(actor.id, { object: "case", id: caseId }, at))) return null;
  return toRefusal("need_to_know");
}

function isOnCase({ opening, people, assignees }: CaseState, person: string): boolean {
  return people.includes(person) || assignees.includes(person) || opening?.openedBy.includes(person) === true;
}

function isOnDecision({ object, state }: StoredState, person: string): boolean {
  return object === "decision" && (state as DecisionState).people.includes(person);
}

/** Why somebody may not give this command beside what the machine says: a declared interest, or somebody else who does the job now. */
export async function findJobRefusal(
  stored: StoredState,
  command: string,
  { actor, at }: Who,
  { jobs }: Pick<Guarding, "jobs">,
): Promise<Refusal | null> {
  for (const queue of queuesOf(stored.object, command)) {
    const claim = await jobs.findClaim({ queue, id: stored.id }, at);
    if (claim !== null && claim.person !== actor.id) return toRefusal("job_taken", [queue]);
  }
  return null;
}

function queuesOf(object: ObjectKind, command: string) {
  return queues.filter((queue) => queueRows[queue].object === object && queueRows[queue].commands.includes(command));
}

/** Claims on jobs that are done are given up. */
export async function dropDoneClaims({ object, id }: StoredState, { at }: Who, { jobs }: Pick<Guarding, "jobs">) {
  for (const queue of queues) {
    if (queueRows[queue].object !== object) continue;
    const name = { queue, id };
    const isDone = (await jobs.findClaim(name, at)) !== null && (await jobs.find(name)) === null;
    if (isDone) await jobs.dropClaim(name);
  }
}

/** Whether the names of those who decided are left out: for whoever may be asked to judge an appeal, and did not take part. */
export function hidesNames(actor: Actor, people: readonly string[]): boolean {
  const judges = actor.roles.includes("appeal_reviewer") || actor.roles.includes("outsider");
  return judges && !actor.roles.includes("auditor") && !people.includes(actor.id);
}

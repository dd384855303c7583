import {
  isRestriction,
  listOpenCorrections,
  priorities,
  readClock,
  type CaseState,
  type CaseType,
  type DecisionState,
  type Instant,
  type LeadState,
  type ObjectKind,
  type Priority,
  type StateOf,
} from "@breakwater/casework";
import type { StoredState } from "../store/casework-store.ts";
import type { Queue } from "./queues.ts";

/** One thing to be done about one object. */
export type Job = {
  readonly queue: Queue;
  readonly object: ObjectKind;
  /** Of the object; with the queue it names the job. */
  readonly id: string;
  readonly priority: Priority;
  readonly caseType: CaseType | null;
  readonly caseId: string | null;
  readonly since: Instant;
  /** Null: no time is set, or the clock stands still. */
  readonly dueAt: Instant | null;
};

/** What a job of a decision has from its case. */
export type OfCase = { readonly priority: Priority; readonly caseType: CaseType };

/** Jobs that an object is, by its state. `ofCase`: of the case that a decision or review belongs to; null where it is not known. */
export function toJobs({ object, id, state, createdAt }: StoredState, ofCase: OfCase | null): readonly Job[] {
  const toJob = (queue: Queue, since: Instant, dueAt: Instant | null, more: Partial<Job> = {}): Job => ({
    queue,
    object,
    id,
    priority: ofCase?.priority ?? "P2",
    caseType: ofCase?.caseType ?? null,
    caseId: null,
    since,
    dueAt,
    ...more,
  });
  switch (object) {
    case "lead": {
      const { status, content, expiresAt, into } = state as LeadState;
      const isUrgent = content?.source === "trusted_flagger" || content?.source === "authority";
      const priority = isUrgent ? "P2" : "P3";
      return status === "lead_open" && into === null ? [toJob("triage", createdAt, expiresAt, { priority })] : [];
    }
    case "case":
      return listCaseJobs(state as CaseState, (queue, since, dueAt) => {
        const { opening, priority } = state as CaseState;
        return toJob(queue, since ?? createdAt, dueAt, {
          priority: priority ?? "P3",
          caseType: opening?.caseType ?? null,
          caseId: id,
        });
      });
    case "decision": {
      const decision = state as DecisionState;
      const more = { caseId: decision.opening?.caseId ?? null };
      return listDecisionJobs(decision, (queue, since, dueAt) =>
        toJob(queue, since ?? decision.decidedAt ?? createdAt, dueAt, more),
      );
    }
    case "hold": {
      const { status, contested, endsAt } = state as StateOf<"hold">;
      return status === "held" && contested ? [toJob("contested_hold", createdAt, endsAt, { priority: "P1" })] : [];
    }
    case "authority_request": {
      const { status, content, receivedAt } = state as StateOf<"authority_request">;
      const isOpen = status === "received" || status === "validating" || status === "returned";
      return isOpen ? [toJob("authority", receivedAt ?? createdAt, content?.deadline ?? null)] : [];
    }
    case "self_review": {
      const { status, gaps, caseId } = state as StateOf<"self_review">;
      const open = Object.values(gaps).filter(({ closedBy }) => closedBy === null);
      const dueAt = open.length === 0 ? null : Math.min(...open.map((gap) => gap.dueAt));
      return status === "open" || status === "finished" ? [toJob("self_review", createdAt, dueAt, { caseId })] : [];
    }
    case "unmasking": {
      const { status, caseId } = state as StateOf<"unmasking">;
      return status === "requested" ? [toJob("unmasking", createdAt, null, { caseId })] : [];
    }
    case "victim_workspace": {
      const { status, contact, isMinor } = state as StateOf<"victim_workspace">;
      const priority = isMinor ? "P0" : "P1";
      return status === "active" && contact === null ? [toJob("victim", createdAt, null, { priority })] : [];
    }
    case "determination": {
      const open = listOpenCorrections(state as StateOf<"determination">);
      if (open.length === 0) return [];
      const [since, dueAt] = [
        Math.min(...open.map(({ askedAt }) => askedAt)),
        Math.min(...open.map((one) => one.dueAt)),
      ];
      return [toJob("correction", since, dueAt)];
    }
    default:
      return [];
  }
}

type ToJob = (queue: Queue, since: Instant | null, dueAt: Instant | null) => Job;

function listCaseJobs(state: CaseState, toJob: ToJob): readonly Job[] {
  switch (state.status) {
    case "case_open": {
      const dueAt = state.firstAction === null ? null : readClock(state.firstAction, state.updatedAt).dueAt;
      return [toJob("assignment", null, dueAt)];
    }
    case "investigating":
    case "waiting_partner":
      return [toJob("investigation", null, null)];
    case "hearing": {
      const open = Object.values(state.hearings).filter(({ endedAt }) => endedAt === null);
      const times = open.flatMap(({ dueAt }) => (dueAt === null ? [] : [dueAt]));
      const since = Math.min(...open.map(({ askedAt }) => askedAt));
      return [toJob("hearing", open.length === 0 ? null : since, times.length === 0 ? null : Math.min(...times))];
    }
    case "proposed": {
      const { proposal } = state;
      const isBlind = proposal?.kind === "action" && proposal.bulk && !isSampleJudged(proposal);
      return [toJob(isBlind ? "blind_sample" : "approval", proposal?.at ?? null, null)];
    }
    default:
      return [];
  }
}

type Bulk = Extract<NonNullable<CaseState["proposal"]>, { kind: "action" }>;

/** Whether one person has judged every sampled account. */
export function isSampleJudged({ sample, judgements }: Bulk): boolean {
  if (sample === null) return false;
  const judges = new Set(judgements.map(({ by }) => by));
  return [...judges].some((judge) =>
    sample.every((account) => judgements.some((one) => one.by === judge && one.account === account)),
  );
}

function listDecisionJobs(state: DecisionState, toJob: ToJob): readonly Job[] {
  const { appeals, restoration, dispute, emergencyUntil, measures } = state;
  if (state.status === "closed" || state.status === "purged") return [];
  const jobs: Job[] = [];
  const open = Object.values(appeals).filter(({ outcome }) => outcome === null);
  if (open.length > 0) {
    const [since, dueAt] = [Math.min(...open.map(({ at }) => at)), Math.min(...open.map((one) => one.dueAt))];
    jobs.push(toJob("appeal", since, dueAt));
  }
  const isPending = restoration !== null && restoration.pendingMeasures.length + restoration.pendingSteps.length > 0;
  if (isPending) jobs.push(toJob("restoration", restoration.startedAt, restoration.dueAt));
  if (dispute?.isOpen === true) jobs.push(toJob("dispute", null, dispute.dueAt));
  if (emergencyUntil !== null) jobs.push(toJob("emergency", null, emergencyUntil));
  const records = Object.values(measures);
  const hasFailed = records.some(
    ({ status, failures }) =>
      status === "failed" || (failures > 0 && (status === "applying" || status === "reversing")),
  );
  if (hasFailed) jobs.push(toJob("failed_effect", null, null));
  const reviews = records.flatMap(({ status, reviewAt, final }) =>
    status === "active" && reviewAt !== null && !final ? [reviewAt] : [],
  );
  if (reviews.length > 0) jobs.push(toJob("measure_review", null, Math.min(...reviews)));
  return jobs;
}

/** Below every time that is due: what has no time comes after what has one, the oldest first. */
const withoutTime = 5_000_000_000_000;
const step = 10_000_000_000_000;

/** The order within a queue, in one number: by priority, then by what is due first. */
export function toRank({ priority, dueAt, since }: Pick<Job, "priority" | "dueAt" | "since">): number {
  return priorities.indexOf(priority) * step + (dueAt ?? withoutTime + since);
}

/** Case types in which somebody is under attack and may be harmed by who knows of it. */
const sensitiveTypes: ReadonlySet<string> = new Set([
  "doxxing",
  "threat",
  "abuse",
  "harassment_for_hire",
  "privacy",
  "intimate_images",
]);

export function isSensitive(caseType: string | null): boolean {
  return caseType !== null && sensitiveTypes.has(caseType);
}

/** Whether a decision of a case restricts anybody: what quality samples are drawn from. */
export function restricts({ opening }: DecisionState): boolean {
  return opening?.kind === "action" && opening.measures.some(({ type }) => isRestriction(type));
}

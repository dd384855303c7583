import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";
import { casePriorities, caseTypes } from "../leads.ts";
import { clock, personId, words } from "./parts.ts";
import { findingRole, grade } from "./proposal.ts";
import { evidenceView } from "./case-evidence.ts";

/** One queue for each question. `overdue` holds the jobs of all others whose time is over. */
export const queueNames = [
  "overdue",
  "triage",
  "assignment",
  "investigation",
  "hearing",
  "approval",
  "blind_sample",
  "appeal",
  "restoration",
  "dispute",
  "emergency",
  "contested_hold",
  "failed_effect",
  "measure_review",
  "authority",
  "self_review",
  "unmasking",
  "victim",
  "correction",
  "second_opinion",
  "quality",
] as const;
const queue = z.enum(queueNames).meta({ id: "QueueName" });

export const jobView = z
  .object({
    queue,
    /** Of the object that it is about; with the queue it names the job. */
    id,
    object: z.string(),
    status: z.string(),
    priority: z.enum(casePriorities),
    caseType: z.enum(caseTypes).nullable(),
    case: id.nullable(),
    sensitive: z.boolean(),
    since: instant,
    /** When it has to be done; null: no time is set, or the clock stands still. */
    dueAt: instant.nullable(),
    isOverdue: z.boolean(),
    clock: clock.nullable(),
    /** Who does it now. Nobody else can, until it runs out, is given back or handed over. */
    claim: z.object({ by: personId, mine: z.boolean(), until: instant }).nullable(),
    skips: z.array(z.object({ by: personId, at: instant, reason: z.string() })),
    /** Why the caller cannot do it; null: they can. */
    refusal: z.object({ code: z.string(), why: z.string(), next: z.string() }).nullable(),
  })
  .meta({ id: "Job" });

export const jobCommand = z
  .discriminatedUnion("kind", [
    /** Also: again, for another while. */
    z.strictObject({ kind: z.literal("claim") }),
    z.strictObject({ kind: z.literal("release") }),
    z.strictObject({ kind: z.literal("skip"), reason: words }),
    z.strictObject({ kind: z.literal("hand_over"), to: id, reason: words }),
    /** An interest of one's own in what it is about: for good, and for every job about it. */
    z.strictObject({ kind: z.literal("declare_conflict"), reason: words }),
  ])
  .meta({ id: "JobCommand" });

const params = z.object({ queue, id });

export const listQueues = defineRoute({
  id: "listQueues",
  method: "GET",
  path: "/v1/queues",
  access: "jobs:work",
  summary: "List the queues that the caller works, with how much waits in each.",
  tag: "jobs",
  status: 200,
  response: z.object({
    items: z.array(
      z.object({
        queue,
        /** The question that it puts, in the caller's language. */
        question: z.string(),
        waiting: z.int().min(0),
        overdue: z.int().min(0),
        claimed: z.int().min(0),
      }),
    ),
  }),
});

export const listJobs = defineRoute({
  id: "listJobs",
  method: "GET",
  path: "/v1/queues/{queue}/jobs",
  access: "jobs:work",
  summary: "List a queue's jobs, by priority, then by what is due first.",
  tag: "jobs",
  params: z.object({ queue }),
  query: pageQuery.extend({
    /** `free`: claimed by nobody and not skipped by the caller. */
    show: z.enum(["free", "all"]).default("all"),
  }),
  status: 200,
  response: pageOf(jobView),
  errors: ["refused"],
});

export const listMyJobs = defineRoute({
  id: "listMyJobs",
  method: "GET",
  path: "/v1/my-jobs",
  access: "jobs:work",
  summary: "List the jobs that the caller holds, and those handed over to them.",
  tag: "jobs",
  status: 200,
  response: z.object({ items: z.array(jobView) }),
});

export const takeNextJob = defineRoute({
  id: "takeNextJob",
  method: "POST",
  path: "/v1/queues/{queue}/next",
  access: "jobs:work",
  summary: "Claim the first job of a queue that is free and open to the caller.",
  tag: "jobs",
  params: z.object({ queue }),
  status: 200,
  response: z.object({ job: jobView.nullable() }),
  errors: ["refused"],
  idempotent: true,
});

export const getJob = defineRoute({
  id: "getJob",
  method: "GET",
  path: "/v1/queues/{queue}/jobs/{id}",
  access: "jobs:work",
  summary: "Read a job: who holds it, and what those who skipped it said.",
  tag: "jobs",
  params,
  status: 200,
  response: jobView,
  errors: ["not_found", "refused"],
});

export const commandJob = defineRoute({
  id: "commandJob",
  method: "POST",
  path: "/v1/queues/{queue}/jobs/{id}/commands",
  access: "jobs:work",
  summary: "Claim a job, give it back, skip it, hand it over, or declare an interest.",
  tag: "jobs",
  params,
  body: jobCommand,
  status: 200,
  response: jobView,
  errors: ["not_found", "refused"],
  idempotent: true,
});

// Quality: a random share of decisions, judged again by somebody who does not see what was decided.

const qualityLine = z.object({ id, drawnAt: instant, judgedAt: instant.nullable(), agrees: z.boolean().nullable() });

export const getQualitySample = defineRoute({
  id: "getQualitySample",
  method: "GET",
  path: "/v1/quality-samples/{id}",
  access: "cases:read",
  summary: "Read what a decision rested on, without what was decided: to be judged again. Its id is the decision's.",
  tag: "jobs",
  params: z.object({ id }),
  status: 200,
  response: z.object({
    id,
    caseType: z.enum(caseTypes),
    account: z.string(),
    drawnAt: instant,
    evidence: z.array(evidenceView),
    /** What the person said to it. */
    reply: z.string().nullable(),
    /** Of the caller's own judgement; null until then, and so is what was decided. */
    judged: z
      .object({
        role: findingRole,
        grade,
        agrees: z.boolean(),
        decided: z.object({ role: findingRole, grade }),
      })
      .nullable(),
  }),
  errors: ["not_found", "refused"],
});

export const judgeQualitySample = defineRoute({
  id: "judgeQualitySample",
  method: "POST",
  path: "/v1/quality-samples/{id}/judgement",
  access: "cases:write",
  summary: "Judge again what was decided, without having seen it.",
  tag: "jobs",
  params: z.object({ id }),
  body: z.strictObject({ role: findingRole, grade, reason: words }),
  status: 200,
  response: getQualitySample.response,
  errors: ["not_found", "refused"],
  idempotent: true,
});

export const listQualitySamples = defineRoute({
  id: "listQualitySamples",
  method: "GET",
  path: "/v1/quality-samples",
  access: "cases:read",
  summary: "Say how often people who judged again agreed, with each judgement.",
  tag: "jobs",
  query: pageQuery,
  status: 200,
  response: pageOf(qualityLine).extend({
    drawn: z.int().min(0),
    judged: z.int().min(0),
    agreed: z.int().min(0),
  }),
});

export const jobsRoutes: readonly Route[] = [
  listQueues,
  listJobs,
  listMyJobs,
  takeNextJob,
  getJob,
  commandJob,
  listQualitySamples,
  getQualitySample,
  judgeQualitySample,
];

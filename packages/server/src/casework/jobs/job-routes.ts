import { commandJob, getJob, listJobs, listMyJobs, listQueues, takeNextJob } from "@breakwater/contract";
import { getRefusalWords, type RefusalLanguage } from "@breakwater/casework";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../../http/route.ts";
import { languageOf, readCursor, toActor, toCursor, toRefused } from "../http-parts.ts";
import type { JobAnswer, JobBook, JobView } from "./job-book.ts";
import { overdueWords, queueRows, type Queue } from "./queues.ts";

/** `/v1/queues`, `/v1/my-jobs`. */
export function createJobRoutes({ book }: { readonly book: JobBook }): readonly BoundRoute[] {
  return [
    bindRoute(listQueues, async ({ caller, at, headers }) => {
      const side = languageOf(headers) === "en" ? "en" : "zh";
      const counts = await book.listQueues({ actor: toActor(caller), at });
      const items = counts.map((count) => ({
        ...count,
        question: count.queue === "overdue" ? overdueWords[side] : queueRows[count.queue][side],
      }));
      return { body: { items } };
    }),
    bindRoute(listJobs, async ({ params, query: { cursor, limit, show }, caller, at, headers }) => {
      const language = languageOf(headers);
      const by = { actor: toActor(caller), at };
      const page = await book.list({ queue: params.queue, show, after: readCursor(cursor), limit }, by);
      if (page.kind === "refused") throw toRefused(page.refusal, language);
      return { body: { items: page.items.map((job) => toJobBody(job, language)), nextCursor: toCursor(page.next) } };
    }),
    bindRoute(listMyJobs, async ({ caller, at, headers }) => {
      const jobs = await book.listMine({ actor: toActor(caller), at });
      return { body: { items: jobs.map((job) => toJobBody(job, languageOf(headers))) } };
    }),
    bindRoute(takeNextJob, async ({ params, caller, at, headers }) => {
      const language = languageOf(headers);
      const answer = await book.takeNext(toQueue(params.queue), { actor: toActor(caller), at });
      return { body: { job: answer.kind === "not_found" ? null : requireJob(answer, language) } };
    }),
    bindRoute(getJob, async ({ params, caller, at, headers }) => {
      const name = { queue: toQueue(params.queue), id: params.id };
      return { body: requireJob(await book.read(name, { actor: toActor(caller), at }), languageOf(headers)) };
    }),
    bindRoute(commandJob, async ({ params, body, caller, at, headers }) => {
      const name = { queue: toQueue(params.queue), id: params.id };
      const answer = await book.command(name, body, { actor: toActor(caller), at });
      return { body: requireJob(answer, languageOf(headers)) };
    }),
  ];
}

/** What is late is a view of the other queues: a job is claimed where it is. */
function toQueue(queue: Queue | "overdue"): Queue {
  if (queue === "overdue") throw new HttpError("not_found");
  return queue;
}

function requireJob(answer: JobAnswer, language: RefusalLanguage): object {
  if (answer.kind === "not_found") throw new HttpError("not_found");
  if (answer.kind === "refused") throw toRefused(answer.refusal, language);
  return toJobBody(answer.job, language);
}

function toJobBody({ refusal, ...job }: JobView, language: RefusalLanguage): object {
  const words = refusal === null ? null : { code: refusal.code, ...getRefusalWords(refusal.code, language) };
  return { ...job, refusal: words };
}

import { z } from "zod";
import { id, instant } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

const accountQuestion = z
  .strictObject({
    /** The platform's id of the account. In the body, so that it stands in no log of addresses. */
    account: id,
  })
  .meta({ id: "AccountQuestion" });

const count = z.int().min(0);
const counts = z.record(z.string(), count);

export const erasureReport = z
  .object({
    account: id,
    at: instant,
    /** Records that are gone, by where they were kept. */
    erased: counts,
    /** What has to stay for now, in which decision or case it is evidence, and until when (null: nobody can say yet). */
    keptBack: z.array(
      z.object({ holder: z.string(), kind: z.string(), count, because: z.string(), until: instant.nullable() }),
    ),
    /** Where it failed; it is tried again by itself. */
    failed: z.array(z.string()),
    /** When the rest is tried again; null where nothing is left. */
    dueAt: instant.nullable(),
  })
  .meta({ id: "ErasureReport" });

export const eraseAccountRecords = defineRoute({
  id: "eraseAccountRecords",
  method: "POST",
  path: "/v1/records/erase",
  access: "records:manage",
  summary: "Erase everything that is kept of an account, but evidence of decisions in force",
  tag: "records",
  body: accountQuestion,
  status: 200,
  response: erasureReport,
  errors: ["unavailable"],
});

/** A line of what an account is told. The first is the header and the last the summary: without it something is missing. */
export const accessLine = z
  .discriminatedUnion("line", [
    z.object({ line: z.literal("header"), account: id, at: instant, holders: z.array(z.string()) }),
    z.object({
      line: z.literal("record"),
      holder: z.string(),
      kind: z.string(),
      at: z.number().nullable(),
      data: z.unknown(),
    }),
    z.object({ line: z.literal("summary"), records: counts, erasureRequestedAt: instant.nullable() }),
  ])
  .meta({ id: "AccessLine" });
export type AccessLine = z.infer<typeof accessLine>;

export const accessAccountRecords = defineRoute({
  id: "accessAccountRecords",
  method: "POST",
  path: "/v1/records/subject-access",
  access: "records:manage",
  summary: "Everything that is kept of an account, a line of JSON each, to be handed to whose account it is",
  tag: "records",
  body: accountQuestion,
  status: 200,
  responseType: "application/x-ndjson",
  errors: ["too_many_requests", "unavailable"],
});

export const listRetention = defineRoute({
  id: "listRetention",
  method: "GET",
  path: "/v1/records/retention",
  access: "records:manage",
  summary: "What is deleted after which time, and when that was last done",
  tag: "records",
  status: 200,
  response: z
    .object({
      items: z.array(
        z.object({
          name: z.string(),
          /** Milliseconds; null where each has an end of its own. */
          periodMs: z.number().nullable(),
          /** Null where it has not come to its end yet. */
          ranAt: instant.nullable(),
          /** Since the service was set up. */
          deleted: counts,
          failure: z.string().nullable(),
        }),
      ),
    })
    .meta({ id: "RetentionRules" }),
});

export const recordsRoutes: readonly Route[] = [eraseAccountRecords, accessAccountRecords, listRetention];

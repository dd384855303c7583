import { z } from "zod";
import { noticeKindNames } from "../events.ts";
import { defineRoute, type Route } from "../route.ts";

export const streamEvents = defineRoute({
  id: "streamEvents",
  method: "GET",
  path: "/v1/events",
  access: "events:read",
  summary:
    "What happens, as server-sent events: `id` is the sequence, `event` the kind, `data` a NoticeMessage. Resumes behind the header " +
    "`Last-Event-ID`, else behind `after`, else begins now. Only kinds that the caller may read are sent.",
  tag: "events",
  query: z.strictObject({
    /** Sequence behind which to begin. `Last-Event-ID` goes before it. */
    after: z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER).optional(),
    /** Kinds, separated by commas; all that the caller may read unless stated. */
    kinds: z
      .string()
      .max(2_000)
      .optional()
      .describe(`Of: ${noticeKindNames.join(", ")}`),
  }),
  status: 200,
  responseType: "text/event-stream",
  errors: ["gone", "too_many_requests", "unavailable"],
});

export const eventsRoutes: readonly Route[] = [streamEvents];

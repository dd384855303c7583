import { z } from "zod";
import { id, instant, pageOf, pageQuery } from "../../common.ts";
import { defineRoute, type Route } from "../../route.ts";

/** That somebody opened something, or tried to. */
export const viewRecord = z
  .object({
    at: instant,
    /** The person or token. */
    by: id,
    object: z.string(),
    id,
    /** The route by which it was read. */
    route: z.string(),
    /** The version that was shown; null where nothing was. */
    version: z.int().min(0).nullable(),
    /** Code of the refusal; null where it was shown. */
    refused: z.string().nullable(),
  })
  .meta({ id: "ViewRecord" });

export const listViews = defineRoute({
  id: "listViews",
  method: "GET",
  path: "/v1/views",
  access: "views:read",
  summary: "List who opened which case, decision or workspace and when, the newest first.",
  tag: "views",
  query: pageQuery.extend({
    /** `case`, `decision`, `victim_workspace`, … with `id`. */
    object: z.string().max(64).optional(),
    id: id.optional(),
    by: id.optional(),
  }),
  status: 200,
  response: pageOf(viewRecord),
});

export const viewsRoutes: readonly Route[] = [listViews];

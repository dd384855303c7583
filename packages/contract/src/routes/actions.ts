import { z } from "zod";
import { id } from "../common.ts";
import { defineRoute, type Route } from "../route.ts";

/** Why one action of a request was not stored. The others of the request are not touched by it. */
export const actionRefusalReasons = [
  // What could not be read.
  "bad_json",
  "not_an_object",
  "record_too_long",
  "nul_byte",
  "broken_encoding",
  // What is no action.
  "missing_id",
  "missing_account",
  "missing_time",
  "unreadable_time",
  "time_out_of_range",
  "unknown_kind",
  "unknown_object_kind",
  "empty_object",
  "too_many_objects",
  "field_too_long",
  "creation_time_out_of_range",
  // What comes at the wrong time.
  /** More than five minutes ahead of the service's clock. */
  "time_in_future",
  /** Before what is kept. */
  "too_old",
] as const;

/** What a request to `POST /v1/actions` may hold at most. */
export const actionsRequestLimits = {
  /** Unpacked. */
  bytesMax: 256 * 1024 * 1024,
  recordBytesMax: 1024 * 1024,
  recordsMax: 1_000_000,
  /** Results that an answer lists at most; those of later records are counted and not listed. */
  resultsMax: 10_000,
} as const;

/**
 * One action, as the service takes it: the body of `POST /v1/actions` is one, an array of them, or one a line. Times are milliseconds since
 * 1970 UTC; epoch seconds and ISO 8601 are read as well. `network.address` and `device` are raw: the service keeps keyed pseudonyms
 * of them and nothing else, and masks phone, card and resident numbers in `text`. Fields that it does not know are not kept.
 */
export const incomingAction = z
  .object({
    id,
    at: z.union([z.number(), z.string().max(64)]),
    account: id,
    kind: z.string().max(64),
    text: z.string().max(100_000).optional(),
    objects: z
      .array(z.object({ kind: z.string().max(64), id: z.string().min(1).max(4096) }))
      .max(256)
      .optional(),
    network: z
      .object({
        address: z.string().max(64).optional(),
        asn: z.string().max(512).optional(),
        region: z.string().max(512).optional(),
      })
      .optional(),
    device: z.string().optional(),
    client: z.string().max(512).optional(),
    createdAt: z.union([z.number(), z.string().max(64)]).optional(),
  })
  .meta({ id: "IncomingAction" });

export const actionResult = z
  .object({
    /** Position of the record in the request, from 0; blank lines are none. */
    index: z.int().min(0),
    status: z.enum(["stored", "duplicate", "refused"]),
    reason: z.enum(actionRefusalReasons).optional(),
  })
  .meta({ id: "ActionResult" });

export const actionsAnswer = z
  .object({
    accepted: z.int().min(0),
    duplicates: z.int().min(0),
    refused: z.int().min(0),
    results: z.array(actionResult),
    /** Results that are not listed for their number. */
    resultsOmitted: z.int().min(0),
  })
  .meta({ id: "ActionsAnswer" });
export type ActionsAnswer = z.infer<typeof actionsAnswer>;

export const postActions = defineRoute({
  id: "postActions",
  method: "POST",
  path: "/v1/actions",
  access: "actions:write",
  summary:
    "Stores actions: one object, an array, or NDJSON (`application/x-ndjson`) as a stream of any length; gzip is accepted. Each (source, id) " +
    "has one effect within at least 24 hours, so a request may be sent again whole; the source is the token. A bad record costs " +
    "itself. Of JSON every record has its result; of NDJSON only duplicates and refusals are listed unless `results=all`. " +
    "429 says how many records were dealt with before it.",
  tag: "actions",
  bodyTypes: ["application/x-ndjson"],
  query: z.strictObject({ results: z.enum(["all", "exceptions"]).optional() }),
  bodyBytesMax: actionsRequestLimits.bytesMax,
  status: 200,
  response: actionsAnswer,
  errors: ["malformed_body", "body_too_large", "unsupported_media_type", "too_many_requests", "unavailable"],
});

/** Sources are named by their tokens: a token reaches its own alone. */
const ownAction = z.object({ source: id, id });

export const editAction = defineRoute({
  id: "editAction",
  method: "PATCH",
  path: "/v1/actions/{source}/{id}",
  access: "actions:write",
  summary: "Tells that the platform's text of an action changed; samples, evidence and wordings follow.",
  tag: "actions",
  params: ownAction,
  body: z.strictObject({ text: z.string().max(100_000) }),
  // Any text that fits in UTF-8 and JSON escapes.
  bodyBytesMax: 1024 * 1024,
  status: 204,
  errors: ["not_found", "not_allowed", "too_many_requests", "unavailable"],
});

export const deleteAction = defineRoute({
  id: "deleteAction",
  method: "DELETE",
  path: "/v1/actions/{source}/{id}",
  access: "actions:write",
  summary: "Tells that the platform took an action away; samples, evidence and wordings follow.",
  tag: "actions",
  params: ownAction,
  status: 204,
  errors: ["not_found", "not_allowed", "too_many_requests", "unavailable"],
});

export const actionsRoutes: readonly Route[] = [postActions, editAction, deleteAction];

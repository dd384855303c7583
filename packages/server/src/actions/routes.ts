import { deleteAction, editAction, postActions } from "@breakwater/contract";
import { maskIdentifiers } from "@breakwater/intake";
import { Readable } from "node:stream";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller } from "../http/route.ts";
import type { ActionLogFailureCode } from "./action-log-failure.ts";
import type { ActionAppender, ChangeOutcome } from "./action-writer.ts";
import { ingestActions, type IngestDeps, type Ingested } from "./ingest/ingest-actions.ts";

export type ActionRoutesDeps = IngestDeps & { readonly changes: Pick<ActionAppender, "edit" | "remove"> };

/** Seconds after which a full queue may have room. */
const retryAfterQueue = 1;
/** Seconds after which somebody may have made room on a full disk. */
const retryAfterDisk = 30;

/** `POST /v1/actions` and what the platform says of its actions later. The source of an action is the name of the token. */
export function createActionRoutes(deps: ActionRoutesDeps): readonly BoundRoute[] {
  return [
    bindRoute(postActions, async ({ caller, headers, query, stream }) => {
      const source = sourceOf(caller);
      if (deps.queue.isFull()) throw failureOf("queue_full", "Nothing of this request was stored.");
      const shape = isNdjson(headers["content-type"]) ? "lines" : "values";
      const ingested = await ingestActions(deps, {
        source,
        shape,
        bytes: stream ?? Readable.from([]),
        listsStored: (query.results ?? (shape === "lines" ? "exceptions" : "all")) === "all",
      });
      if (ingested.stopped !== null)
        throw failureOf(ingested.stopped.code, tellStored(ingested, ingested.stopped.records));
      return { body: ingested.answer };
    }),
    bindRoute(editAction, async ({ caller, params, body }) => {
      assertOwn(caller, params.source);
      answerChange(await deps.changes.edit(params.source, params.id, maskIdentifiers(body.text).text));
      return {};
    }),
    bindRoute(deleteAction, async ({ caller, params }) => {
      assertOwn(caller, params.source);
      answerChange(await deps.changes.remove(params.source, params.id));
      return {};
    }),
  ];
}

/** The name, not the id: a token that replaces another goes on with its source. */
function sourceOf(caller: Caller): string {
  if (caller.kind !== "token") throw new HttpError("not_allowed", "Actions come from a platform, by its token.");
  return caller.name;
}

function assertOwn(caller: Caller, source: string): void {
  if (sourceOf(caller) !== source) throw new HttpError("not_allowed", "This is another token's source.");
}

function isNdjson(contentType: string | readonly string[] | undefined): boolean {
  return String(contentType ?? "")
    .toLowerCase()
    .startsWith("application/x-ndjson");
}

function answerChange(outcome: ChangeOutcome): void {
  if (outcome.kind === "not_kept") throw new HttpError("not_found", "No such action is kept.");
  if (outcome.kind === "failed") throw failureOf(outcome.code, "Nothing was changed.");
}

function tellStored({ answer }: Ingested, records: number): string {
  const { accepted, duplicates, refused } = answer;
  return (
    `Of the first ${records} records ${accepted} were stored, ${duplicates} had been and ${refused} were refused. ` +
    "Send the request again whole, or what follows these in smaller ones: nothing is stored twice."
  );
}

function failureOf(code: ActionLogFailureCode | "too_many_records", detail: string): HttpError {
  const [error, retryAfter] = failures[code];
  return new HttpError(error, detail, retryAfter === null ? {} : { retryAfter });
}

type FailureCode = "too_many_requests" | "unavailable" | "body_too_large";

const failures: Readonly<Record<ActionLogFailureCode | "too_many_records", readonly [FailureCode, number | null]>> = {
  queue_full: ["too_many_requests", retryAfterQueue],
  disk_full: ["unavailable", retryAfterDisk],
  another_writer: ["unavailable", retryAfterDisk],
  closed: ["unavailable", retryAfterQueue],
  storage_failed: ["unavailable", retryAfterDisk],
  too_many_records: ["body_too_large", null],
};

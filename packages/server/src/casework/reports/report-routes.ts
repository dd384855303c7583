import { completeReport, getReport, listReports, submitReport, viewReporter, type Route } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute, type Caller, type RouteRequest } from "../../http/route.ts";
import { languageOf, readCursor, toActor, toCursor, toEtag, toRefused } from "../http-parts.ts";
import type { ReportAnswer, ReportDesk } from "./report-desk.ts";

export type ReportRoutesDeps = {
  readonly desk: Pick<
    ReportDesk,
    "submit" | "complete" | "follow" | "list" | "read" | "readIdentity" | "appendActions"
  >;
  /** Whether anybody may report without a token. */
  readonly isPublic: boolean;
};

/** Answers of reports hold what only their author, or few, may know. */
const unkept = { "cache-control": "no-store" };

/** `/v1/reports`. */
export function createReportRoutes({ desk, isPublic }: ReportRoutesDeps): readonly BoundRoute[] {
  return [
    bindRoute(submitReport, async ({ body, caller, headers }) => {
      const via = findWayIn(caller, isPublic);
      const { account, source, ...written } = body;
      if (via === null && (account !== undefined || source !== "reporter")) {
        throw new HttpError("not_allowed", "Only a token reports for an account, or as a trusted flagger.");
      }
      if (via !== null && account === undefined) {
        const faults = [{ pointer: "/body/account", message: "A token reports for an account." }];
        throw new HttpError("invalid_request", "", { faults });
      }
      const value = requireValue(await desk.submit({ ...written, account: account ?? null, source, via }), headers);
      // What the action log does not take now, it is given with the next tick; the author need not wait for it.
      await desk.appendActions().catch(() => 0);
      const follow = `/v1/reports/${value.id}?key=${value.key}`;
      return { body: { ...value, follow }, headers: { ...unkept, location: `/v1/reports/${value.id}` } };
    }),
    bindRoute(completeReport, async ({ params, query, body, headers }) => {
      const parts = Object.fromEntries(Object.entries(body).filter(([, value]) => value !== undefined));
      return { body: requireValue(await desk.complete(params.id, query.key, parts), headers), headers: unkept };
    }),
    bindRoute(listReports, async ({ query: { status, object, lead, cursor, limit }, caller }) => {
      const after = readCursor(cursor);
      const { items, next } = await desk.list(
        {
          limit,
          ...(status === undefined ? {} : { statuses: status }),
          ...(object === undefined ? {} : { object }),
          ...(lead === undefined ? {} : { lead }),
          ...(after === undefined ? {} : { after }),
        },
        toActor(caller),
      );
      return { body: { items, nextCursor: toCursor(next) }, headers: unkept };
    }),
    bindRoute(getReport, async ({ params, query: { key }, caller, headers }) => {
      if (key !== undefined) return { body: requireValue(await desk.follow(params.id, key), headers), headers: unkept };
      if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
      if (!caller.scopes.includes("reports:read")) throw new HttpError("not_allowed");
      const view = await desk.read(params.id, toActor(caller));
      if (view === null) throw new HttpError("not_found");
      return { body: view, headers: { ...unkept, ...toEtag(view.version) } };
    }),
    bindRoute(viewReporter, async ({ params, body, caller, at, headers }) => {
      const by = { actor: toActor(caller), at, reason: body.reason };
      return { body: requireValue(await desk.readIdentity(params.id, by), headers), headers: unkept };
    }),
  ];
}

/** The token that a report comes by, or null for the public form. */
function findWayIn(caller: Caller, isPublic: boolean): string | null {
  if (caller.kind === "token" && caller.scopes.includes("reports:write")) return caller.id;
  if (isPublic) return null;
  throw new HttpError(caller.kind === "anonymous" ? "not_signed_in" : "not_allowed");
}

function requireValue<T>(answer: ReportAnswer<T>, headers: RouteRequest<Route>["headers"]): T {
  switch (answer.kind) {
    case "done":
      return answer.value;
    case "refused":
      throw toRefused(answer.refusal, languageOf(headers));
    case "unknown":
      throw new HttpError("not_found");
    case "forgotten":
      throw new HttpError("gone");
  }
}

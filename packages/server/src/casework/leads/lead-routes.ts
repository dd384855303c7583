import {
  acceptLead,
  dismissLead,
  getLead,
  listLeads,
  mergeLead,
  openLead,
  seeLeadPreview,
  type Route,
} from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteAnswer, type RouteRequest } from "../../http/route.ts";
import {
  languageOf,
  readCursor,
  readVersion,
  requireDone,
  toActor,
  toButton,
  toCursor,
  toEtag,
} from "../http-parts.ts";
import type { LeadBook, PersonLeadCommand } from "./lead-book.ts";
import { personCommands } from "./lead-view.ts";

/** `/v1/leads`. */
export function createLeadRoutes({ book }: { readonly book: LeadBook }): readonly BoundRoute[] {
  const answer = async (
    id: string,
    request: Pick<RouteRequest<Route>, "caller" | "at" | "headers">,
  ): Promise<RouteAnswer> => {
    const view = await book.read(id, { actor: toActor(request.caller), at: request.at });
    if (view === null) throw new HttpError("not_found");
    const language = languageOf(request.headers);
    const buttons = personCommands.map((kind) => [kind, toButton(view.commands[kind], language)] as const);
    return { body: { ...view, commands: Object.fromEntries(buttons) }, headers: toEtag(view.version) };
  };
  const command = async (
    request: Pick<RouteRequest<typeof dismissLead>, "params" | "caller" | "at" | "headers">,
    given: PersonLeadCommand,
  ): Promise<RouteAnswer> => {
    const { params, caller, at, headers } = request;
    const by = { actor: toActor(caller), at, expectedVersion: readVersion(headers) };
    requireDone(await book.command(params.id, given, by), languageOf(headers));
    return answer(params.id, request);
  };
  return [
    bindRoute(listLeads, async ({ query: { status, source, learning, sort, cursor, limit } }) => {
      const after = readCursor(cursor);
      const { items, next } = await book.list({
        sort,
        limit,
        ...(status === undefined ? {} : { statuses: status }),
        ...(source === undefined ? {} : { source }),
        ...(learning === undefined ? {} : { learning }),
        ...(after === undefined ? {} : { after }),
      });
      return { body: { items, nextCursor: toCursor(next) } };
    }),
    bindRoute(openLead, async (request) => {
      const by = { actor: toActor(request.caller), at: request.at };
      const opened = await book.open(request.body, by);
      requireDone(opened.answer, languageOf(request.headers));
      return answer(opened.id, request);
    }),
    bindRoute(getLead, (request) => answer(request.params.id, request)),
    bindRoute(dismissLead, (request) => command(request, { kind: "dismiss", ...request.body })),
    bindRoute(mergeLead, (request) => command(request, { kind: "merge", ...request.body })),
    bindRoute(acceptLead, (request) => command(request, { kind: "accept", ...request.body })),
    bindRoute(seeLeadPreview, (request) => command(request, { kind: "see_preview" })),
  ];
}

import {
  commandAuthorityRequest,
  commandCase,
  commandCorrection,
  commandDecision,
  commandHold,
  commandLegalHold,
  commandOperation,
  commandRegisterEntry,
  commandReporter,
  commandSelfReview,
  commandTransfer,
  commandUnmasking,
  commandWorkspace,
  getAuthorityRequest,
  getCase,
  getCorrection,
  getDecision,
  getHold,
  getLegalHold,
  getOperation,
  getReporter,
  getSelfReview,
  getTransfer,
  getUnmasking,
  getWorkspace,
  listAuthorityRequests,
  listCases,
  listCorrections,
  listDecisions,
  listHolds,
  listLegalHolds,
  listOperations,
  listReporters,
  listSelfReviews,
  listTransfers,
  listUnmaskings,
  listWorkspaces,
  placeHold,
  receiveAuthorityRequest,
  requestUnmasking,
  startOperation,
  openWorkspace,
  type Route,
} from "@breakwater/contract";
import type { z } from "zod";
import { bindRoute, type BoundRoute, type RouteAnswer, type RouteRequest } from "../../http/route.ts";
import { readCursor, readVersion, requireDone, toCursor } from "../http-parts.ts";
import type { ListingKey, ListingQuery } from "../listing/listing.ts";
import { toAsker, toObjectAnswer } from "./answer.ts";
import type { Asker, ObjectBook, Opened } from "./object-book.ts";
import type { Bodies, BookKind } from "./to-command.ts";

type Asking = Pick<RouteRequest<Route>, "caller" | "at" | "headers">;

/** Lists, views and commands of everything that people work on in casework. */
export function createObjectRoutes({ book }: { readonly book: ObjectBook }): readonly BoundRoute[] {
  const list = (route: Route, object: BookKind): BoundRoute =>
    bindRoute(route, async (request) => {
      const by = toAsker(request, route.id);
      const { items, next } = await book.list(toQuery(object, request.query as Asked, by.actor.id), by);
      return { body: { items, nextCursor: toCursor(next) } };
    });
  const read = (route: Route, kind: BookKind): BoundRoute =>
    bindRoute(route, async (request) => {
      const by = toAsker(request, route.id);
      return toObjectAnswer(await book.read(kind, idOf(request.params), by), by);
    });
  const give = async <K extends BookKind>(
    kind: K,
    request: Asking & { readonly params: { readonly id: string }; readonly body: Bodies[K] },
    route: Route,
  ): Promise<void> => {
    const by = toAsker(request, route.id);
    // An entry of the register has no version that one could have seen before looking it up.
    const expectedVersion = kind === "register_entry" ? null : readVersion(request.headers);
    const { id } = request.params;
    requireDone(await book.command(kind, id, { body: request.body, expectedVersion }, by), by.language);
  };
  const command = <K extends BookKind>(
    route: Route & { readonly body: z.ZodType<Bodies[K]>; readonly params: z.ZodType<{ id: string }> },
    kind: K,
  ): BoundRoute => ({
    route,
    handle: async (request) => {
      const asked = request as unknown as Parameters<typeof give<K>>[1];
      await give(kind, asked, route);
      const by = toAsker(request, route.id);
      return toObjectAnswer(await book.show(kind, asked.params.id, by), by);
    },
  });
  const shown = async (kind: BookKind, { id, answer }: Opened, by: Asker): Promise<RouteAnswer> => {
    requireDone(answer, by.language);
    return toObjectAnswer(await book.show(kind, id, by), by);
  };
  const opened = async (
    opening: Parameters<ObjectBook["open"]>[0],
    request: Asking,
    route: Route,
  ): Promise<RouteAnswer> => {
    const by = toAsker(request, route.id);
    return shown(opening.kind, await book.open(opening, by), by);
  };
  return [
    list(listCases, "case"),
    read(getCase, "case"),
    command(commandCase, "case"),
    list(listDecisions, "decision"),
    read(getDecision, "decision"),
    command(commandDecision, "decision"),
    list(listHolds, "hold"),
    read(getHold, "hold"),
    command(commandHold, "hold"),
    list(listAuthorityRequests, "authority_request"),
    read(getAuthorityRequest, "authority_request"),
    command(commandAuthorityRequest, "authority_request"),
    list(listTransfers, "transfer"),
    read(getTransfer, "transfer"),
    command(commandTransfer, "transfer"),
    list(listCorrections, "determination"),
    read(getCorrection, "determination"),
    command(commandCorrection, "determination"),
    list(listOperations, "operation"),
    read(getOperation, "operation"),
    command(commandOperation, "operation"),
    list(listSelfReviews, "self_review"),
    read(getSelfReview, "self_review"),
    command(commandSelfReview, "self_review"),
    command(commandRegisterEntry, "register_entry"),
    list(listUnmaskings, "unmasking"),
    read(getUnmasking, "unmasking"),
    command(commandUnmasking, "unmasking"),
    list(listReporters, "reporter"),
    read(getReporter, "reporter"),
    command(commandReporter, "reporter"),
    list(listWorkspaces, "victim_workspace"),
    read(getWorkspace, "victim_workspace"),
    command(commandWorkspace, "victim_workspace"),
    bindRoute(listLegalHolds, async ({ query: { state, cursor, limit } }) => {
      const after = readCursor(cursor);
      const { items, next } = await book.listLegalHolds({
        limit,
        ...(state === undefined ? {} : { state }),
        ...(after === undefined ? {} : { after }),
      });
      return { body: { items, nextCursor: toCursor(next) } };
    }),
    bindRoute(getLegalHold, async (request) => {
      const by = toAsker(request, getLegalHold.id);
      return toObjectAnswer(await book.readLegalHold(request.params.id, by), by);
    }),
    bindRoute(commandLegalHold, async (request) => {
      await give("case", request, commandLegalHold);
      const by = toAsker(request, commandLegalHold.id);
      return toObjectAnswer(await book.readLegalHold(request.params.id, by), by);
    }),
    bindRoute(placeHold, async (request) => {
      const by = toAsker(request, placeHold.id);
      return shown("hold", await book.placeHold(request.body, by), by);
    }),
    bindRoute(receiveAuthorityRequest, (request) =>
      opened(
        { kind: "authority_request", command: { kind: "receive", ...request.body } },
        request,
        receiveAuthorityRequest,
      ),
    ),
    bindRoute(startOperation, (request) =>
      opened({ kind: "operation", command: { kind: "start", ...request.body } }, request, startOperation),
    ),
    bindRoute(requestUnmasking, (request) =>
      opened({ kind: "unmasking", command: { kind: "request", ...request.body } }, request, requestUnmasking),
    ),
    bindRoute(openWorkspace, (request) =>
      opened({ kind: "victim_workspace", command: { kind: "open", ...request.body } }, request, openWorkspace),
    ),
  ];
}

function idOf(params: unknown): string {
  return (params as { readonly id: string }).id;
}

/** Members that queries of lists may have; which ones a list takes, its contract says. */
type Asked = {
  readonly cursor?: string;
  readonly limit: number;
  readonly status?: readonly string[];
  readonly sort?: ListingQuery["sort"];
  readonly dueBefore?: number;
  readonly caseType?: string;
  readonly priority?: NonNullable<ListingQuery["priority"]>;
  readonly assignee?: string;
  readonly account?: string;
  readonly case?: string;
};

function toQuery(object: BookKind, asked: Asked, caller: string): ListingQuery {
  const after = readCursor(asked.cursor);
  const { assignee, account, status = object === "determination" ? ["asked", "answered"] : undefined } = asked;
  const keys: readonly ListingKey[] = [
    ...(assignee === undefined ? [] : [{ kind: "assignee", value: assignee === "me" ? caller : assignee } as const]),
    ...(account === undefined ? [] : [{ kind: "account", value: account } as const]),
    ...(asked.case === undefined ? [] : [{ kind: "case", value: asked.case } as const]),
  ];
  return {
    object,
    sort: asked.sort ?? "newest",
    limit: asked.limit,
    ...(status === undefined ? {} : { statuses: status }),
    ...(asked.caseType === undefined ? {} : { caseType: asked.caseType }),
    ...(asked.priority === undefined ? {} : { priority: asked.priority }),
    ...(asked.dueBefore === undefined ? {} : { dueBefore: asked.dueBefore }),
    ...(keys.length === 0 ? {} : { keys }),
    ...(after === undefined ? {} : { after }),
  };
}

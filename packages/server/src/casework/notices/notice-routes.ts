import { getNotice, listNotices, noteNoticeDelivery } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import { bindRoute, type BoundRoute, type RouteRequest } from "../../http/route.ts";
import { languageOf, readCursor, toCursor, toRefused } from "../http-parts.ts";
import type { NoticeAnswer, NoticeDesk } from "./notice-desk.ts";

/** Answers hold what one account alone may read. */
const unkept = { "cache-control": "no-store" };

/** `/v1/notices`. */
export function createNoticeRoutes({ desk }: { readonly desk: NoticeDesk }): readonly BoundRoute[] {
  return [
    bindRoute(listNotices, async ({ query: { status, about, cursor, limit } }) => {
      const after = readCursor(cursor);
      const { items, next } = await desk.list({
        limit,
        ...(status === undefined ? {} : { statuses: status }),
        ...(about === undefined ? {} : { about }),
        ...(after === undefined ? {} : { after }),
      });
      return { body: { items: [...items], nextCursor: toCursor(next) }, headers: unkept };
    }),
    bindRoute(getNotice, async ({ params, headers }) => ({
      body: requireValue(await desk.read(params.id), headers),
      headers: unkept,
    })),
    bindRoute(noteNoticeDelivery, async ({ params, body, headers }) => ({
      body: requireValue(await desk.noteDelivery(params.id, body.outcome), headers),
      headers: unkept,
    })),
  ];
}

function requireValue<T>(answer: NoticeAnswer<T>, headers: RouteRequest<typeof getNotice>["headers"]): T {
  switch (answer.kind) {
    case "done":
      return answer.value;
    case "refused":
      throw toRefused(answer.refusal, languageOf(headers));
    case "over":
      throw new HttpError("gone");
    case "unknown":
      throw new HttpError("not_found");
  }
}

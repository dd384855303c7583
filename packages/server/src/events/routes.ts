import {
  isNoticeKind,
  noticeKindNames,
  noticeKinds,
  streamEvents,
  type NoticeKind,
  type Scope,
} from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";
import { bindRoute, type BoundRoute } from "../http/route.ts";
import type { EventHub, StreamRefusal } from "./event-hub.ts";

export function createEventsRoutes({ hub }: { readonly hub: EventHub }): readonly BoundRoute[] {
  return [
    bindRoute(streamEvents, async ({ query, caller, headers }) => {
      if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
      const wants = listWanted(query.kinds, caller.scopes);
      const after = parseLastEventId(headers["last-event-id"]) ?? query.after ?? null;
      const stream = await hub.open({ callerId: caller.id, wants, after });
      if (typeof stream === "string") throw refusals[stream]();
      return { body: stream, headers: streamHeaders };
    }),
  ];
}

/** Nothing on the way may keep it, change it or wait for its end. */
const streamHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
} as const;

const refusals: Readonly<Record<StreamRefusal, () => HttpError>> = {
  gone: () =>
    new HttpError("gone", "Not all that happened since is kept; read the state anew and begin without a place."),
  too_many: () => new HttpError("too_many_requests", "Too many streams are open.", { retryAfter: 10 }),
  closed: () => new HttpError("unavailable", "The service is stopping.", { retryAfter: 5 }),
};

/** The kinds that a caller gets: those that it asks for, else all that it may read. What it may not read it cannot ask for. */
export function listWanted(asked: string | undefined, scopes: readonly Scope[]): ReadonlySet<NoticeKind> {
  const mayRead = (kind: NoticeKind): boolean => scopes.includes(noticeKinds[kind].scope);
  const kinds = asked?.split(",").map((kind) => kind.trim()) ?? noticeKindNames.filter(mayRead);
  const wanted = new Set<NoticeKind>();
  for (const kind of kinds) {
    if (!isNoticeKind(kind)) {
      throw new HttpError("invalid_request", "This is no kind of notice.", {
        faults: [{ pointer: "/kinds", message: kind.slice(0, 64) }],
      });
    }
    if (!mayRead(kind))
      throw new HttpError("not_allowed", `To read ${kind} takes the scope ${noticeKinds[kind].scope}.`);
    wanted.add(kind);
  }
  if (wanted.size === 0) throw new HttpError("not_allowed", "None of your scopes allows to read any kind of notice.");
  return wanted;
}

function parseLastEventId(header: string | readonly string[] | undefined): number | null {
  if (typeof header !== "string" || header === "") return null;
  const sequence = /^\d{1,16}$/.test(header) ? Number(header) : Number.NaN;
  if (!Number.isSafeInteger(sequence)) throw new HttpError("invalid_request", "Last-Event-ID is not one of ours.");
  return sequence;
}

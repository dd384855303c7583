import type { Route } from "@breakwater/contract";
import { Readable } from "node:stream";
import type { RouteAnswer } from "./route.ts";

/** An answer as it goes out. */
export type Rendered = {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array | Readable | null;
};

const jsonType = "application/json; charset=utf-8";

/** What a handler answered, written: JSON unless it is text of a route that answers none, bytes, or a stream. */
export function renderAnswer(route: Route, answer: RouteAnswer): Rendered {
  const { body, status = route.status, headers = {} } = answer;
  // Answers say what people and machines found; nothing on the way keeps them. One with a version may be asked for again by it.
  const caching = headers["etag"] === undefined ? "no-store" : "private, no-cache";
  const common = { "cache-control": caching, ...headers };
  if (body === undefined) return { status, headers: common, body: null };
  const isRaw = body instanceof Readable || body instanceof Uint8Array;
  const isText = typeof body === "string" && route.responseType !== undefined;
  const type = { "content-type": route.responseType ?? jsonType, ...common };
  return { status, headers: type, body: isRaw || isText ? body : JSON.stringify(body) };
}

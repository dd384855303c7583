import type { Route } from "@breakwater/contract";
import { findEncoding } from "./body-stream.ts";
import { HttpError } from "./http-error.ts";
import type { Knock } from "./knock.ts";

export const formType = "application/x-www-form-urlencoded";

/** One that the route takes by itself, without a `body` to parse: it is read as it comes. */
export function isStreamed(route: Route): boolean {
  return route.method === "POST" && route.body === undefined;
}

/** Essence of a content type, lower case: `text/csv` of `Text/CSV; charset=utf-8`. */
export function toEssence(contentType: string): string {
  return (contentType.split(";", 1)[0] ?? "").trim().toLowerCase();
}

/** Whether anything follows the headers; an announced length of nought is nothing. */
export function hasBody({ headers }: Pick<Knock, "headers">): boolean {
  return headers["transfer-encoding"] !== undefined || Number(headers["content-length"] ?? 0) > 0;
}

/**
 * Throws where a body is announced that the route does not take: `unsupported_media_type` for its type, character set or packing (only
 * streamed bodies may be packed), `body_too_large` for a length beyond the route's.
 */
export function assertTakesBody(route: Route, knock: Knock, bytesMax: number): void {
  if (!hasBody(knock) || knock.method === "GET" || knock.method === "HEAD") return;
  const streamed = isStreamed(route);
  if (route.body === undefined && !streamed) throw new HttpError("invalid_request", "This route takes no body.");
  const contentType = String(knock.headers["content-type"] ?? "");
  const taken = ["application/json", ...(route.bodyTypes ?? [])];
  if (!taken.includes(toEssence(contentType))) {
    throw new HttpError("unsupported_media_type", `This takes ${taken.join(", ")}.`);
  }
  const charset = /;\s*charset\s*=\s*"?([^";\s]+)/i.exec(contentType)?.[1] ?? "utf-8";
  if (!/^utf-?8$/i.test(charset)) throw new HttpError("unsupported_media_type", "Bodies are UTF-8.");
  const encoding = findEncoding(knock.headers["content-encoding"] as string | undefined);
  if (encoding === undefined || (encoding !== "identity" && !streamed)) {
    throw new HttpError("unsupported_media_type", streamed ? "gzip, deflate or br." : "This body may not be packed.");
  }
  if (Number(knock.headers["content-length"] ?? 0) > bytesMax) {
    throw new HttpError("body_too_large", `More than ${bytesMax} bytes.`);
  }
}

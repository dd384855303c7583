import type { ErrorCode } from "../errors.ts";
import type { Route } from "../route.ts";

/** Every error that `route` may answer with: its own, and those that the front answers for any route of its kind. */
export function errorCodesOf(route: Route): readonly ErrorCode[] {
  const { method, access, params, query, body, bodyTypes, idempotent, errors = [] } = route;
  const isUnsafe = method !== "GET";
  const takesBody = body !== undefined || bodyTypes !== undefined || method === "POST";
  const codes: readonly (ErrorCode | false)[] = [
    (params !== undefined || query !== undefined || isUnsafe) && "invalid_request",
    takesBody && "malformed_body",
    takesBody && "request_timeout",
    takesBody && "body_too_large",
    takesBody && "unsupported_media_type",
    access !== "public" && "not_signed_in",
    access !== "public" && "not_allowed",
    isUnsafe && "csrf_refused",
    params !== undefined && "not_found",
    params !== undefined && "address_too_long",
    idempotent === true && "conflict",
    idempotent === true && "idempotency_key_reused",
    "headers_too_large",
    "too_many_requests",
    "internal",
    "unavailable",
  ];
  return [...new Set([...codes.filter((code) => code !== false), ...errors])];
}

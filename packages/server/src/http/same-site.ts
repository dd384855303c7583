import type { Knock } from "./knock.ts";

/**
 * Whether a request that carries a session cookie was sent by a page of this service: what the browser says in `Sec-Fetch-Site`, else
 * `Origin` against `origins` (where none are given: against the `Host` that was asked). A request that says neither is refused: every
 * browser of the last years says one of them with unsafe methods. A page of a sibling domain (`same-site`) is not ours.
 */
export function isSameSite({ headers }: Knock, origins: readonly string[] = []): boolean {
  const site = headers["sec-fetch-site"];
  if (site !== undefined) return site === "same-origin" || site === "none";
  const { origin, host } = headers;
  if (typeof origin !== "string") return false;
  if (origins.length > 0) return origins.includes(origin);
  return origin === `https://${String(host)}` || origin === `http://${String(host)}`;
}

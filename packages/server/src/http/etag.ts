import { HttpError } from "./http-error.ts";

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** `"7"`: the version of a single object as a strong validator. */
export function toEtag(version: number | string): string {
  return `"${version}"`;
}

/**
 * Throws unless `If-Match` names the version that is to be changed: `precondition_required` where it is missing or `*` (which would change
 * whatever is there), `precondition_failed` where it names another one.
 */
export function requireIfMatch(headers: Headers, version: number | string): void {
  const header = headers["if-match"];
  if (typeof header !== "string" || header.trim() === "*") throw new HttpError("precondition_required");
  if (!listTags(header).includes(toEtag(version))) throw new HttpError("precondition_failed");
}

/** Whether `If-None-Match` names what would be answered, by weak comparison (RFC 9110, 13.1.2). */
export function isUnchanged(headers: Headers, etag: string | undefined): boolean {
  const header = headers["if-none-match"];
  if (etag === undefined || typeof header !== "string") return false;
  if (header.trim() === "*") return true;
  const strong = (tag: string): string => tag.replace(/^W\//, "");
  return listTags(header).map(strong).includes(strong(etag));
}

function listTags(header: string): readonly string[] {
  return header.slice(0, 2048).match(/(?:W\/)?"[^"]*"/g) ?? [];
}

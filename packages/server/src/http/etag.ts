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

/** The version that `If-Match` has to name: `precondition_required` where it is missing or `*`, `precondition_failed` where it is no version of ours. */
export function requireVersion(headers: Headers): number {
  const version = readVersion(headers);
  if (version === null) throw new HttpError("precondition_required");
  return version;
}

/** The same, or null where it is left out or `*`: for what may be done to whichever version there is. */
export function readVersion(headers: Headers): number | null {
  const header = headers["if-match"];
  if (typeof header !== "string" || header.trim() === "*") return null;
  const version = /^\s*"(\d{1,9})"\s*$/.exec(header)?.[1];
  if (version === undefined) throw new HttpError("precondition_failed", `If-Match is ${header.trim().slice(0, 40)}.`);
  return Number(version);
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

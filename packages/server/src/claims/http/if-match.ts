import { HttpError } from "../../http/http-error.ts";

type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

export function toETag(version: number): string {
  return `"${version}"`;
}

/** The version that `If-Match` names; null where it is left out or `*`. Throws `precondition_failed` where it names none of ours. */
export function readIfMatch(headers: Headers): number | null {
  const value = headers["if-match"];
  const text = typeof value === "string" ? value.trim() : undefined;
  if (text === undefined || text === "*") return null;
  const version = /^"(\d{1,9})"$/.exec(text)?.[1];
  if (version === undefined) throw new HttpError("precondition_failed", `If-Match is ${text.slice(0, 40)}.`);
  return Number(version);
}

/** The same, where it has to be there: what is done stands for one very text. */
export function needIfMatch(headers: Headers): number {
  const version = readIfMatch(headers);
  if (version === null) throw new HttpError("precondition_required");
  return version;
}

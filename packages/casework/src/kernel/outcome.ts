import type { RefusalCode } from "./refusals.ts";

/** An expected "no". `code` stands in the table of refusals, which says why and what to do; `about` names what it fell on. */
export type Refusal = { readonly code: RefusalCode; readonly about?: readonly string[] };

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

/** `about` holds field names, ids or codes; never text that somebody wrote. */
export function refuse(
  code: RefusalCode,
  about: readonly string[] = [],
): { readonly ok: false; readonly refusal: Refusal } {
  return { ok: false, refusal: toRefusal(code, about) };
}

export function toRefusal(code: RefusalCode, about: readonly string[] = []): Refusal {
  return about.length === 0 ? { code } : { code, about };
}

import type { ErrorCode, Reason, ReasonCode } from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";

/** An expected "no", as plain data that crosses threads. */
export type Refusal = {
  readonly code: ErrorCode;
  /** Null where the code says it all, or must not say more. */
  readonly reason: Reason | null;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
};

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse<T>(code: ErrorCode, said: ReasonCode | Reason | null = null, retryAfter?: number): Outcome<T> {
  const reason = typeof said === "string" ? { code: said } : said;
  return { ok: false, refusal: { code, reason, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

/** The value, or what the API answers instead. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, reason, retryAfter } = outcome.refusal;
  throw new HttpError(code, reason ?? undefined, retryAfter === undefined ? {} : { retryAfter });
}

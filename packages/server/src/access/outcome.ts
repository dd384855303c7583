import type { ErrorCode } from "@breakwater/contract";
import { HttpError } from "../http/http-error.ts";

/** An expected "no", as plain data that crosses threads. */
export type Refusal = {
  readonly code: ErrorCode;
  readonly detail: string;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number;
};

export type Outcome<T> = { readonly ok: true; readonly value: T } | { readonly ok: false; readonly refusal: Refusal };

export function accept<T>(value: T): Outcome<T> {
  return { ok: true, value };
}

export function refuse<T>(code: ErrorCode, detail = "", retryAfter?: number): Outcome<T> {
  return { ok: false, refusal: { code, detail, ...(retryAfter === undefined ? {} : { retryAfter }) } };
}

/** The value, or what the API answers instead. */
export function unwrap<T>(outcome: Outcome<T>): T {
  if (outcome.ok) return outcome.value;
  const { code, detail, retryAfter } = outcome.refusal;
  throw new HttpError(code, detail, retryAfter === undefined ? {} : { retryAfter });
}

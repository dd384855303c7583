import { ActionLogFailure, type ActionLogFailureCode } from "../actions/action-log-failure.ts";
import { HttpError } from "../http/http-error.ts";
import { isStorageFull } from "../sqlite/is-storage-full.ts";
import { LedgerFailure, type LedgerFailureCode } from "../ledger/ledger-failure.ts";

/** An error as it crosses a thread: structured cloning would drop its class and its code. */
export type WireError = {
  readonly name: string;
  readonly message: string;
  readonly code: string | null;
  readonly faults: HttpError["faults"];
  readonly retryAfter: number | undefined;
  readonly refusal: HttpError["refusal"];
  /** For the log of the process alone. */
  readonly stack: string;
};

export function toWireError(error: unknown): WireError {
  const isError = error instanceof Error;
  const isHttp = error instanceof HttpError;
  return {
    name: isError ? error.name : "Error",
    message: isError ? error.message : String(error),
    code: toCode(error),
    faults: isHttp ? error.faults : undefined,
    retryAfter: isHttp ? error.retryAfter : undefined,
    refusal: isHttp ? error.refusal : undefined,
    stack: isError ? (error.stack ?? "") : "",
  };
}

function toCode(error: unknown): string | null {
  const code = error instanceof Error && "code" in error && typeof error.code === "string" ? error.code : null;
  // SQLite tells it by a number, others by their cause: neither crosses over.
  return code !== "disk_full" && isStorageFull(error) ? "ENOSPC" : code;
}

/** The error as its thrower made it, where its class is one that callers tell apart. */
export function fromWireError({ name, message, code, faults, retryAfter, refusal, stack }: WireError): Error {
  if (name === "HttpError") {
    return HttpError.remake({ code: code as HttpError["code"], message, faults, retryAfter, refusal });
  }
  if (name === "LedgerFailure") return new LedgerFailure(code as LedgerFailureCode, message);
  if (name === "ActionLogFailure") return new ActionLogFailure(code as ActionLogFailureCode, message);
  const error = new Error(message);
  error.stack = stack;
  return code === null ? error : Object.assign(error, { code });
}

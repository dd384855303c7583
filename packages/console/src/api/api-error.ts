import { errors, type ErrorCode, type Problem } from "@breakwater/contract";

/** Why a call did not come to what it was made for. */
export type Failure =
  /** The service said no, and why. */
  | { readonly kind: "problem"; readonly problem: Problem; readonly retryAfterS: number | null }
  /** Nothing answered. */
  | { readonly kind: "offline" }
  | { readonly kind: "timeout" }
  /** The answer is none that this console knows: console and service are of different versions. */
  | { readonly kind: "mismatch"; readonly routeId: string };

export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly failure: Failure;

  constructor(failure: Failure) {
    super(failure.kind === "problem" ? `${failure.problem.code}: ${failure.problem.title}` : failure.kind);
    this.failure = failure;
  }

  /** The code of the service's refusal; null where the service said nothing. */
  get code(): ErrorCode | null {
    const code = this.failure.kind === "problem" ? this.failure.problem.code : null;
    return code !== null && Object.hasOwn(errors, code) ? (code as ErrorCode) : null;
  }
}

export function isSignedOut(error: unknown): boolean {
  return error instanceof ApiError && error.code === "not_signed_in";
}

/** Whether the same call may come to something a little later by itself. */
export function isPassing(error: unknown): boolean {
  if (!(error instanceof ApiError)) return false;
  if (error.failure.kind === "offline" || error.failure.kind === "timeout") return true;
  return error.code === "unavailable" || error.code === "too_many_requests" || error.code === "deadline_passed";
}

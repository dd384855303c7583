import type { ErrorCode } from "@breakwater/contract";

export type Fault = { readonly pointer: string; readonly message: string };
/** Which rule of casework said no, and what it fell on. */
export type RefusalFacts = { readonly code: string; readonly about: readonly string[] };

/** What a handler throws to answer with an error of the contract's table. */
export class HttpError extends Error {
  readonly code: ErrorCode;
  readonly faults: readonly Fault[] | undefined;
  /** Seconds to wait before trying again. */
  readonly retryAfter: number | undefined;
  readonly refusal: RefusalFacts | undefined;

  constructor(
    code: ErrorCode,
    detail = "",
    {
      faults,
      retryAfter,
      refusal,
    }: { readonly faults?: readonly Fault[]; readonly retryAfter?: number; readonly refusal?: RefusalFacts } = {},
  ) {
    super(detail);
    this.name = "HttpError";
    this.code = code;
    this.faults = faults;
    this.retryAfter = retryAfter;
    this.refusal = refusal;
  }
}

import { toReasonSentence, type ErrorCode, type Reason } from "@breakwater/contract";

export type Fault = { readonly pointer: string; readonly message: string };
/** Which rule said no, and what it fell on. */
export type RefusalFacts = { readonly code: string; readonly about: readonly string[] };

export type HttpErrorFacts = {
  readonly faults?: readonly Fault[] | undefined;
  /** Seconds to wait before trying again. */
  readonly retryAfter?: number | undefined;
  readonly refusal?: RefusalFacts | undefined;
};

/** Codes by which a person is refused what they meant to do: why has to be there in their language. */
type ToldCode = "refused" | "conflict" | "limit_reached";

/** What a handler throws to answer with an error of the contract's table. */
export class HttpError extends Error {
  readonly code: ErrorCode;
  readonly faults: readonly Fault[] | undefined;
  readonly retryAfter: number | undefined;
  readonly refusal: RefusalFacts | undefined;

  /** `detail` in plain words is for whoever wrote the request. What people may meet is a `Reason`, or comes in their language with its `refusal`. */
  constructor(code: ErrorCode, reason?: Reason, facts?: HttpErrorFacts);
  constructor(code: Exclude<ErrorCode, ToldCode>, detail: string, facts?: HttpErrorFacts);
  constructor(code: ErrorCode, words: string, facts: HttpErrorFacts & { readonly refusal: RefusalFacts });
  constructor(code: ErrorCode, said: string | Reason = "", { faults, retryAfter, refusal }: HttpErrorFacts = {}) {
    super(typeof said === "string" ? said : toReasonSentence(said, "en"));
    this.name = "HttpError";
    this.code = code;
    this.faults = faults;
    this.retryAfter = retryAfter;
    this.refusal = typeof said === "string" ? refusal : { code: said.code, about: (said.about ?? []).map(String) };
  }

  /** One that was kept, or crossed a thread: as it was made. */
  static remake({ code, message, ...facts }: HttpErrorFacts & Pick<HttpError, "code" | "message">): HttpError {
    return new HttpError(code as Exclude<ErrorCode, ToldCode>, message, facts);
  }
}

import { errors, isReasonCode, toReasonSentence, type ErrorCode, type Problem } from "@breakwater/contract";
import { isStorageFull } from "../sqlite/is-storage-full.ts";
import { HttpError, type Fault, type RefusalFacts } from "./http-error.ts";

export type ProblemLanguage = "en" | "zh-Hans";

/** The language of titles that an `Accept-Language` likes best; every Chinese is answered in Simplified, all else in English. */
export function chooseLanguage(acceptLanguage: string | undefined): ProblemLanguage {
  if (acceptLanguage === undefined) return "en";
  let [best, bestWeight]: [ProblemLanguage, number] = ["en", 0];
  for (const part of acceptLanguage.slice(0, 256).split(",")) {
    const [tag = "", ...parameters] = part.split(";").map((text) => text.trim().toLowerCase());
    const quality = parameters.find((text) => text.startsWith("q="));
    const weight = quality === undefined ? 1 : Number(quality.slice(2));
    const language = /^zh\b/.test(tag) ? "zh-Hans" : /^(en\b|\*)/.test(tag) ? "en" : undefined;
    if (language !== undefined && weight > bestWeight) [best, bestWeight] = [language, weight];
  }
  return best;
}

type Facts = {
  readonly detail?: string | undefined;
  readonly faults?: readonly Fault[] | undefined;
  readonly refusal?: RefusalFacts | undefined;
  readonly language?: ProblemLanguage;
  readonly requestId: string;
};

/** An error as it goes over the wire, by the contract's table. */
export function toProblem(code: ErrorCode, { detail, faults, refusal, language = "en", requestId }: Facts): Problem {
  const { status, en, zh } = errors[code];
  const words =
    refusal !== undefined && isReasonCode(refusal.code)
      ? toReasonSentence({ ...refusal, code: refusal.code }, language)
      : detail;
  return {
    type: `urn:breakwater:error:${code}`,
    title: language === "en" ? en : zh,
    status,
    code,
    ...(words === undefined || words === "" ? {} : { detail: words }),
    requestId,
    ...(faults === undefined ? {} : { faults: [...faults] }),
    ...(refusal === undefined ? {} : { refusal: { code: refusal.code, about: [...refusal.about] } }),
  };
}

/** What fastify and node throw for requests that cannot be served; whatever is not listed is our fault. */
const foreignErrors: Readonly<Record<string, ErrorCode>> = {
  FST_ERR_BAD_URL: "invalid_request",
  FST_ERR_MAX_PARAM_LENGTH: "address_too_long",
  FST_ERR_CTP_BODY_TOO_LARGE: "body_too_large",
  FST_ERR_CTP_INVALID_MEDIA_TYPE: "unsupported_media_type",
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: "malformed_body",
  FST_ERR_CTP_EMPTY_JSON_BODY: "malformed_body",
  FST_ERR_CTP_INVALID_JSON_BODY: "malformed_body",
  // The client went away while it was sending.
  ECONNRESET: "malformed_body",
  ECONNABORTED: "malformed_body",
};

/** Seconds after which somebody may have made room. */
const fullDisk = { retryAfter: 30 } as const;

/** Every error as one of the table. */
export function toHttpError(error: unknown): HttpError {
  if (error instanceof HttpError) return error;
  if (isStorageFull(error)) return new HttpError("unavailable", { code: "disk_full" }, fullDisk);
  const code = error instanceof Error && "code" in error ? foreignErrors[String(error.code)] : undefined;
  return new HttpError(code ?? "internal");
}

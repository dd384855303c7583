import { errors } from "@breakwater/contract";
import { ApiError } from "../api/api-error.ts";
import type { Language } from "../words/languages.ts";
import { partWords } from "./words.ts";

/** What went wrong and what to do, in words; never what an exception says. */
export function toSentences(
  error: Error,
  language: Language,
): { readonly text: string; readonly requestId: string | null } {
  const words = partWords[language];
  if (!(error instanceof ApiError)) return { text: words.broken, requestId: null };
  const { failure } = error;
  switch (failure.kind) {
    case "offline":
      return { text: words.offline, requestId: null };
    case "timeout":
      return { text: words.timeout, requestId: null };
    case "mismatch":
      return { text: words.mismatch, requestId: null };
    case "problem": {
      const { problem } = failure;
      const row = error.code === null ? null : errors[error.code];
      const title = row === null ? problem.title : language === "en" ? row.en : row.zh;
      // A refusal comes in the language asked for; any other detail is for whoever wrote the request.
      if (problem.refusal !== undefined && problem.detail !== undefined) {
        return { text: problem.detail, requestId: problem.requestId };
      }
      return { text: title, requestId: problem.requestId };
    }
  }
}

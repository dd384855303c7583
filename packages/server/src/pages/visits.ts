import { errors } from "@breakwater/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import { readField, readParameter } from "../access/pages/kit.ts";
import { toError } from "../access/pages/views/layout.ts";
import { chooseLanguage, readLanguage } from "../access/pages/words/words.ts";
import { toLogUrl } from "../casework/notices/receipt.ts";
import { HttpError } from "../http/http-error.ts";
import { toPage, type PageLink, type View } from "./views/layout.ts";
import type { Words } from "./words/en.ts";
import { words } from "./words/words.ts";

/** Which sentence a failure is told by. */
export type FailureWords = "gone" | "notFound" | "internal" | "tooMany" | "tooLong" | "notFromHere";

export interface Visits {
  /** `path`: of the page, where the address is that of a form. */
  view(request: FastifyRequest, path?: string): View;
  send(reply: FastifyReply, page: string): FastifyReply;
  /** A checkpoint as a file, whose every byte counts. */
  sendCheckpoint(reply: FastifyReply, note: string): FastifyReply;
  sendMessage(request: FastifyRequest, reply: FastifyReply, failure: FailureWords): FastifyReply;
}

export function createVisits({
  links,
  publicUrl,
}: {
  readonly links: readonly PageLink[];
  readonly publicUrl: string;
}): Visits {
  const log = toLogUrl({ publicUrl });
  const view: Visits["view"] = (request, path) => {
    const named = readLanguage(readParameter(request, "lang")) ?? readLanguage(readField(request.body, "lang"));
    const language = named ?? chooseLanguage(request.headers["accept-language"]);
    const { pathname } = new URL(request.url, "http://localhost");
    return { language, words: words[language], path: path ?? pathname, links, log };
  };
  const send: Visits["send"] = (reply, page) => reply.type("text/html; charset=utf-8").send(page);
  return {
    view,
    send,
    sendCheckpoint: (reply, note) =>
      reply
        .type("text/plain; charset=utf-8")
        .header("content-disposition", 'attachment; filename="held.checkpoint"')
        .send(note),
    sendMessage: (request, reply, failure) => {
      const shown = view(request, request.method === "POST" ? "/" : undefined);
      const { words: w } = shown;
      const title = failure === "gone" ? w.gone : w.problem;
      return send(reply, toPage(shown, { title, body: toError(toSentence(w, failure)) }));
    },
  };
}

function toSentence(w: Words, failure: FailureWords): string {
  return failure === "gone" ? w.goneText : w[failure];
}

/** A failure as the pages tell it; whatever is not known is our fault. */
export function toFailure(error: unknown): {
  readonly status: number;
  readonly words: FailureWords;
  readonly retryAfter: number | null;
} {
  const told: Readonly<Record<string, FailureWords>> = {
    too_many_requests: "tooMany",
    csrf_refused: "notFromHere",
    not_found: "notFound",
    gone: "gone",
    body_too_large: "tooLong",
  };
  if (error instanceof HttpError) {
    const { status } = errors[error.code];
    const wordsOf = told[error.code] ?? (status < 500 ? "notFound" : "internal");
    return { status, words: wordsOf, retryAfter: error.retryAfter ?? null };
  }
  const status = typeof error === "object" && error !== null && "statusCode" in error ? error.statusCode : 500;
  const isTheirs = typeof status === "number" && status >= 400 && status < 500;
  if (!isTheirs) return { status: 500, words: "internal", retryAfter: null };
  return { status, words: status === 413 ? "tooLong" : "notFound", retryAfter: null };
}

import { errors } from "@breakwater/contract";
import type { FastifyReply, FastifyRequest } from "fastify";
import type { Logger } from "pino";
import { chooseLanguage, toHttpError, toProblem } from "./problem.ts";

/** Answers with an error of the table. What is our fault is logged with its stack; nothing of that goes over the wire. */
export function sendProblem(error: unknown, request: FastifyRequest, reply: FastifyReply, logger: Logger): void {
  // A body that came too late has been answered for.
  if (reply.sent) return;
  const { code, message, faults, refusal, retryAfter } = toHttpError(error);
  const requestId = request.id;
  const { status } = errors[code];
  if (code === "internal") {
    const route = request.routeOptions.url;
    logger.error({ err: error, requestId, route }, "a request failed");
  }
  const detail = code === "internal" ? "" : message;
  const language = chooseLanguage(request.headers["accept-language"]);
  if (status === 401) reply.header("www-authenticate", 'Bearer realm="breakwater"');
  if (retryAfter !== undefined) reply.header("retry-after", String(Math.max(1, Math.ceil(retryAfter))));
  reply
    .code(status)
    .header("content-type", "application/problem+json; charset=utf-8")
    .header("content-language", language)
    .header("cache-control", "no-store")
    .send(JSON.stringify(toProblem(code, { detail, faults, refusal, language, requestId })));
}

import { errors, type ErrorCode } from "@breakwater/contract";
import type { ServerResponse } from "node:http";
import type { Socket } from "node:net";
import { toProblem } from "./problem.ts";

type ClientError = Error & { readonly code?: string };

const codes: Readonly<Record<string, ErrorCode>> = {
  HPE_HEADER_OVERFLOW: "headers_too_large",
  ERR_HTTP_REQUEST_TIMEOUT: "request_timeout",
};
const phrases: Readonly<Record<number, string>> = {
  400: "Bad Request",
  408: "Request Timeout",
  431: "Request Header Fields Too Large",
};

/**
 * Answers what never became a request: broken, too large, or too slow. Then the connection is closed. `pending` is the last answer that was
 * begun on the same connection.
 */
export function answerClientError(
  error: ClientError,
  socket: Socket,
  { pending, requestId }: { readonly pending: ServerResponse | undefined; readonly requestId: string },
): void {
  // What is written after the beginning of an answer would be read as part of it.
  const isAnswering = pending !== undefined && pending.headersSent && !pending.writableFinished;
  if (error.code === "ECONNRESET" || !socket.writable || isAnswering) {
    socket.destroy();
    return;
  }
  const code = codes[error.code ?? ""] ?? "invalid_request";
  const { status } = errors[code];
  const detail = code === "invalid_request" ? "This is no HTTP request." : undefined;
  const body = JSON.stringify(toProblem(code, { detail, requestId }));
  const lines = [
    `HTTP/1.1 ${status} ${phrases[status] ?? ""}`,
    "Content-Type: application/problem+json; charset=utf-8",
    `Content-Length: ${Buffer.byteLength(body)}`,
    "Connection: close",
    "X-Content-Type-Options: nosniff",
  ];
  socket.write(`${lines.join("\r\n")}\r\n\r\n${body}`);
  socket.destroySoon();
}

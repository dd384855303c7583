import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";
import { Readable } from "node:stream";
import { buffer } from "node:stream/consumers";
import { findEncoding, unpackBody } from "./body-stream.ts";
import { assertAnswer, assertError } from "./check-answer.ts";
import { assertTakesBody, formType, hasBody, isStreamed, toEssence } from "./content-type.ts";
import { isUnchanged } from "./etag.ts";
import { toFastifyPath } from "./fastify-path.ts";
import type { FrontLimits, FrontOptions } from "./front-options.ts";
import { assertAllowed, assertWanted, identify } from "./guard.ts";
import { HttpError } from "./http-error.ts";
import type { RunOnce } from "./idempotency/run-once.ts";
import { parsePart } from "./parse-parts.ts";
import { chooseLanguage } from "./problem.ts";
import { readForm } from "./read-form.ts";
import { readJson } from "./read-json.ts";
import { renderAnswer, type Rendered } from "./render-answer.ts";
import type { BoundRoute, RouteRequest } from "./route.ts";

const bodyBytesMaxDefault = 65_536;

/** Whoever looks after the process is not turned away by a flood. */
const uncounted: ReadonlySet<string> = new Set(["getAlive", "getReady"]);

export type MountDeps = {
  readonly options: FrontOptions;
  readonly limits: FrontLimits;
  readonly countRequest: (request: FastifyRequest) => Promise<void>;
  readonly runOnce: RunOnce;
  /** Answers without an end, to be ended when the front closes. */
  readonly eventStreams: Set<Readable>;
  /** Whether this request may use a route that the contract does not open to its caller. */
  readonly isExempt: (bound: BoundRoute, request: FastifyRequest) => boolean;
};

/** Puts a bound route onto an app whose body parsers leave bodies as they come: bytes, or a stream of a streamed route. */
export function mountRoute(app: FastifyInstance, bound: BoundRoute, deps: MountDeps): void {
  const { route } = bound;
  const { options, limits } = deps;
  const bytesMax = route.bodyBytesMax ?? bodyBytesMaxDefault;
  const streamed = isStreamed(route);
  const handle = options.checksAnswers === true ? checked(bound) : bound.handle;
  const isUncounted = uncounted.has(route.id);
  const isEventStream = route.responseType?.startsWith("text/event-stream") === true;
  const isIdempotent = route.idempotent === true;

  const admit = async (request: FastifyRequest, reply: FastifyReply): Promise<void> => {
    const caller = await identify(request, options, isUncounted ? undefined : deps.countRequest);
    if (!deps.isExempt(bound, request)) assertAllowed(route, caller);
    assertWanted(request, caller, options);
    assertTakesBody(route, request, bytesMax);
    if (!streamed && hasBody(request)) request.bodyTimer = setTimeout(giveUp, limits.bodyMs, request, reply).unref();
  };

  const openStream = (request: FastifyRequest): Readable => {
    if (!hasBody(request)) return Readable.from([]);
    const encoding = findEncoding(request.headers["content-encoding"]) ?? "identity";
    const { unpackingRatioMax: ratioMax, bodyMs: silenceMs } = limits;
    return unpackBody(request.raw, encoding, { bytesMax, ratioMax, silenceMs });
  };

  const readBody = (request: FastifyRequest): unknown => {
    const bytes = toBytes(request.body);
    if (bytes.length === 0) return undefined;
    const essence = toEssence(request.headers["content-type"] ?? "");
    if (essence === formType) return readForm(bytes);
    return essence === "application/json" || essence.endsWith("+json") ? readJson(bytes) : bytes;
  };

  const answer = async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    clearTimeout(request.bodyTimer);
    const language = (): "en" | "zh-Hans" => chooseLanguage(request.headers["accept-language"]);
    const { caller = { kind: "anonymous" } } = request;
    const parsed = {
      params: parsePart(route, "params", request.params, language),
      query: parsePart(route, "query", request.query, language),
      body: streamed ? undefined : parsePart(route, "body", readBody(request), language),
      caller,
      at: options.now(),
      requestId: request.id,
      headers: request.headers,
    };
    const opened = streamed ? openStream(request) : null;
    // An answer may be made while the body is still being read.
    if (opened !== null) reply.raw.once("close", () => abandon(opened));
    // A key is held against the whole request, so that one of a streamed route has to be read first.
    const isKept = isIdempotent && streamed && request.headers["idempotency-key"] !== undefined;
    const bytes = isKept && opened !== null ? await buffer(opened) : toBytes(request.body);
    const stream = isKept ? Readable.from([bytes]) : opened;
    const work = async (): Promise<Rendered> => {
      const result = await handle({ ...parsed, stream } as RouteRequest<BoundRoute["route"]>);
      return renderAnswer(route, result);
    };
    const onReplay = (): unknown => reply.header("idempotency-replayed", "true");
    const once = { knock: request, caller, bytes, at: parsed.at, onReplay };
    const rendered = await (isIdempotent ? deps.runOnce(once, work) : work());
    if (isEventStream && rendered.body instanceof Readable) keepOpen(rendered.body, reply, deps.eventStreams);
    return send(request, reply, rendered);
  };

  app.route({
    method: route.method,
    url: toFastifyPath(route.path),
    bodyLimit: bytesMax,
    // An answer without an end has no head that could be measured.
    exposeHeadRoute: route.method === "GET" && !isEventStream,
    config: { routeId: route.id },
    onRequest: admit,
    handler: answer,
  });
}

/** The handler, held to its contract. */
function checked(bound: BoundRoute): BoundRoute["handle"] {
  return async (request) => {
    try {
      const answer = await bound.handle(request);
      assertAnswer(bound, answer);
      return answer;
    } catch (error) {
      assertError(bound, error);
      throw error;
    }
  };
}

/** Ends a body that is still being read though nobody waits for the answer. */
function abandon(stream: Readable): void {
  if (stream.destroyed) return;
  stream.once("error", () => undefined);
  stream.destroy(new HttpError("malformed_body", "The body ended early."));
}

/** An event stream: its headers go out before its first event, and it ends when the front closes. */
function keepOpen(stream: Readable, { raw }: FastifyReply, open: Set<Readable>): void {
  raw.once("pipe", () => raw.flushHeaders());
  open.add(stream);
  stream.once("close", () => open.delete(stream));
}

/** A body that is read whole has to be there in time. */
function giveUp({ raw }: FastifyRequest, reply: FastifyReply): void {
  if (reply.sent || raw.complete || raw.destroyed) return;
  reply.header("connection", "close").send(new HttpError("request_timeout"));
}

const nothing = new Uint8Array();

function toBytes(body: unknown): Uint8Array {
  return body instanceof Uint8Array ? body : nothing;
}

function send(request: FastifyRequest, reply: FastifyReply, { status, headers, body }: Rendered): FastifyReply {
  reply.headers(headers);
  const isRead = request.method === "GET" || request.method === "HEAD";
  if (isRead && status === 200 && isUnchanged(request.headers, headers["etag"])) return reply.code(304).send();
  return reply.code(status).send(body ?? undefined);
}

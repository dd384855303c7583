import { routes, toOpenApi } from "@breakwater/contract";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { ServerResponse } from "node:http";
import { isIPv4, type Socket } from "node:net";
import type { Readable } from "node:stream";
import { Registry } from "prom-client";
import { drain } from "./body-stream.ts";
import { answerClientError } from "./client-errors.ts";
import { isStreamed } from "./content-type.ts";
import { defaultLimits, type FrontLimits, type FrontOptions } from "./front-options.ts";
import { assertWanted, identify } from "./guard.ts";
import { createHealthRoutes } from "./health-routes.ts";
import { HttpError } from "./http-error.ts";
import { createRunOnce } from "./idempotency/run-once.ts";
import { createKnownPaths } from "./known-paths.ts";
import { createRequestMeter } from "./metrics.ts";
import { mountRoute, type MountDeps } from "./mount-route.ts";
import { createRateGuard } from "./rate-limit.ts";
import type { BoundRoute, Caller } from "./route.ts";
import { listSecurityHeaders, type SecurityHeaders } from "./security-headers.ts";
import { sendProblem } from "./send-problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Id of the route in the contract. */
    routeId?: string;
  }
  interface FastifyRequest {
    /** On whose behalf it comes; known once it has been admitted to a bound route. */
    caller: Caller | undefined;
    /** Runs while a body is awaited that is read whole. */
    bodyTimer: NodeJS.Timeout | undefined;
  }
}

/** What is read and dropped of a body that was answered early, before the connection is cut. */
const drainBytesMax = 1_048_576;

/**
 * The HTTP door: every bound route held to its contract, behind one set of limits, with errors of one table; beside them what the front
 * itself answers (health, figures, the API's description) and `options.plugins`. The caller listens and closes.
 *
 * In order, for each request: caller, rate, access, CSRF, content type and length, then the body, its shape, the handler.
 */
export async function createFront(options: FrontOptions, boundRoutes: readonly BoundRoute[]): Promise<FastifyInstance> {
  const limits: FrontLimits = { ...defaultLimits, ...options.limits };
  const registry = options.registry ?? new Registry();
  const security = await listSecurityHeaders(options.isHttpsOnly === true);
  const app = openApp(options, limits, security.data);
  const listMethods = createKnownPaths(app);
  const meter = createRequestMeter(registry);
  app.addHook("onResponse", async (request, reply) => {
    meter.observe(request.routeOptions.config.routeId ?? "other", reply.statusCode, reply.elapsedTime);
    if (!request.raw.complete) drain(request.raw, drainBytesMax);
  });
  app.decorateRequest("caller", undefined);
  app.decorateRequest("bodyTimer", undefined);
  app.addHook("onRequest", (_request, reply, done) => {
    reply.headers(security.data);
    done();
  });
  const countRequest = await createRateGuard(app, { perMinute: limits.perMinute, key: options.randomBytes(32) });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options.logger));
  app.setNotFoundHandler(async (request, reply) => {
    await countRequest(request);
    const methods = listMethods(request.url.split("?", 1)[0] ?? "");
    if (methods.length > 0) reply.header("allow", methods.join(", "));
    throw new HttpError(methods.length > 0 ? "method_not_allowed" : "not_found");
  });
  // Bodies are parsed by route below; one that goes nowhere is not parsed at all.
  app.removeAllContentTypeParsers();

  const openApi = toOpenApi(routes);
  const own = createHealthRoutes({ readiness: options.readiness, registry, openApi });
  const all = [...own, ...boundRoutes];
  const deps: MountDeps = {
    options,
    limits,
    countRequest,
    eventStreams: closeInTime(app, limits.closeMs),
    runOnce: createRunOnce(options.idempotency),
    isExempt: ({ route }, request) =>
      options.metricsOpenToLoopback === true && route.id === "getMetrics" && isFromHere(request),
  };
  await app.register(async (streamed) => {
    streamed.addContentTypeParser("*", (_request, payload, done) => done(null, payload));
    for (const bound of all) if (isStreamed(bound.route)) mountRoute(streamed, bound, deps);
  });
  await app.register(async (whole) => {
    whole.addContentTypeParser("*", { parseAs: "buffer" }, (_request, bytes, done) => done(null, bytes));
    for (const bound of all) if (!isStreamed(bound.route)) mountRoute(whole, bound, deps);
  });
  for (const plugin of options.plugins ?? []) {
    await app.register(async (context) => {
      context.addHook("onRequest", async (request, reply) => {
        reply.headers(security.page);
        const caller = await identify(request, options, countRequest);
        assertWanted(request, caller, options);
      });
      await plugin(context, {});
    });
  }
  return app;
}

function openApp(options: FrontOptions, limits: FrontLimits, headers: SecurityHeaders): FastifyInstance {
  const { logger, newId, trustedProxies } = options;
  const pending = new WeakMap<Socket, ServerResponse>();
  const app: FastifyInstance = fastify({
    loggerInstance: logger as FastifyBaseLogger,
    logController: new LogController({ disableRequestLogging: true }),
    // A logger for each request costs more than the rest of a small one.
    childLoggerFactory: (parent) => parent,
    genReqId: newId,
    requestIdHeader: false,
    trustProxy: trustedProxies === undefined ? false : [...trustedProxies],
    connectionTimeout: limits.idleMs,
    keepAliveTimeout: limits.idleMs,
    requestTimeout: limits.requestMs,
    forceCloseConnections: "idle",
    routerOptions: { maxParamLength: 2048 },
    http: {
      headersTimeout: limits.headersMs,
      maxHeaderSize: limits.headersBytesMax,
      connectionsCheckingInterval: Math.max(100, Math.min(1000, limits.headersMs / 4)),
    },
    // Of addresses that no route can be found for: no hook sees them.
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply.headers(headers), logger),
    clientErrorHandler: (error, socket) =>
      answerClientError(error, socket, { pending: pending.get(socket), requestId: newId() }),
  });
  app.server.prependListener("request", ({ socket }, response) => pending.set(socket, response));
  app.server.maxConnections = limits.connectionsMax;
  return app;
}

/** Lets an app close within `closeMs`, whoever is still connected. What is put into the set it returns is ended first. */
function closeInTime(app: FastifyInstance, closeMs: number): Set<Readable> {
  const eventStreams = new Set<Readable>();
  app.addHook("preClose", async () => {
    for (const stream of eventStreams) stream.destroy();
    const timer = setTimeout(() => app.server.closeAllConnections(), closeMs);
    app.server.once("close", () => clearTimeout(timer));
  });
  return eventStreams;
}

/** A proxy on this machine forwards for others: what says so is not from here. */
function isFromHere(request: { ip: string; headers: Readonly<Record<string, unknown>> }): boolean {
  const isForwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => name in request.headers);
  const address = request.ip.replace(/^::ffff:/, "");
  return !isForwarded && (address === "::1" || (isIPv4(address) && address.startsWith("127.")));
}

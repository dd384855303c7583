import helmet from "@fastify/helmet";
import { routes, toOpenApi } from "@breakwater/contract";
import { fastify, LogController, type FastifyBaseLogger, type FastifyInstance } from "fastify";
import type { ServerResponse } from "node:http";
import { isIPv4, type Socket } from "node:net";
import { Registry } from "prom-client";
import { answerClientError } from "./client-errors.ts";
import { isStreamed } from "./content-type.ts";
import { defaultLimits, type FrontLimits, type FrontOptions } from "./front-options.ts";
import { createHealthRoutes } from "./health-routes.ts";
import { HttpError } from "./http-error.ts";
import { createRunOnce } from "./idempotency/run-once.ts";
import { createKnownPaths } from "./known-paths.ts";
import { createRequestMeter } from "./metrics.ts";
import { mountRoute, type MountDeps } from "./mount-route.ts";
import { createRateGuard } from "./rate-limit.ts";
import type { BoundRoute } from "./route.ts";
import { sendProblem } from "./send-problem.ts";

declare module "fastify" {
  interface FastifyContextConfig {
    /** Id of the route in the contract. */
    routeId?: string;
  }
}

/**
 * The HTTP door: every bound route held to its contract, behind one set of limits, with errors of one table; beside them what the front
 * itself answers (health, figures, the API's description) and `options.plugins`. The caller listens and closes.
 *
 * In order, for each request: caller, rate, access, CSRF, content type and length, then the body, its shape, the handler.
 */
export async function createFront(options: FrontOptions, boundRoutes: readonly BoundRoute[]): Promise<FastifyInstance> {
  const limits: FrontLimits = { ...defaultLimits, ...options.limits };
  const registry = options.registry ?? new Registry();
  const app = openApp(options, limits);
  const listMethods = createKnownPaths(app);
  const meter = createRequestMeter(registry);
  app.addHook("onResponse", async (request, reply) => {
    meter.observe(request.routeOptions.config.routeId ?? "other", reply.statusCode, reply.elapsedTime);
  });
  await app.register(helmet, securityHeaders(options));
  const countRequest = await createRateGuard(app, { perMinute: limits.perMinute, key: options.randomBytes(32) });
  app.setErrorHandler((error, request, reply) => sendProblem(error, request, reply, options.logger));
  app.setNotFoundHandler(async (request, reply) => {
    await countRequest(request, { kind: "anonymous" });
    const methods = listMethods(request.url.split("?", 1)[0] ?? "");
    if (methods.length > 0) reply.header("allow", methods.join(", "));
    throw new HttpError(methods.length > 0 ? "method_not_allowed" : "not_found");
  });
  // Bodies are parsed by route below; one that goes nowhere is not parsed at all.
  app.removeAllContentTypeParsers();

  const openApi = toOpenApi(routes);
  const all = [...createHealthRoutes({ readiness: options.readiness, registry, openApi }), ...boundRoutes];
  const deps: MountDeps = {
    options,
    limits,
    countRequest,
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
  for (const plugin of options.plugins ?? []) await app.register(async (context) => plugin(context, {}));
  return app;
}

function openApp(options: FrontOptions, limits: FrontLimits): FastifyInstance {
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
    frameworkErrors: (error, request, reply) => sendProblem(error, request, reply, logger),
    clientErrorHandler: (error, socket) =>
      answerClientError(error, socket, { pending: pending.get(socket), requestId: newId() }),
  });
  app.server.prependListener("request", ({ socket }, response) => pending.set(socket, response));
  app.server.maxConnections = limits.connectionsMax;
  return app;
}

/** For answers that are data: a browser that is made to show one as a page runs and loads nothing. Pages set their own policy. */
function securityHeaders({ isHttpsOnly = false }: FrontOptions): Parameters<typeof helmet>[1] {
  const directives = { defaultSrc: ["'none'"], frameAncestors: ["'none'"] };
  return {
    contentSecurityPolicy: { useDefaults: false, directives },
    strictTransportSecurity: isHttpsOnly ? {} : false,
    referrerPolicy: { policy: "no-referrer" },
  };
}

/** A proxy on this machine forwards for others: what says so is not from here. */
function isFromHere(request: { ip: string; headers: Readonly<Record<string, unknown>> }): boolean {
  const isForwarded = ["forwarded", "x-forwarded-for", "x-real-ip", "via"].some((name) => name in request.headers);
  const address = request.ip.replace(/^::ffff:/, "");
  return !isForwarded && (address === "::1" || (isIPv4(address) && address.startsWith("127.")));
}

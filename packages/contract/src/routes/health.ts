import { z } from "zod";
import { defineRoute, type Route } from "../route.ts";

export const getAlive = defineRoute({
  id: "getAlive",
  method: "GET",
  path: "/healthz",
  access: "public",
  summary: "Whether the process answers at all",
  tag: "health",
  status: 200,
  response: z.strictObject({ status: z.literal("alive") }).meta({ id: "Alive" }),
});

export const getReady = defineRoute({
  id: "getReady",
  method: "GET",
  path: "/readyz",
  access: "public",
  summary: "Whether the service can do its work, or why not yet",
  tag: "health",
  status: 200,
  response: z.strictObject({ status: z.literal("ready") }).meta({ id: "Ready" }),
  errors: ["unavailable"],
});

export const getMetrics = defineRoute({
  id: "getMetrics",
  method: "GET",
  path: "/metrics",
  access: "metrics:read",
  summary: "Figures for Prometheus",
  tag: "health",
  status: 200,
  responseType: "text/plain; version=0.0.4; charset=utf-8",
});

export const getOpenApi = defineRoute({
  id: "getOpenApi",
  method: "GET",
  path: "/v1/openapi.json",
  access: "public",
  summary: "This description of the API",
  tag: "health",
  status: 200,
  response: z.looseObject({ openapi: z.string() }).meta({ id: "OpenApiDocument" }),
});

export const healthRoutes: readonly Route[] = [getAlive, getReady, getMetrics, getOpenApi];

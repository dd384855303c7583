import { getAlive, getMetrics, getOpenApi, getReady } from "@breakwater/contract";
import type { Registry } from "prom-client";
import type { Readiness } from "./front-options.ts";
import { HttpError } from "./http-error.ts";
import { bindRoute, type BoundRoute } from "./route.ts";

type HealthDeps = {
  readonly readiness: () => Readiness;
  readonly registry: Registry;
  /** Of all routes, made once. */
  readonly openApi: unknown;
};

/** What the front itself answers. */
export function createHealthRoutes({ readiness, registry, openApi }: HealthDeps): readonly BoundRoute[] {
  return [
    bindRoute(getAlive, async () => ({ body: { status: "alive" } })),
    bindRoute(getReady, async () => {
      const state = readiness();
      if (!state.ready) throw new HttpError("unavailable", state.reasons.join(" "), { retryAfter: 1 });
      return { body: { status: "ready" } };
    }),
    bindRoute(getMetrics, async () => ({ body: await registry.metrics() })),
    bindRoute(getOpenApi, async () => ({ body: openApi })),
  ];
}

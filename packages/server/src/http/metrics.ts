import { collectDefaultMetrics, Histogram, type Registry } from "prom-client";

export type RequestMeter = { readonly observe: (route: string, status: number, ms: number) => void };

/**
 * Counts and times of requests by route and status, and the process's own figures. A route is named by its id in the contract, so that
 * the number of series is bounded whatever is asked for.
 */
export function createRequestMeter(registry: Registry): RequestMeter {
  collectDefaultMetrics({ register: registry });
  const histogram = new Histogram({
    name: "breakwater_http_request_seconds",
    help: "Time from the last header to the end of the answer, by route and status",
    labelNames: ["route", "status"],
    buckets: [0.001, 0.0025, 0.005, 0.01, 0.015, 0.025, 0.05, 0.1, 0.25, 1, 5],
    registers: [registry],
  });
  // Looking up labels costs more than the observation.
  const series = new Map<string, { observe: (seconds: number) => void }>();
  return {
    observe: (route, status, ms) => {
      const key = `${route} ${status}`;
      let one = series.get(key);
      if (one === undefined) {
        one = histogram.labels(route, String(status));
        series.set(key, one);
      }
      one.observe(ms / 1000);
    },
  };
}

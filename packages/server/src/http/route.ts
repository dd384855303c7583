import type { Route, Scope } from "@breakwater/contract";
import type { Readable } from "node:stream";
import type { z } from "zod";

/** On whose behalf a request comes. */
export type Caller =
  | { readonly kind: "anonymous" }
  | { readonly kind: "token"; readonly id: string; readonly name: string; readonly scopes: readonly Scope[] }
  | {
      readonly kind: "person";
      readonly id: string;
      readonly roles: readonly string[];
      readonly scopes: readonly Scope[];
    };

type Parsed<T> = T extends z.ZodType ? z.output<T> : undefined;

/** A request whose parts have been held against the contract. */
export type RouteRequest<R extends Route> = {
  readonly params: Parsed<R["params"]>;
  readonly query: Parsed<R["query"]>;
  readonly body: Parsed<R["body"]>;
  readonly caller: Caller;
  /** When it came, milliseconds since 1970 UTC. */
  readonly at: number;
  readonly requestId: string;
  readonly headers: Readonly<Record<string, string | readonly string[] | undefined>>;
  /** The unread body, unpacked, of a route that streams it (one without `body` that takes POST). */
  readonly stream: Readable | null;
};

export type RouteAnswer = {
  /** Checked against the route's `response` in tests; plain data. A `Readable` or bytes where the route answers no JSON. */
  readonly body?: unknown;
  /** Where it is not the route's `status`. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

/** A route and what answers it. */
export type BoundRoute = {
  readonly route: Route;
  readonly handle: (request: RouteRequest<Route>) => Promise<RouteAnswer>;
};

export function bindRoute<R extends Route>(
  route: R,
  handle: (request: RouteRequest<R>) => Promise<RouteAnswer>,
): BoundRoute {
  // The front parses every request by its own route before it calls the handler.
  return { route, handle: handle as unknown as BoundRoute["handle"] };
}

import type { Readable } from "node:stream";
import type { Route } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import type { BoundRoute, Caller, RouteAnswer } from "../../http/route.ts";

export type Call = {
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly caller?: Caller;
  readonly at?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly stream?: Readable;
};

/**
 * Calls a handler as the front would: what comes in is parsed by the route, what goes out is held against it. A request that the contract
 * refuses throws `invalid_request`.
 */
export function createCaller(routes: readonly BoundRoute[]) {
  return async (route: Route, call: Call = {}): Promise<RouteAnswer> => {
    const bound = routes.find((each) => each.route.id === route.id);
    if (bound === undefined) throw new Error(`No handler is bound to ${route.id}.`);
    const request = {
      params: parse(route.params, call.params ?? {}),
      query: parse(route.query, call.query ?? {}),
      body: parse(route.body, call.body ?? {}),
      caller: call.caller ?? { kind: "anonymous" },
      at: call.at ?? 0,
      requestId: "r",
      headers: call.headers ?? {},
      stream: call.stream ?? null,
    };
    const answer = await bound.handle(request as Parameters<BoundRoute["handle"]>[0]);
    route.response?.parse(JSON.parse(JSON.stringify(answer.body)));
    return answer;
  };
}

export function person(id: string, roles: readonly string[] = ["editor"]): Caller {
  return { kind: "person", id, roles, scopes: ["claims:read", "claims:write", "check"] };
}

function parse(schema: Route["body"], value: unknown): unknown {
  if (schema === undefined) return undefined;
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw new HttpError("invalid_request", parsed.error.message);
  return parsed.data;
}

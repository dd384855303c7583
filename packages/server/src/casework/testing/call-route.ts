import { expect } from "vitest";
import { HttpError } from "../../http/http-error.ts";
import type { BoundRoute, Caller, RouteAnswer } from "../../http/route.ts";

export type Asked = {
  readonly params?: object;
  readonly query?: object;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
};

/** Calls a route as the front does: each part held against the contract first, the answer too. */
export async function callRoute(
  routes: readonly BoundRoute[],
  id: string,
  { caller, at, asked = {} }: { readonly caller: Caller; readonly at: number; readonly asked?: Asked | undefined },
): Promise<RouteAnswer> {
  const bound = routes.find(({ route }) => route.id === id);
  if (bound === undefined) throw new Error(`There is no route ${id}.`);
  const { route } = bound;
  const answer = await bound.handle({
    params: (route.params?.parse(asked.params) ?? undefined) as never,
    query: (route.query?.parse(asked.query ?? {}) ?? undefined) as never,
    body: route.body?.parse(asked.body) as never,
    caller,
    at,
    requestId: "r1",
    headers: asked.headers ?? {},
    stream: null,
  });
  route.response?.parse(answer.body);
  return answer;
}

/** The error that a call was answered with. */
export async function fail(work: Promise<unknown>): Promise<HttpError> {
  const error = await work.then(
    () => null,
    (reason: unknown) => reason,
  );
  if (!(error instanceof HttpError)) expect.fail(`no HttpError: ${String(error)}`);
  return error;
}

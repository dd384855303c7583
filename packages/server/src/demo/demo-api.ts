import type { Route } from "@breakwater/contract";
import type { z } from "zod";

type Params<R> = R extends { readonly params: infer P extends z.ZodType } ? { readonly params: z.input<P> } : object;
type Query<R> = R extends { readonly query: infer Q extends z.ZodType } ? { readonly query?: z.input<Q> } : object;
type Body<R> = R extends { readonly body: infer B extends z.ZodType } ? { readonly body: z.input<B> } : object;
type Version = { readonly version?: number };
type AnswerOf<R> = R extends { readonly response: infer S extends z.ZodType } ? z.output<S> : undefined;

/** What the service answered instead of doing it: its status, and its own words. */
export class DemoRefusal extends Error {
  override readonly name = "DemoRefusal";
  readonly status: number;
  constructor(routeId: string, status: number, text: string) {
    super(`${routeId} was answered with ${status}: ${text.slice(0, 500)}`);
    this.status = status;
  }
}

/** The service's own API over HTTP, as somebody uses it from outside. */
export interface DemoApi {
  /** Throws a `DemoRefusal` where the service does not do it. */
  call<R extends Route>(route: R, asked: Params<R> & Query<R> & Body<R> & Version): Promise<AnswerOf<R>>;
  /** Sends a body that is no JSON. */
  send(route: Route, body: string, query?: Readonly<Record<string, string>>): Promise<void>;
}

export type DemoApiOptions = {
  readonly url: string;
  /** Who asks. */
  readonly headers: () => Promise<Readonly<Record<string, string>>>;
  readonly signal: AbortSignal;
};

type Parts = {
  readonly params?: Readonly<Record<string, unknown>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
  readonly version?: number;
};

export function createDemoApi({ url, headers, signal }: DemoApiOptions): DemoApi {
  const ask = async (route: Route, path: string, init: RequestInit): Promise<string> => {
    const response = await fetch(`${url}${path}`, { ...init, method: route.method, signal });
    const text = await response.text();
    if (!response.ok) throw new DemoRefusal(route.id, response.status, text);
    return text;
  };
  return {
    async call<R extends Route>(route: R, asked: Params<R> & Query<R> & Body<R> & Version): Promise<AnswerOf<R>> {
      const { params = {}, query = {}, body, version } = asked as Parts;
      const text = await ask(route, toPath(route.path, params, query), {
        headers: {
          ...(await headers()),
          ...(body === undefined ? {} : { "content-type": "application/json" }),
          ...(version === undefined ? {} : { "if-match": `"${version}"` }),
        },
        ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      });
      return (text === "" ? undefined : JSON.parse(text)) as AnswerOf<R>;
    },
    async send(route, body, query = {}) {
      const type = route.bodyTypes?.[0] ?? "application/json";
      await ask(route, toPath(route.path, {}, query), {
        headers: { ...(await headers()), "content-type": type },
        body,
      });
    },
  };
}

function toPath(path: string, params: Parts["params"] = {}, query: Parts["query"] = {}): string {
  const filled = path.replaceAll(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(String(params[name])));
  const search = new URLSearchParams(
    Object.entries(query).map(([name, value]): [string, string] => [name, String(value)]),
  );
  return search.size === 0 ? filled : `${filled}?${search.toString()}`;
}

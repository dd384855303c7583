import { createServer } from "node:http";
import { Readable } from "node:stream";
import type { AddressInfo } from "node:net";
import { afterEach } from "vitest";
import { errors } from "@breakwater/contract";
import { HttpError } from "../../http/http-error.ts";
import type { BoundRoute, Caller } from "../../http/route.ts";

const closings: (() => void)[] = [];
afterEach(() => {
  for (const close of closings.splice(0)) close();
});

export type Served = { readonly url: string; readonly port: number };

/** A plain server of routes on real sockets, closed after the test. It pipes streams as the front does. */
export async function serveRoutes(
  routes: readonly BoundRoute[],
  callerOf: (authorization: string) => Caller = () => ({ kind: "anonymous" }),
): Promise<Served> {
  const server = createServer((request, response) => {
    const url = new URL(request.url ?? "/", "http://localhost");
    void answer(routes, { url, headers: request.headers, caller: callerOf(request.headers.authorization ?? "") }).then(
      ({ status, headers, body }) => {
        response.writeHead(status, headers);
        if (!(body instanceof Readable)) return response.end(body);
        // As fastify does: whoever goes away ends the stream, and a stream that breaks off breaks off the answer.
        response.on("close", () => body.destroy());
        body.on("error", () => response.destroy());
        return body.pipe(response);
      },
    );
  });
  await new Promise<void>((done) => server.listen({ port: 0, host: "127.0.0.1", backlog: 4_096 }, done));
  closings.push(() => {
    server.close();
    server.closeAllConnections();
  });
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

type Asked = { readonly url: URL; readonly headers: BoundHeaders; readonly caller: Caller };
type BoundHeaders = Parameters<BoundRoute["handle"]>[0]["headers"];
type Answered = {
  readonly status: number;
  readonly headers: Record<string, string>;
  readonly body?: Readable | Uint8Array | string;
};

async function answer(routes: readonly BoundRoute[], { url, headers, caller }: Asked): Promise<Answered> {
  for (const { route, handle } of routes) {
    const names = [...route.path.matchAll(/\{(\w+)\}/g)].map(([, name = ""]) => name);
    const match = new RegExp(`^${route.path.replaceAll(/\{\w+\}/g, "([^/]+)")}$`).exec(url.pathname);
    if (match === null) continue;
    const params = route.params?.safeParse(Object.fromEntries(names.map((name, i) => [name, match[i + 1]])));
    const query = route.query?.safeParse(Object.fromEntries(url.searchParams));
    if (params?.success === false || query?.success === false) return problem("invalid_request");
    try {
      const request = {
        params: params?.data,
        query: query?.data,
        body: undefined,
        caller,
        headers,
        requestId: "r",
        at: Date.now(),
        stream: null,
      };
      const answered = await handle(request as never);
      const status = answered.status ?? route.status;
      if (route.response === undefined)
        return { status, headers: { ...answered.headers }, body: answered.body as Readable };
      const body = JSON.stringify(route.response.parse(answered.body));
      return { status, headers: { "content-type": "application/json", ...answered.headers }, body };
    } catch (error) {
      if (error instanceof HttpError) return problem(error.code);
      throw error;
    }
  }
  return problem("not_found");
}

function problem(code: keyof typeof errors): Answered {
  const { status } = errors[code];
  return { status, headers: { "content-type": "application/problem+json" }, body: JSON.stringify({ status, code }) };
}

import { errors } from "@breakwater/contract";
import { fastify, type FastifyInstance } from "fastify";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { HttpError } from "../../http/http-error.ts";
import type { BoundRoute } from "../../http/route.ts";
import { createAuthenticator, type Authenticator } from "../authenticator.ts";
import type { OidcDoor } from "../oidc/oidc-door.ts";
import { createAccessPages } from "../pages/access-pages.ts";
import { createAccessRoutes } from "../routes.ts";
import { createTestBytes, type TestDesk } from "./test-desk.ts";

export type TestApp = {
  readonly app: FastifyInstance;
  readonly authenticator: Authenticator;
  readonly log: readonly string[];
};

/** Pages and API of access on a plain fastify; the service's front has limits beside. */
export async function openTestApp(
  { access, clock, deps: { publicUrl } }: TestDesk,
  {
    oidc = null,
    rememberedMs = 0,
    consolePath = null,
  }: { readonly oidc?: OidcDoor | null; readonly rememberedMs?: number; readonly consolePath?: string | null } = {},
): Promise<TestApp> {
  const log: string[] = [];
  const app = fastify({ logger: { level: "warn", stream: { write: (line: string) => void log.push(line) } } });
  const authenticator = createAuthenticator({ access, publicUrl, now: clock.now, rememberedMs });
  const about = { version: "0.0.0", apiDescriptionPath: "/v1/openapi.json", consolePath };
  const breaks = { items: 40, minutes: null };
  const pages = { access, authenticator, publicUrl, now: clock.now, randomBytes: createTestBytes("pages"), oidc };
  await app.register(createAccessPages({ ...pages, ...about }));
  for (const bound of createAccessRoutes({ access, publicUrl, breaks }))
    mount(app, bound, { authenticator, now: clock.now });
  await app.ready();
  return { app, authenticator, log };
}

function mount(
  app: FastifyInstance,
  { route, handle }: BoundRoute,
  { authenticator, now }: { readonly authenticator: Authenticator; readonly now: () => number },
): void {
  app.route({
    method: route.method,
    url: route.path.replaceAll(/\{(\w+)\}/g, ":$1"),
    handler: async (request, reply) => {
      const { headers, method } = request;
      try {
        const caller = await authenticator.authenticate({ method, headers });
        if (route.access !== "public") {
          if (caller.kind === "anonymous") throw new HttpError("not_signed_in");
          if (!caller.scopes.includes(route.access)) throw new HttpError("not_allowed");
        }
        const parts = [
          [route.params, request.params],
          [route.query, request.query],
          [route.body, request.body],
        ] as const;
        const [params, query, body] = parts.map(([schema, part]) => {
          const parsed = schema?.safeParse(part);
          if (parsed?.success === false) throw new HttpError("invalid_request", parsed.error.message);
          return parsed?.data;
        });
        const parsed = { params, query, body, caller, at: now(), requestId: "r", headers, stream: null };
        const answer = await handle(parsed as Parameters<BoundRoute["handle"]>[0]);
        reply.headers(answer.headers ?? {}).code(answer.status ?? route.status);
        // Throws where the answer is not what the contract says.
        return reply.send(route.response?.parse(JSON.parse(JSON.stringify(answer.body))));
      } catch (error) {
        if (!(error instanceof HttpError)) throw error;
        return reply.code(errors[error.code].status).send({ code: error.code, detail: error.message });
      }
    },
  });
}

/** A port of this machine that nobody listens on. */
export async function findFreePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

import { scopes } from "@breakwater/contract";
import type { FastifyInstance } from "fastify";
import { randomBytes, randomUUID } from "node:crypto";
import type { AddressInfo } from "node:net";
import { pino } from "pino";
import { createFront } from "../front.ts";
import type { FrontOptions } from "../front-options.ts";
import { createIdempotency } from "../idempotency/idempotency.ts";
import { createMemoryIdempotencyStore } from "../idempotency/memory-idempotency-store.ts";
import type { Knock } from "../knock.ts";
import { createMemoryTransactor } from "../../state/memory-state.ts";
import type { BoundRoute, Caller } from "../route.ts";
import type { FuzzTarget } from "./fuzz.law.ts";

/** Who sends: `test-caller: <JSON of a caller>`, else nobody. */
export function authenticateByHeader({ headers }: Pick<Knock, "headers">): Caller {
  const text = headers["test-caller"];
  return typeof text === "string" ? (JSON.parse(text) as Caller) : { kind: "anonymous" };
}

/** Headers of a token with every scope, or with those given. */
export function asToken(allowed: readonly string[] = scopes): Record<string, string> {
  return { "test-caller": JSON.stringify({ kind: "token", id: "t1", name: "test", scopes: allowed }) };
}

export type TestFront = {
  readonly app: FastifyInstance;
  readonly port: number;
  readonly url: string;
  /** What was logged, one line each. */
  readonly log: readonly string[];
};

/** A real front on a port of this machine; close its app. */
export async function openTestFront(
  boundRoutes: readonly BoundRoute[],
  options: Partial<FrontOptions> = {},
): Promise<TestFront> {
  const log: string[] = [];
  const app = await createFront(
    {
      authenticate: authenticateByHeader,
      idempotency: createIdempotency(createMemoryIdempotencyStore(), createMemoryTransactor()),
      readiness: () => ({ ready: true }),
      now: () => Date.now(),
      newId: randomUUID,
      randomBytes: (count) => randomBytes(count),
      logger: pino({ level: "info" }, { write: (line) => log.push(line) }),
      checksAnswers: true,
      ...options,
      limits: { closeMs: 200, ...options.limits },
    },
    boundRoutes,
  );
  await app.listen({ port: 0, host: "127.0.0.1" });
  const { port } = app.server.address() as AddressInfo;
  return { app, port, url: `http://127.0.0.1:${port}`, log };
}

/** A front over one room's routes for `fuzzLaw`, without rates. */
export async function openFuzzTarget(boundRoutes: readonly BoundRoute[]): Promise<FuzzTarget> {
  const perMinute = { token: 1e9, person: 1e9, anonymous: 1e9 };
  const { app, url } = await openTestFront(boundRoutes, { limits: { perMinute } });
  return { url, headers: asToken(), close: async () => app.close() };
}

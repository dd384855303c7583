import { roleScopes, scopes, type Route, type Scope, type StaffRole } from "@breakwater/contract";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Caller } from "../route.ts";
import { openTestFront, type TestFront } from "./test-front.ts";

type Visitor = { readonly name: string; readonly caller: Caller; readonly scopes: readonly Scope[] };

/** Everybody there can be: nobody, each role, a person without any, a token of each single scope, one of all, one of none. */
const visitors: readonly Visitor[] = [
  { name: "anonymous", caller: { kind: "anonymous" }, scopes: [] },
  ...Object.entries(roleScopes).map(([role, held]) => asPerson(role, held)),
  asPerson("no role", []),
  ...scopes.map((scope) => asTokenOf(scope, [scope])),
  asTokenOf("every scope", scopes),
  asTokenOf("no scope", []),
];

function asPerson(role: string, held: readonly Scope[]): Visitor {
  const roles = role === "no role" ? [] : [role as StaffRole];
  return { name: role, caller: { kind: "person", id: `p-${role}`, roles, scopes: held }, scopes: held };
}

function asTokenOf(name: string, held: readonly Scope[]): Visitor {
  return { name: `token: ${name}`, caller: { kind: "token", id: `t-${name}`, name, scopes: held }, scopes: held };
}

const probe = 299;

/**
 * Every route × everybody, through a real front and over HTTP: whoever the contract lets in reaches the handler (or is told that their made-up
 * request has the wrong shape), whoever it does not let in gets 401 or 403 and never reaches it. Handlers are replaced, nothing changes.
 */
export function accessTableLaw(routes: readonly Route[]): void {
  describe("access: every route × everybody", () => {
    let front: TestFront;
    const reached = new Set<string>();
    const probes = routes.map((route) => ({
      route,
      handle: async ({ caller }: { caller: Caller }) => {
        reached.add(`${route.id} ${caller.kind === "anonymous" ? "" : caller.id}`);
        return { status: probe, body: {} };
      },
    }));
    beforeAll(async () => {
      front = await openTestFront(probes, { checksAnswers: false, limits: { perMinute: unlimited } });
    });
    afterAll(async () => front.app.close());

    it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))("%s", async (_, route) => {
      for (const { name, caller, scopes: held } of visitors) {
        const status = await knock(front.url, route, caller);
        const expected = expectedOf(route, caller, held);
        expect([200, 201, probe, 400].includes(status) ? "in" : status, `${name} at ${route.id}`).toBe(expected);
        const key = `${route.id} ${caller.kind === "anonymous" ? "" : caller.id}`;
        if (expected !== "in") expect(reached.has(key), `${name} reached ${route.id}`).toBe(false);
      }
    });
  });
}

const unlimited = { token: 1e9, person: 1e9, anonymous: 1e9 };

function expectedOf(route: Route, caller: Caller, held: readonly Scope[]): "in" | 401 | 403 {
  if (route.access === "public" || held.includes(route.access)) return "in";
  return caller.kind === "anonymous" ? 401 : 403;
}

async function knock(url: string, route: Route, caller: Caller): Promise<number> {
  const path = route.path.replaceAll(/\{\w+\}/g, "x1");
  const response = await fetch(url + path, {
    method: route.method,
    headers: {
      "test-caller": JSON.stringify(caller),
      origin: url,
      ...(route.body === undefined ? {} : { "content-type": "application/json" }),
    },
    ...(route.body === undefined ? {} : { body: "{}" }),
  });
  await response.body?.cancel();
  return response.status;
}

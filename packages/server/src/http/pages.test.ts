import formbody from "@fastify/formbody";
import type { FastifyPluginAsync } from "fastify";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openTestFront, type TestFront } from "./testing/test-front.ts";

const pages: FastifyPluginAsync = async (app) => {
  await app.register(formbody);
  app.get("/login", async (request, reply) =>
    reply.type("text/html").send(`<h1>${request.caller?.kind ?? "unknown"}</h1>`),
  );
  app.post("/login", (request, reply) => reply.send({ body: request.body }));
  app.get("/people/:id", async () => {
    throw new Error("a secret");
  });
};

describe("options.plugins", () => {
  let front: TestFront;
  beforeAll(async () => {
    front = await openTestFront([], { plugins: [pages], isHttpsOnly: true, trustedProxies: ["127.0.0.1"] });
  });
  afterAll(async () => front.app.close());

  it("serves pages under a policy of their own, with the caller known", async () => {
    const caller = { kind: "person", id: "p", roles: [], scopes: [] };
    const response = await fetch(`${front.url}/login`, { headers: { "test-caller": JSON.stringify(caller) } });
    expect(await response.text()).toBe("<h1>person</h1>");
    const policy = response.headers.get("content-security-policy") ?? "";
    expect(policy).toMatch(/script-src 'self'/);
    expect(policy).not.toMatch(/unsafe/);
    expect(response.headers.get("strict-transport-security")).toMatch(/max-age=31536000/);
    expect((await fetch(`${front.url}/healthz`)).headers.get("content-security-policy")).not.toMatch(/self/);
  });

  it("lets them bring their body parsers, and holds their errors, methods and sessions to the same rules", async () => {
    const post = async (headers: Record<string, string> = {}): Promise<Response> =>
      fetch(`${front.url}/login`, { method: "POST", body: new URLSearchParams({ a: "1" }), headers });
    expect(await (await post()).json()).toEqual({ body: { a: "1" } });
    const person = JSON.stringify({ kind: "person", id: "p", roles: [], scopes: [] });
    expect(await (await post({ "test-caller": person })).json()).toMatchObject({ code: "csrf_refused" });
    const failed = await (await fetch(`${front.url}/people/x`)).text();
    expect(JSON.parse(failed)).toMatchObject({ code: "internal" });
    expect(failed).not.toContain("secret");
    const other = await fetch(`${front.url}/people/x`, { method: "DELETE" });
    expect([other.status, other.headers.get("allow")]).toEqual([405, "GET, HEAD"]);
  });

  it("counts by the address that a trusted proxy names", async () => {
    const limited = await openTestFront([], {
      trustedProxies: ["127.0.0.1"],
      limits: { perMinute: { token: 1, person: 1, anonymous: 1 } },
    });
    const ask = async (address: string): Promise<number> =>
      (await fetch(`${limited.url}/v1/openapi.json`, { headers: { "x-forwarded-for": address } })).status;
    // IPv6 by its network of 64 bits: one subscriber has that many addresses.
    const addresses = ["192.0.2.1", "192.0.2.1", "192.0.2.2", "2001:db8::1", "2001:db8::2", "2001:db8:0:1::1"];
    const statuses: number[] = [];
    for (const address of addresses) statuses.push(await ask(address));
    expect(statuses).toEqual([200, 429, 200, 200, 429, 200]);
    await limited.app.close();
  });
});

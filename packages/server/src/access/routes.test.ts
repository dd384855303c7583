import { beforeEach, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "./testing/test-app.ts";
import { openTestDesk, publicUrl, type TestDesk } from "./testing/test-desk.ts";
import { join, setUp, signIn, useLink, type TestPerson } from "./testing/test-people.ts";

type Answer = { readonly status: number; readonly json: Record<string, unknown>; readonly etag: string | undefined };
type Sent = { readonly body?: object; readonly headers?: Readonly<Record<string, string>> };

let desk: TestDesk;
let opened: TestApp;
let ada: TestPerson;
let asAda: (method: string, url: string, sent?: Sent) => Promise<Answer>;

/** A browser of somebody who has signed in. */
async function openAs(person: TestPerson): Promise<typeof asAda> {
  const { session } = await signIn(desk, person);
  const cookie = { cookie: `breakwater-session=${session}`, origin: publicUrl };
  return (method, url, sent = {}) => send(method, url, { ...sent, headers: { ...cookie, ...sent.headers } });
}

async function send(method: string, url: string, { body, headers = {} }: Sent = {}): Promise<Answer> {
  const options = { method: method as "GET", url, headers };
  const response = await opened.app.inject(body === undefined ? options : { ...options, payload: body });
  const json = response.body === "" ? {} : response.json<Record<string, unknown>>();
  return { status: response.statusCode, json, etag: response.headers.etag };
}

beforeEach(async () => {
  desk = openTestDesk({ on: "sqlite" });
  opened = await openTestApp(desk);
  ada = await setUp(desk);
  asAda = await openAs(ada);
});

describe("the API of access", () => {
  it("tells callers who they are", async () => {
    expect(await asAda("GET", "/v1/me")).toMatchObject({
      status: 200,
      json: {
        kind: "person",
        login: "ada",
        name: "Ada",
        roles: ["admin"],
        language: "en",
        breaks: { items: 40, minutes: null },
      },
    });
    expect((await send("GET", "/v1/me")).status).toBe(401);
  });

  it("invites, changes at a version, disables", async () => {
    const body = { name: "Bob", login: "Bob@Example", roles: ["editor"] };
    const invited = await asAda("POST", "/v1/people", { body });
    expect(invited).toMatchObject({ status: 201, json: { person: { login: "bob@example", joined: false } } });
    const { person, link } = invited.json as { person: { id: string }; link: { url: string } };
    expect((await asAda("POST", "/v1/people", { body })).status).toBe(409);
    const renewed = await asAda("POST", `/v1/people/${person.id}/invitation`);
    expect(renewed.status).toBe(201);
    expect((await desk.access.openLink({ code: link.url.split("=")[1] ?? "", at: desk.clock.now() })).ok).toBe(false);
    await useLink(desk, renewed.json["url"] as string);

    const url = `/v1/people/${person.id}`;
    const { etag = "", json } = await asAda("GET", url);
    expect([etag, json["joined"]]).toEqual(['"2"', true]);
    const change = { body: { roles: ["triage"] } };
    expect((await asAda("PATCH", url, change)).status).toBe(428);
    for (const stale of ['"1"', "2", "*", 'W/"2"']) {
      expect((await asAda("PATCH", url, { ...change, headers: { "if-match": stale } })).status).toBe(412);
    }
    const changed = await asAda("PATCH", url, { ...change, headers: { "if-match": etag } });
    expect(changed).toMatchObject({ status: 200, etag: '"3"', json: { roles: ["triage"] } });
    const disabled = await asAda("PATCH", url, { body: { disabled: true }, headers: { "if-match": '"3"' } });
    expect(disabled.json["disabled"]).toBe(true);
    expect((await asAda("GET", "/v1/people/none")).status).toBe(404);
  });

  it("refuses what is not in the contract", async () => {
    const bodies = [
      { name: "", login: "bob", roles: [] },
      { name: "Bob", login: "b b", roles: [] },
      { name: "Bob", login: "bob", roles: ["owner"] },
      { name: "Bob", login: "bob", roles: [], password: "x" },
    ];
    for (const body of bodies) expect((await asAda("POST", "/v1/people", { body })).status).toBe(400);
    const token = { name: "forum", scopes: ["access:manage"], expiresInDays: 1 };
    expect((await asAda("POST", "/v1/tokens", { body: token })).status).toBe(403);
    expect((await asAda("POST", "/v1/tokens", { body: { ...token, scopes: [] } })).status).toBe(400);
  });

  it("pages through people, tokens and its log", async () => {
    for (const login of ["bo", "cy", "di"]) await join(desk, ada, { login, roles: [] });
    for (const name of ["a", "b", "c"]) {
      await asAda("POST", "/v1/tokens", { body: { name, scopes: ["check"], expiresInDays: null } });
    }
    for (const path of ["/v1/people", "/v1/tokens", "/v1/access-log"]) {
      const whole = (await asAda("GET", `${path}?limit=200`)).json["items"] as readonly object[];
      const seen: object[] = [];
      let cursor = "";
      do {
        const { json } = await asAda("GET", `${path}?limit=2${cursor}`);
        seen.push(...(json["items"] as readonly object[]));
        cursor = json["nextCursor"] === null ? "" : `&cursor=${json["nextCursor"] as string}`;
      } while (cursor !== "");
      expect(seen, path).toEqual(whole);
      expect(whole.length, path).toBeGreaterThan(2);
      expect((await asAda("GET", `${path}?cursor=%00'--`)).status, path).toBe(200);
    }
  });

  it("tells whoever has signed in whom they work with, and nothing more of them", async () => {
    const bob = await join(desk, ada, { login: "bob", roles: ["analyst"] });
    await asAda("POST", "/v1/people", { body: { name: "Cy", login: "cy", roles: ["approver"] } });
    const asBob = await openAs(bob);
    const items = (await asBob("GET", "/v1/colleagues")).json["items"] as readonly object[];
    expect(items).toContainEqual({ id: bob.person.id, name: bob.person.name, roles: ["analyst"], away: false });
    expect(items).toContainEqual({ id: expect.any(String), name: "Cy", roles: ["approver"], away: true });
    const { id } = bob.person;
    expect(await asAda("GET", `/v1/colleagues?ids=${id},nobody,${id}`)).toMatchObject({
      status: 200,
      json: { items: [{ id, name: bob.person.name }], nextCursor: null },
    });
    expect((await send("GET", `/v1/colleagues?ids=${id}`)).status).toBe(401);
    expect((await asAda("GET", "/v1/colleagues?ids=")).status).toBe(400);
  });

  it("shows a token once, and revokes it", async () => {
    const body = { name: "forum", scopes: ["check", "check"], expiresInDays: 30 };
    const made = await asAda("POST", "/v1/tokens", { body });
    const { secret, token } = made.json as { secret: string; token: { id: string; scopes: string[] } };
    expect(token.scopes).toEqual(["check"]);
    const authorization = `Bearer ${secret}`;
    expect((await send("GET", "/v1/me", { headers: { authorization } })).json["kind"]).toBe("token");
    const listed = await asAda("GET", "/v1/tokens");
    expect(JSON.stringify(listed.json)).not.toContain(secret);
    expect(listed.json["items"]).toMatchObject([{ lastUsedOn: "2023-11-14", createdBy: ada.person.id }]);
    expect((await asAda("DELETE", `/v1/tokens/${token.id}`)).status).toBe(204);
    expect((await asAda("DELETE", `/v1/tokens/${token.id}`)).status).toBe(404);
    expect((await send("GET", "/v1/me", { headers: { authorization } })).status).toBe(401);
  });

  it("lets people see and end their own sessions, and nobody else's", async () => {
    const bob = await join(desk, ada, { login: "bob", roles: [] });
    const asBob = await openAs(bob);
    await openAs(bob);
    const listed = (await asBob("GET", "/v1/sessions")).json["items"] as readonly { id: string; current: boolean }[];
    expect(listed.map(({ current }) => current)).toEqual([true, false]);
    const other = listed[1]?.id ?? "";
    expect((await asAda("DELETE", `/v1/sessions/${other}`)).status).toBe(404);
    expect((await asBob("DELETE", `/v1/sessions/${other}`)).status).toBe(204);
    expect((await asBob("GET", "/v1/sessions")).json["items"]).toHaveLength(1);
    expect((await send("GET", "/v1/sessions")).status).toBe(401);
  });

  it("resets by two administrators, where one of them cannot confirm their own", async () => {
    const bob = await join(desk, ada, { login: "bob", roles: ["editor"] });
    const cy = await join(desk, ada, { login: "cy", roles: ["admin"] });
    const asCy = await openAs(cy);
    const body = { parts: "both" };
    const proposed = await asAda("POST", `/v1/people/${bob.person.id}/resets`, { body });
    expect(proposed).toMatchObject({ status: 201, json: { kind: "waiting", reset: { proposedBy: ada.person.id } } });
    const { id } = proposed.json["reset"] as { id: string };
    expect((await asAda("POST", `/v1/resets/${id}/confirm`)).status).toBe(409);
    expect((await asCy("GET", "/v1/resets")).json["items"]).toMatchObject([{ id }]);
    expect((await asCy("POST", `/v1/resets/${id}/confirm`)).json["kind"]).toBe("issued");
    const again = await asAda("POST", `/v1/people/${bob.person.id}/resets`, { body });
    const waiting = again.json["reset"] as { id: string };
    expect((await asCy("DELETE", `/v1/resets/${waiting.id}`)).status).toBe(204);
    expect((await asCy("GET", "/v1/resets")).json["items"]).toEqual([]);
  });

  it("takes a changing request by cookie from our own origin alone", async () => {
    const body = { name: "x", scopes: ["check"], expiresInDays: 1 };
    for (const origin of ["https://evil.example", "null", `${publicUrl}.evil.example`]) {
      expect(await asAda("POST", "/v1/tokens", { body, headers: { origin } })).toMatchObject({
        status: 403,
        json: { code: "csrf_refused" },
      });
    }
    expect((await asAda("GET", "/v1/tokens", { headers: { origin: "https://evil.example" } })).status).toBe(200);
  });
});

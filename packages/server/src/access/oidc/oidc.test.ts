import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { TestBrowser, type TestPage } from "../testing/test-browser.ts";
import { openTestDesk, publicUrl, type TestDesk } from "../testing/test-desk.ts";
import { setUp } from "../testing/test-people.ts";
import { openTestProvider, type Mischief, type TestProvider } from "../testing/test-provider.ts";
import { createOidcDoor, type OidcOptions } from "./oidc-door.ts";

let provider: TestProvider;
let desk: TestDesk;
let opened: TestApp;
let browser: TestBrowser;

const optionsOf = ({ issuer, clientId, clientSecret }: TestProvider): OidcOptions => ({
  issuer,
  clientId,
  clientSecret,
  scopes: ["profile"],
  roleClaim: "groups",
  roleOf: { "trust-desk": "triage", fact: "editor" },
  allowsPlainHttp: true,
});

beforeEach(async () => {
  // Signatures and times of ID tokens are checked by the library against the clock of the machine.
  provider = await openTestProvider({ now: () => Date.now() });
  desk = openTestDesk();
  opened = await openTestApp(desk, { oidc: createOidcDoor(optionsOf(provider), publicUrl) });
  browser = new TestBrowser(opened.app, publicUrl);
});
afterEach(async () => {
  await opened.app.close();
  await provider.close();
});

/** To the provider and with its answer; the address with which the browser comes back. */
async function visitProvider(): Promise<string> {
  const { location } = await browser.get("/login/provider");
  const answer = await fetch(location ?? "", { redirect: "manual" });
  return (answer.headers.get("location") ?? "").slice(publicUrl.length);
}

async function signIn(): Promise<TestPage> {
  return browser.get(await visitProvider(), { "sec-fetch-site": "cross-site" });
}

describe("signing in by an identity provider", () => {
  it("brings in who has a role there, with those roles", async () => {
    provider.user = { sub: "s-1", name: "Cy", groups: ["fact", "everybody", "__proto__"] };
    expect((await browser.get("/login")).text).toContain("/login/provider");
    const page = await signIn();
    expect([page.status, page.text.includes("url=/")]).toEqual([200, true]);
    expect(page.headers["set-cookie"]).toEqual(
      expect.arrayContaining([expect.stringMatching(/^breakwater-session=[\w-]{43}; .*SameSite=Strict$/)]),
    );
    const home = await browser.get("/");
    expect(home.text).toContain("Signed in as Cy.");
    expect(home.text).toContain("Editor");
    expect((await browser.get("/account")).text).toContain("organisation");
    expect(JSON.stringify(await desk.deps.outbox.readAfter(0, 10))).not.toContain("s-1");
  });

  it("knows somebody again by issuer and subject, whatever they are called", async () => {
    provider.user = { sub: "s-1", name: "Cy", groups: "fact" };
    await signIn();
    provider.user = { sub: "s-1", name: "Cyrus", groups: ["trust-desk"] };
    await signIn();
    provider.user = { sub: "s-2", name: "Cy", groups: ["fact"] };
    await signIn();
    const people = await desk.access.listPeople({ after: "", limit: 10 });
    expect(people.map(({ name, roles }) => [name, roles])).toEqual([
      ["Cy", ["triage"]],
      ["Cy", ["editor"]],
    ]);
  });

  it("turns away who has no role here, and makes nobody an administrator", async () => {
    await setUp(desk);
    for (const groups of [undefined, [], ["admin"], { fact: true }, [["fact"]], "toString"]) {
      provider.user = { sub: "s-1", name: "Cy", groups };
      const page = await signIn();
      expect([page.status, page.text.includes("no role")]).toEqual([403, true]);
      expect(browser.cookies.has("breakwater-session")).toBe(false);
    }
    const options = { ...optionsOf(provider), roleOf: { boss: "admin" } } as const;
    expect(() => createOidcDoor(options, publicUrl)).toThrow("cannot make administrators");
  });

  it.each<Mischief>([
    "other_nonce",
    "other_key",
    "other_issuer",
    "other_audience",
    "expired",
    "unsigned",
    "other_response_issuer",
  ])("refuses an answer with %s", async (mischief) => {
    provider.user = { sub: "s-1", name: "Cy", groups: ["fact"] };
    provider.mischief = mischief;
    const page = await signIn();
    expect([page.status, page.text.includes("could not be checked")]).toEqual([422, true]);
    expect(await desk.access.listPeople({ after: "", limit: 10 })).toEqual([]);
    provider.mischief = "none";
    expect((await signIn()).status).toBe(200);
  });

  it("takes an answer once, in the browser that asked, with the state that it was given, in time", async () => {
    provider.user = { sub: "s-1", name: "Cy", groups: ["fact"] };
    const other = new TestBrowser(opened.app, publicUrl);
    const stolen = await visitProvider();
    expect((await other.get(stolen)).status).toBe(410);
    await other.get("/login/provider");
    expect((await other.get(stolen)).status).toBe(422);
    expect((await browser.get(stolen.replace(/state=[^&]+/, "state=x"))).status).toBe(422);
    expect((await browser.get(stolen)).status).toBe(410);

    const again = await visitProvider();
    expect((await browser.get(again)).status).toBe(200);
    expect((await browser.get(again)).status).toBe(410);
    const late = await visitProvider();
    desk.clock.advance(600_000);
    expect((await browser.get(late)).status).toBe(410);
    expect((await browser.get(`${late.split("?")[0]}?error=access_denied&state=x`)).status).toBe(410);
  });

  it("proves itself by PKCE and secret: a code that was caught is worth nothing", async () => {
    provider.user = { sub: "s-1", name: "Cy", groups: ["fact"] };
    const caught = new URL(await visitProvider(), publicUrl).searchParams.get("code") ?? "";
    const thief = await browser.get("/login/provider");
    const state = new URL(thief.location ?? "").searchParams.get("state") ?? "";
    const query = new URLSearchParams({ code: caught, state, iss: provider.issuer });
    expect((await browser.get(`/login/provider/callback?${query.toString()}`)).status).toBe(422);
    expect(provider.refusals).toEqual(["pkce"]);
  });

  it("says so where the provider does not answer, and not who it is", async () => {
    const { issuer } = provider;
    await provider.close();
    const page = await browser.get("/login/provider");
    expect([page.status, page.text.includes("could not be checked")]).toEqual([502, true]);
    expect(page.text).not.toContain(issuer);
  });
});

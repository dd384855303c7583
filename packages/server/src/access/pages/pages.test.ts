import { describe, expect, it } from "vitest";
import { toTotpCode } from "../secrets/totp.ts";
import { openTestApp, type TestApp } from "../testing/test-app.ts";
import { TestBrowser } from "../testing/test-browser.ts";
import { openTestDesk, publicUrl, type TestDesk } from "../testing/test-desk.ts";
import { join, readTotpText, setUp, testPassword, type TestPerson } from "../testing/test-people.ts";

type House = TestDesk & TestApp & { readonly browser: TestBrowser };

async function openHouse(): Promise<House> {
  const desk = openTestDesk({ on: "sqlite" });
  const opened = await openTestApp(desk);
  return { ...desk, ...opened, browser: new TestBrowser(opened.app, publicUrl) };
}

async function enter({ browser, clock }: House, { person, password, code }: TestPerson): Promise<void> {
  await browser.get("/login");
  await browser.submit("/login", { login: person.login, password });
  await browser.get("/login/code");
  const page = await browser.submit("/login/code", { code: code() });
  expect([page.status, page.location]).toEqual([303, "/"]);
  clock.advance(60_000);
}

const keyOf = (text: string): Uint8Array =>
  readTotpText(/id="totp-key">([^<]+)</.exec(text)?.[1]?.replaceAll(" ", "") ?? "");

describe("set-up", () => {
  it("leads from the link over the app to recovery codes and a first sign-in", async () => {
    const house = await openHouse();
    const { browser, access, clock } = house;
    const link = await access.openSetup({ at: clock.now() });
    const path = link?.url.slice(publicUrl.length) ?? "";
    expect((await browser.get(path)).text).toContain("You become the first administrator");
    const person = { name: "Ada", login: "Ada@Example", roles: ["triage", "admin", "nonsense"] };
    const secrets = { password: testPassword, repeat: testPassword };
    for (const [wrong, told] of [
      [{ repeat: "other" }, "differ"],
      [{ password: "short", repeat: "short" }, "fewer than 12"],
      [{ login: "a b" }, "cannot be a login"],
      [{ name: " " }, "1 to 100"],
    ] as const) {
      const again = await browser.submit("/setup", { ...person, ...secrets, ...wrong });
      expect([again.status, again.text.includes('role="alert"')]).toEqual([422, true]);
      expect(again.text).toContain(told);
      expect(again.text).not.toContain(testPassword);
    }
    const entered = await browser.submit("/setup", { ...person, ...secrets });
    expect(entered.status).toBe(303);
    const app = await browser.get(entered.location ?? "");
    const secret = keyOf(app.text);
    expect(secret).toHaveLength(20);
    expect((await browser.submit("/setup/app", { totp: "000000" })).status).toBe(422);
    const codes = await browser.submit("/setup/app", { totp: toTotpCode(secret, clock.now()) });
    expect(codes.text.match(/<li>[a-z2-7-]{29}<\/li>/g)).toHaveLength(10);
    clock.advance(60_000);
    const found = await house.deps.transactor.run(() => house.deps.store.people.findByLogin("ada@example"));
    expect(found).toMatchObject({ name: "Ada", roles: ["admin", "triage"], language: "en" });

    expect((await browser.get(path)).status).toBe(410);
    await browser.get("/login");
    await browser.submit("/login", { login: " ADA@example ", password: testPassword });
    await browser.get("/login/code");
    await browser.submit("/login/code", { code: toTotpCode(secret, clock.now()) });
    const home = await browser.get("/");
    expect(home.text).toContain("Signed in as Ada.");
    expect(home.text).toContain('href="/v1/openapi.json"');
  });

  it("has no page without its link, and says nothing of whether there is one", async () => {
    const { browser } = await openHouse();
    for (const path of ["/setup", "/setup?code=x", "/join?code=x", "/reset?code=a&code=b", "/setup/app?code=x"]) {
      const page = await browser.get(path);
      expect([page.status, page.text.includes("does not work")], path).toEqual([410, true]);
    }
    expect((await browser.get("/")).location).toBe("/login");
  });
});

describe("signing in", () => {
  it("answers wrong and unknown alike, to the byte, and slows down with Retry-After", async () => {
    const house = await openHouse();
    await setUp(house);
    const { browser } = house;
    await browser.get("/login");
    const normal = (text: string, login: string): string => text.replaceAll(`value="${login}"`, "");
    const pages = [];
    for (const login of ["ada", "nobody"]) {
      const page = await browser.submit("/login", { login, password: "wrong password!!" });
      pages.push([page.status, normal(page.text, login)]);
    }
    expect(pages[0]).toEqual(pages[1]);
    expect(pages[0]?.[0]).toBe(422);
    for (let tries = 0; tries < 4; tries += 1) await browser.submit("/login", { login: "ada", password: "wrong" });
    const slow = await browser.submit("/login", { login: "ada", password: "wrong" });
    expect([slow.status, slow.headers["retry-after"]]).toEqual([429, "1"]);
  });

  it("changes the session at each step, and the one that was fixed before opens nothing", async () => {
    const house = await openHouse();
    const ada = await setUp(house);
    const { browser, clock } = house;
    const name = "breakwater-session";
    browser.cookies.set(name, "x".repeat(43));
    const seen = ["x".repeat(43)];
    await browser.get("/login");
    await browser.submit("/login", { login: "ada", password: ada.password });
    seen.push(browser.cookies.get(name) ?? "");
    expect((await browser.get("/")).location).toBe("/login");
    await browser.get("/login/code");
    await browser.submit("/login/code", { code: ada.code() });
    seen.push(browser.cookies.get(name) ?? "");
    expect(new Set(seen).size).toBe(3);
    clock.advance(60_000);
    const thief = new TestBrowser(house.app, publicUrl);
    for (const old of seen.slice(0, 2)) {
      thief.cookies.set(name, old);
      expect((await thief.get("/")).location).toBe("/login");
    }
    await browser.get("/");
    expect((await browser.submit("/logout")).location).toBe("/login");
    expect(browser.cookies.has(name)).toBe(false);
    thief.cookies.set(name, seen[2] ?? "");
    expect((await thief.get("/")).location).toBe("/login");
  });

  it("takes a recovery code, and says that the phone should be replaced", async () => {
    const house = await openHouse();
    const ada = await setUp(house);
    const { browser } = house;
    await browser.get("/login");
    await browser.submit("/login", { login: "ada", password: ada.password });
    await browser.get("/login/code");
    const page = await browser.submit("/login/code", { code: ada.recoveryCodes[3] ?? "" });
    expect(page.location).toBe("/?recovered=1");
    expect((await browser.get("/?recovered=1")).text).toContain("9 left");
  });
});

describe("forms", () => {
  it("are taken from our own pages in the same browser alone", async () => {
    const house = await openHouse();
    const ada = await setUp(house);
    const { browser } = house;
    await enter(house, ada);
    await browser.get("/");
    for (const headers of [
      { origin: "https://evil.example" },
      { origin: "null" },
      { "sec-fetch-site": "same-site" },
      { "sec-fetch-site": "cross-site" },
    ]) {
      const page = await browser.submit("/logout", {}, headers);
      expect([page.status, page.text.includes(publicUrl)]).toEqual([403, true]);
      await browser.get("/");
    }
    expect((await browser.submit("/logout", { form: "x" })).status).toBe(403);
    await browser.get("/");
    const other = new TestBrowser(house.app, publicUrl);
    await other.get("/login");
    const stolen = (await browser.get("/")).text.match(/name="form" value="([^"]+)"/)?.[1] ?? "";
    expect((await other.submit("/login", { form: stolen })).status).toBe(403);
    expect((await browser.get("/")).status).toBe(200);
  });

  it("too large, of another type or broken end in a page, never in a trace", async () => {
    const house = await openHouse();
    const { app, browser } = house;
    await browser.get("/login");
    const large = await browser.submit("/login", { login: "a".repeat(20_000) });
    expect(large.status).toBe(413);
    for (const [type, payload] of [
      ["application/json", '{"login":{"$ne":1}}'],
      ["application/json", "{"],
      ["text/plain", "x"],
      ["application/x-www-form-urlencoded", "%%%=%E0%A4&__proto__=1&constructor=2"],
    ] as const) {
      const headers = { "content-type": type, origin: publicUrl, host: "x" };
      const { statusCode, body } = await app.inject({ method: "POST", url: "/login", headers, payload });
      expect([statusCode >= 400 && statusCode < 500, statusCode], `${type} ${payload}`).toEqual([true, statusCode]);
      expect(body).toContain("<!doctype html>");
      expect(body).not.toMatch(/at .*\.ts|Error:/);
    }
  });

  it("show what was typed as text", async () => {
    const { browser } = await openHouse();
    await browser.get("/login");
    const page = await browser.submit("/login", { login: `"><script>alert(1)</script>`, password: "x" });
    expect(page.text).not.toContain("<script");
    expect(page.text).toContain("&quot;&gt;&lt;script&gt;");
  });
});

describe("pages", () => {
  it("come with strict headers and cookies, and load one stylesheet of ours", async () => {
    const house = await openHouse();
    const page = await house.browser.get("/login");
    expect(page.headers).toMatchObject({
      "content-security-policy":
        "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
      "cache-control": "no-store",
      "referrer-policy": "same-origin",
      "x-content-type-options": "nosniff",
    });
    expect(page.headers["set-cookie"]).toMatch(/^breakwater-form=[\w-]{43}; Path=\/; HttpOnly; SameSite=Strict$/);
    expect(page.text).not.toMatch(/<script|<style| style=| on\w+=/);
    const [href = ""] = /\/access-\w+\.css/.exec(page.text) ?? [];
    const sheet = await house.browser.get(href);
    expect([sheet.status, sheet.headers["content-type"]]).toEqual([200, "text/css; charset=utf-8"]);
  });

  it("name their cookies __Host- and Secure wherever it is not plain HTTP on the loopback", async () => {
    for (const url of ["https://b.example", "http://b.example"]) {
      const desk = openTestDesk({ url });
      const { app } = await openTestApp(desk);
      const { headers } = await app.inject("/login");
      expect(headers["set-cookie"]).toMatch(
        /^__Host-breakwater-form=[\w-]{43}; Path=\/; HttpOnly; Secure; SameSite=Strict$/,
      );
    }
  });

  it("speak the language that was chosen, else the one that the browser asks for", async () => {
    const { browser } = await openHouse();
    const title = async (path: string, headers = {}): Promise<string> =>
      /<html lang="([^"]+)">/.exec((await browser.get(path, headers)).text)?.[1] ?? "";
    expect(await title("/login")).toBe("en");
    expect(await title("/login", { "accept-language": "fr, zh-CN;q=0.9, en;q=0.5" })).toBe("zh-Hans");
    expect(await title("/login", { "accept-language": "en;q=0.1, zh;q=0" })).toBe("en");
    expect(await title("/login?lang=zh-Hans")).toBe("zh-Hans");
    expect(await title("/login", { "accept-language": "en" })).toBe("zh-Hans");
    expect(await title("/login?lang=xx")).toBe("zh-Hans");
  });
});

describe("the signed-in", () => {
  it("change their password, renew codes, end sessions and connect another app", async () => {
    const house = await openHouse();
    const ada = await setUp(house);
    const { browser, clock } = house;
    await enter(house, ada);
    const elsewhere = new TestBrowser(house.app, publicUrl);
    await enter({ ...house, browser: elsewhere }, ada);
    const account = await browser.get("/account");
    expect(account.text.match(/action="\/account\/sessions"/g)).toHaveLength(1);
    await browser.submit("/account/sessions");
    expect((await elsewhere.get("/")).location).toBe("/login");

    await browser.get("/account");
    expect((await browser.submit("/account/codes", { own: "wrong" })).text).toContain("password is not right");
    await browser.get("/account");
    expect((await browser.submit("/account/codes", { own: ada.password })).text.match(/<li>/g)).toHaveLength(10);

    const next = "a quiet harbour at dawn";
    await browser.get("/account");
    const fields = { password: ada.password, next, repeat: next };
    expect((await browser.submit("/account/password", { ...fields, repeat: "x" })).status).toBe(422);
    expect((await browser.submit("/account/password", fields)).location).toBe("/account?changed=1");
    expect((await browser.get("/account?changed=1")).text).toContain("has been changed");

    const { location } = await browser.submit("/account/app");
    expect((await browser.get(location ?? "")).text).toContain("Your password");
    const entered = await browser.submit("/reset", { proof: next });
    const app = await browser.get(entered.location ?? "");
    const done = await browser.submit("/reset/app", { totp: toTotpCode(keyOf(app.text), clock.now()) });
    expect(done.status).toBe(200);
    expect((await browser.get("/")).location).toBe("/login");
  });

  it("make and revoke tokens where they manage access, and nobody else sees that page", async () => {
    const house = await openHouse();
    const ada = await setUp(house);
    const { browser, app } = house;
    await enter(house, ada);
    await browser.get("/tokens");
    expect((await browser.submit("/tokens", { name: "Not OK", scopes: "check", life: "90" })).status).toBe(422);
    expect((await browser.submit("/tokens", { name: "forum", scopes: "access:manage", life: "90" })).status).toBe(422);
    const made = await browser.submit("/tokens", { name: "forum", scopes: ["check", "access:read"], life: "never" });
    const [secret = ""] = /bwt_[\w-]{43}/.exec(made.text) ?? [];
    const me = await app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${secret}` } });
    expect(me.json()).toMatchObject({ kind: "token", name: "forum", scopes: ["check", "access:read"] });
    const list = await browser.get("/tokens");
    expect(list.text).not.toContain(secret);
    expect(list.text).toContain("forum");
    await browser.submit("/tokens/revoke");
    const after = await app.inject({ url: "/v1/me", headers: { authorization: `Bearer ${secret}` } });
    expect(after.statusCode).toBe(401);

    const bob = await join(house, ada, { login: "bob", roles: ["editor"] });
    const other = new TestBrowser(app, publicUrl);
    await enter({ ...house, browser: other }, bob);
    expect((await other.get("/tokens")).status).toBe(403);
    expect((await other.get("/")).text).not.toContain("/tokens");
  });
});

// Set-up, signing in and out as people do it, in a real browser, in both languages.
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { toTotpCode } from "../secrets/totp.ts";
import { findFreePort, openTestApp, type TestApp } from "../testing/test-app.ts";
import { openTestDesk, type TestDesk } from "../testing/test-desk.ts";
import { readTotpText, testPassword } from "../testing/test-people.ts";
import { browserNote, isBrowserMissing, listWalks, openBrowser, openLooks } from "../testing/walk.ts";
import { en } from "./words/en.ts";
import { zhHans } from "./words/zh-hans.ts";

type House = { readonly desk: TestDesk; readonly opened: TestApp; readonly url: string };

async function openHouse(): Promise<House> {
  const port = await findFreePort();
  const url = `http://127.0.0.1:${port}`;
  const desk = openTestDesk({ on: "sqlite", url });
  const opened = await openTestApp(desk);
  await opened.app.listen({ port, host: "127.0.0.1" });
  return { desk, opened, url };
}

/** Every page is named, and its fields are labelled. */
const findFaults = `() => {
  const faults = [];
  if (document.querySelectorAll("main, h1").length !== 2) faults.push("not one main and one h1");
  for (const input of document.querySelectorAll("input:not([type=hidden], [hidden]), select")) {
    if (input.labels.length !== 1) faults.push("without a label: " + input.name);
  }
  const ids = [...document.querySelectorAll("[id]")].map(({ id }) => id);
  if (new Set(ids).size !== ids.length) faults.push("an id twice");
  for (const described of document.querySelectorAll("[aria-describedby]")) {
    if (!document.getElementById(described.getAttribute("aria-describedby"))) faults.push("described by nothing");
  }
  return faults;
}`;

describe.skipIf(isBrowserMissing)(`pages in a browser${browserNote}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(listWalks(340, { en, "zh-Hans": zhHans }))(
    "set-up, second step, signing in, own account, tokens, signing out: $name $language",
    async (walk) => {
      const { options, language, w } = walk;
      const { desk, opened, url } = await openHouse();
      const context = await browser.newContext({ ...options, javaScriptEnabled: true });
      const page = await context.newPage();
      const complaints: string[] = [];
      page.on("console", (message) => {
        // A refused form is a 4xx, which Chromium reports as an error of the console; there is no icon to be had.
        if (!/status of 4\d\d/.test(message.text())) complaints.push(message.text());
      });
      page.on("pageerror", ({ message }) => complaints.push(message));
      const look = openLooks(page, walk, findFaults);
      const press = (label: string): Promise<void> =>
        page.getByRole("button", { name: label, exact: true }).first().click();

      const link = await desk.access.openSetup({ at: desk.clock.now() });
      await page.goto(link?.url ?? "");
      if (language === "zh-Hans") await page.getByRole("link", { name: w.languageName }).click();
      await look("setup");
      expect(await page.title()).toBe(`${w.setupTitle} · ${w.product}`);
      await page.getByLabel(w.name).first().fill("Ada 林");
      await page.getByLabel(w.login).fill("ada");
      await page.getByLabel(w.newPassword).fill(testPassword);
      await page.getByLabel(w.repeat).fill("something else");
      await page.getByLabel(w.roleNames.triage).check();
      await press(w.next);
      expect(await page.getByRole("alert").textContent()).toBe(w.mismatch);
      await look("setup-mismatch");
      await page.getByLabel(w.newPassword).fill(testPassword);
      await page.getByLabel(w.repeat).fill(testPassword);
      await press(w.next);

      await look("app");
      const key = (await page.locator("#totp-key").textContent()) ?? "";
      // For those who scan, and named for those who do not see it.
      const picture = page.getByRole("img", { name: w.appQr });
      expect((await picture.boundingBox())?.width).toBeGreaterThanOrEqual(200);
      expect(await page.locator("#totp-uri").getAttribute("href")).toContain(key.replaceAll(" ", ""));
      const secret = readTotpText(key.replaceAll(" ", ""));
      await page.getByLabel(w.appCode).fill(toTotpCode(secret, desk.clock.now()));
      await press(w.appFinish);
      await look("codes");
      expect(await page.locator("ol.codes li").count()).toBe(10);
      await page.getByRole("link", { name: w.codesDone }).click();

      await page.getByLabel(w.login).fill("ada");
      await page.getByLabel(w.password).fill("not the password");
      await press(w.next);
      expect(await page.getByRole("alert").textContent()).toBe(w.wrongPassword);
      await look("login-wrong");
      await page.getByLabel(w.password).fill(testPassword);
      await press(w.next);
      await look("code");
      desk.clock.advance(60_000);
      await page.getByLabel(w.code, { exact: true }).fill(toTotpCode(secret, desk.clock.now()));
      await press(w.signIn);
      await page.getByRole("heading", { name: w.homeTitle }).waitFor();
      await look("home");
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      expect(await page.getByText(w.roleNames.triage).count()).toBe(1);

      const cookies = await context.cookies();
      const session = cookies.find((cookie) => cookie.name === "breakwater-session");
      expect(session).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
      await page.getByRole("link", { name: w.yourAccount }).click();
      await look("account");
      await page.getByRole("link", { name: w.back }).click();
      await page.getByRole("link", { name: w.tokens, exact: true }).click();
      await page.getByLabel(w.tokenName).fill("forum.example");
      await press(w.makeToken);
      expect(await page.locator("#token").textContent()).toMatch(/^bwt_[\w-]{43}$/);
      await look("token");
      await page.getByRole("link", { name: w.back }).click();
      await look("tokens");
      await page.getByRole("link", { name: w.back }).click();
      await press(w.signOut);
      await page.getByRole("heading", { name: w.signInTitle }).waitFor();
      await page.goto(`${url}/account`);
      expect(new URL(page.url()).pathname).toBe("/login");

      expect(complaints).toEqual([]);
      await context.close();
      await opened.app.close();
    },
  );

  it("a page of another site cannot sign anybody out, nor frame us", async () => {
    const { desk, opened, url } = await openHouse();
    const link = await desk.access.openSetup({ at: desk.clock.now() });
    const page = await browser.newPage();
    await page.goto(link?.url ?? "");
    const cookies = await page.context().cookies();
    expect(cookies.map(({ name, sameSite }) => [name, sameSite])).toEqual([["breakwater-form", "Strict"]]);
    await page.route("http://localhost:1/**", (route) =>
      route.fulfill({
        contentType: "text/html",
        body: `<form method="post" action="${url}/logout"><button>go</button></form><iframe src="${url}/login"></iframe>`,
      }),
    );
    await page.goto("http://localhost:1/");
    expect(page.frames()[1]?.url()).not.toContain("/login");
    const answer = page.waitForResponse(`${url}/logout`);
    await page.getByRole("button").click();
    expect((await answer).status()).toBe(403);
    await page.close();
    await opened.app.close();
  });
});

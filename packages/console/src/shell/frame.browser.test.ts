import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../testing/describe-in-browser.ts";
import { listFaults, takePicture } from "../testing/visit.ts";

const focused = (page: Page): Promise<string> =>
  page.evaluate("document.activeElement.tagName + ' ' + document.activeElement.textContent.slice(0, 40)");

describeInBrowser("the frame", { isEmpty: true }, ({ house, visit }) => {
  beforeAll(async () => {
    for (const name of ["post-1", "post-2"]) await house.report(name);
  }, 120_000);

  it("goes everywhere by keyboard, says which keys there are, and takes the focus along", async () => {
    const { page, complaints, close } = await visit({
      path: "/",
      session: await house.signIn(["triage"]),
    });
    await page.getByRole("heading", { level: 1, name: "Now" }).waitFor();
    await page.keyboard.press("Tab");
    expect(await focused(page)).toBe("A Skip to content");
    await page.keyboard.press("Shift+Slash");
    const dialog = page.getByRole("dialog", { name: "Keys" });
    await dialog.getByText("Go to Leads").waitFor();
    await takePicture(page, "keys");
    expect(await listFaults(page)).toEqual([]);
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "hidden" });
    expect(await focused(page)).toBe("A Skip to content");

    await page.keyboard.press("g");
    await page.keyboard.press("l");
    await page.getByRole("heading", { level: 1, name: "Leads" }).waitFor();
    await page.locator("#leads [data-row]").first().waitFor();
    expect(await focused(page)).toBe("H1 Leads");
    expect(await page.title()).toBe("Leads · Breakwater");
    for (const key of ["j", "j", "k"]) await page.keyboard.press(key);
    expect(await page.evaluate("document.querySelector('#leads [data-row]') === document.activeElement")).toBe(true);
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: /^Lead / }).waitFor();
    await page.goBack();
    await page.getByRole("heading", { level: 1, name: "Leads" }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("changes language and appearance, and keeps both", async () => {
    const { page, complaints, close } = await visit({
      path: "/leads",
      session: await house.signIn(["triage"]),
    });
    await page.getByRole("button", { name: "You and this browser" }).click();
    await page.getByLabel("Language").selectOption("zh-Hans");
    await page.getByLabel("外观").selectOption("dark");
    await takePicture(page, "settings-zh");
    expect(await listFaults(page)).toEqual([]);
    await page.reload();
    await page.getByRole("heading", { level: 1, name: "线索" }).waitFor();
    expect(await page.locator("html").getAttribute("lang")).toBe("zh-Hans");
    expect(await page.locator("html").getAttribute("data-theme")).toBe("dark");
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows what a role may not reach, and why", async () => {
    const { page, complaints, close } = await visit({
      path: "/",
      session: await house.signIn(["editor"]),
    });
    const leads = page.getByRole("navigation").locator("[aria-disabled]", { hasText: "Leads" });
    expect(await leads.textContent()).toMatch(/For: triage, analyst,.*Ask an administrator/);
    await page.getByText("None of your roles may read leads or groups").waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("leads somebody who has not signed in to the door, and whoever signs out as well", async () => {
    const stranger = await visit({ path: "/leads", session: null });
    await stranger.page.waitForURL("**/login");
    await stranger.close();
    const { page, close } = await visit({ path: "/", session: await house.signIn(["triage"]) });
    await page.getByRole("button", { name: "You and this browser" }).click();
    await page.getByRole("button", { name: "Sign out" }).click();
    await page.waitForURL("**/login");
    await page.goto(`${house.url}/console/leads`);
    await page.waitForURL("**/login");
    await close();
  });

  it("leads whoever has signed in from the front door to the console", async () => {
    const { page, close } = await visit({ path: "/", session: await house.signIn(["triage"]) });
    await page.goto(house.url);
    await page.getByRole("heading", { level: 1, name: "Now" }).waitFor();
    expect(new URL(page.url()).pathname).toBe("/console/");
    await close();
  });

  it("says in words that an address leads nowhere", async () => {
    const { page, close } = await visit({ path: "/nowhere", session: await house.signIn(["triage"]) });
    await page.getByRole("heading", { level: 1, name: "There is nothing at this address" }).waitFor();
    await close();
  });
});

import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { signInAdministrator } from "@breakwater/server/service/drills";
import { afterAll, beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

const parts = ["", "/people", "/tokens", "/webhooks", "/detectors", "/records", "/settings", "/access-log"] as const;

describeInBrowser("set-up", {}, ({ house, visit }) => {
  let admin: { readonly id: string; readonly session: string };
  let receiver: Server;
  const received: string[] = [];
  beforeAll(async () => {
    admin = await signInAdministrator(house.service, { login: "ada", name: "Ada Marsh", roles: [] });
    receiver = createServer(async (request, response) => {
      received.push(Buffer.concat(await request.toArray()).toString());
      response.writeHead(received.length === 1 ? 500 : 204).end("busy");
    });
    await new Promise<void>((resolve) => receiver.listen(0, "127.0.0.1", resolve));
  }, 240_000);
  afterAll(async () => {
    receiver?.close();
  });

  it("invites somebody, gives roles but none to oneself, and has a second administrator confirm a reset", async () => {
    const { page, complaints, close } = await visit({ path: "/set-up/people", session: admin.session });
    await page.getByRole("button", { name: "Invite somebody" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("Bo Lind");
    await dialog.getByLabel("Login").fill("bo");
    await dialog.getByLabel("editor", { exact: true }).check();
    await dialog.getByText("write, review and publish claims").waitFor();
    await takePicture(page, "set-up-invite");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Make the invitation" }).click();
    await page
      .getByRole("dialog", { name: "The link, shown once" })
      .getByText(/\?code=/)
      .waitFor();
    await takePicture(page, "set-up-link");
    await page.getByRole("button", { name: "I have kept it" }).click();
    const bo = page.getByRole("listitem").filter({ hasText: "Bo Lind" });
    await bo.getByText("invited, not joined").waitFor();
    await bo.getByRole("button", { name: "Change" }).click();
    await dialog.getByLabel("legal", { exact: true }).check();
    await dialog.getByRole("button", { name: "Save" }).click();
    await bo.getByText("editor, legal").waitFor();

    const ada = page.getByRole("listitem").filter({ hasText: "Ada Marsh" });
    await ada.getByRole("button", { name: "Change" }).click();
    expect(await dialog.getByLabel(/^triage/).isDisabled()).toBe(true);
    await dialog.getByText("Nobody gives themselves a role.").first().waitFor();
    await dialog.getByLabel("administrator", { exact: true }).uncheck();
    await dialog.getByRole("button", { name: "Save" }).click();
    await dialog.getByRole("alert").getByText("This is the last administrator.").waitFor();
    await page.keyboard.press("Escape");

    const second = await signInAdministrator(house.service, { login: "cy", name: "Cy Holt", roles: [] }, admin.id);
    await signInAdministrator(house.service, { login: "di", name: "Di Wren", roles: [] }, admin.id);
    await page.reload();
    await page
      .getByRole("listitem")
      .filter({ hasText: "Di Wren" })
      .getByRole("button", { name: "Reset access" })
      .click();
    await dialog.getByRole("button", { name: "Reset access" }).click();
    await page.getByText("You proposed it: somebody else confirms.").waitFor();
    expect(await listFaults(page)).toEqual([]);
    const other = await visit({ path: "/set-up/people", session: second.session });
    await other.page.getByText("Di Wren: password and app").waitFor();
    await other.page.getByRole("button", { name: "Confirm" }).click();
    await other.page.getByRole("dialog", { name: "The link, shown once" }).waitFor();
    expect([...complaints.filter((text) => !text.includes("409")), ...other.complaints]).toEqual([]);
    await other.close();
    await close();
  });

  it("makes a token that is shown once and works, and revokes it", async () => {
    const { page, complaints, close } = await visit({ path: "/set-up/tokens", session: admin.session });
    await page.getByRole("button", { name: "Make a token" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Name").fill("forum");
    await dialog.getByLabel(/^check/).check();
    expect(await dialog.getByLabel(/^access:manage/).count()).toBe(0);
    await takePicture(page, "set-up-token");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Make a token" }).click();
    const once = page.getByRole("dialog", { name: "The token, shown once" });
    const secret = await once.locator("code").textContent();
    await page.mouse.click(4, 4);
    expect(await once.count()).toBe(1);
    const me = (): Promise<Response> => fetch(`${house.url}/v1/me`, { headers: { authorization: `Bearer ${secret}` } });
    expect(await (await me()).json()).toMatchObject({ name: "forum", scopes: ["check"] });
    await page.getByRole("button", { name: "I have kept it" }).click();
    expect(await page.content()).not.toContain(secret);
    const forum = page.getByRole("listitem").filter({ hasText: "forum" });
    await forum.getByRole("button", { name: "Revoke" }).click();
    await dialog.getByRole("button", { name: "Revoke" }).click();
    await forum.getByText("revoked", { exact: true }).waitFor();
    expect((await me()).status).toBe(401);
    expect(complaints).toEqual([]);
    await close();
  });

  it("says that a list did not come, never that there is nothing in it", async () => {
    const { page, close } = await visit({ path: "/set-up", session: admin.session });
    await page.route("**/v1/tokens", (route) => route.fulfill({ status: 400, json: {} }));
    await page.goto(`${house.url}/console/set-up/tokens`);
    await page.getByRole("button", { name: "Try again" }).waitFor();
    expect(await page.getByText("No token was made").count()).toBe(0);
    await close();
  });

  it("makes a webhook, tests it, sees why it failed, sends again, rotates and deletes", async () => {
    const { page, complaints, close } = await visit({
      path: "/set-up/webhooks",
      session: admin.session,
    });
    await page.getByText("No webhook was made").waitFor();
    await page.getByRole("button", { name: "Make a webhook" }).click();
    const dialog = page.getByRole("dialog");
    const url = `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/events`;
    await dialog.getByLabel("Address").fill(url);
    await dialog.getByLabel("Which events").selectOption("some");
    await dialog.getByLabel(/^lead\.opened/).check();
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Make a webhook" }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByRole("link", { name: url }).click();
    await page.getByText("No delivery").waitFor();
    await page.getByRole("button", { name: "Send a test" }).click();
    await page.getByText("webhook.ping").first().waitFor();
    const delivery = page.getByRole("listitem").filter({ hasText: "webhook.ping" }).first();
    await delivery.getByText("failed", { exact: true }).waitFor();
    await delivery.getByText("Attempts").click();
    await delivery.locator("ol li").first().waitFor();
    await takePicture(page, "set-up-webhook");
    expect(await listFaults(page)).toEqual([]);
    await delivery.getByRole("button", { name: "Send again" }).click();
    await page.getByText("It is sent again.").waitFor();
    await page.getByRole("button", { name: "Send all failed again" }).click();
    await dialog.getByRole("button", { name: "Send again" }).click();
    await page.getByText(/are sent again\./).waitFor();
    await page.getByRole("button", { name: "Rotate the secret" }).click();
    await dialog.getByRole("button", { name: "Rotate the secret" }).click();
    await page.getByText(/^whsec_/).waitFor();
    await page.getByRole("button", { name: "I have kept it" }).click();
    await page.getByText("signs too until").waitFor();
    await page.getByRole("button", { name: "Delete" }).click();
    await dialog.getByRole("button", { name: "Delete" }).click();
    await page.getByText("No webhook was made").waitFor();
    expect(complaints.filter((text) => !text.includes("404"))).toEqual([]);
    await close();
  });

  it("shows an administrator how detectors are set, and who may try a change", async () => {
    const { page, complaints, close } = await visit({
      path: "/set-up/detectors",
      session: admin.session,
    });
    await page.getByText("detection.fdr").waitFor();
    await page.getByText("from 0.0001 to 0.1").waitFor();
    const button = page.getByRole("button", { name: "Ask for a preview" });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    expect(complaints).toEqual([]);
    await close();
  });

  it("tries a change of the detector on the last days, and says what to write into the file", async () => {
    const { page, complaints, close } = await visit({
      path: "/set-up/detectors",
      session: await house.signIn(["senior"]),
    });
    await page.getByRole("button", { name: "Ask for a preview" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("False groups allowed (fdr)").fill("7");
    await dialog
      .getByRole("alert")
      .getByText(/^A number from/)
      .waitFor();
    await dialog.getByLabel("False groups allowed (fdr)").fill("0.0002");
    await takePicture(page, "set-up-preview");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Ask for a preview" }).click();
    const preview = page.locator(".preview").first();
    await preview.getByText("ready", { exact: true }).waitFor({ timeout: 60_000 });
    await preview.getByText("With the change").waitFor();
    await preview.getByText("fdr = 0.0002").waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  }, 90_000);

  it("hands out what is kept of an account, and erases it where the id is typed twice", async () => {
    const { page, complaints, close } = await visit({
      path: "/set-up/records",
      session: admin.session,
    });
    await page.getByText("raw actions that are no evidence").waitFor();
    await page.getByRole("textbox", { name: "Account" }).fill("r-post-1");
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Hand it out" }).click(),
    ]);
    await page.getByText(/^Saved: \d+ records/).waitFor();
    const lines = readFileSync(await download.path(), "utf8")
      .trim()
      .split("\n");
    expect(lines[0]).toContain("r-post-1");
    await page.getByRole("button", { name: "Erase" }).click();
    const dialog = page.getByRole("dialog");
    const erase = dialog.getByRole("button", { name: "Erase" });
    expect(await erase.getAttribute("aria-disabled")).toBe("true");
    await dialog.getByLabel("Type the id once more").fill("r-post-1");
    expect(await listFaults(page)).toEqual([]);
    await erase.click();
    await page.getByRole("heading", { name: "Erased" }).waitFor();
    await takePicture(page, "set-up-erased");
    await page.goto(`${house.url}/console/set-up/access-log`);
    await page.getByText("records of an account erased").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks)(
    "every part can be read and has no fault: $name",
    async (look) => {
      const { page, complaints, close } = await visit({ path: "/leads", session: admin.session, look });
      await page.evaluate(
        `localStorage.setItem("breakwater.preferences", '{"theme":"system","language":"${look.language}"}')`,
      );
      for (const part of parts) {
        await page.goto(`${house.url}/console/set-up${part}`);
        await page.getByRole("heading", { level: 1 }).waitFor();
        await page.waitForLoadState("networkidle").catch(() => undefined);
        await takePicture(page, `set-up${part.replace("/", "-")}-${look.name}`);
        expect(await listFaults(page), part).toEqual([]);
      }
      expect(complaints.filter((text) => !text.includes("403"))).toEqual([]);
      await close();
    },
    60_000,
  );

  it("lets an auditor see who may do what and change nothing, and says whose the rest is", async () => {
    const session = await house.signIn(["auditor"]);
    const { page, complaints, close } = await visit({ path: "/set-up", session });
    const webhooks = page.locator(".set-up-part[aria-disabled]", { hasText: "Webhooks" });
    expect(await webhooks.textContent()).toContain("For: administrator.");
    await page
      .getByRole("link", { name: /^People/ })
      .first()
      .click();
    await page.getByText("Bo Lind").waitFor();
    const invite = page.getByRole("button", { name: "Invite somebody" });
    expect(await invite.getAttribute("aria-disabled")).toBe("true");
    await page.goto(`${house.url}/console/set-up/records`);
    await page.getByText("This part is not yours to see").waitFor();
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${house.url}/console/set-up/settings`);
    await page.getByText("[detection]").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, takePicture } from "../../testing/visit.ts";

async function openCampaign(page: Page): Promise<void> {
  await page.locator("#groups [data-row]").first().click();
  await page.locator(".network[data-stage=settled]").waitFor();
}

/** Where in the picture a dot of the colour of things is: pixels are there to be read in the very frame in which they are drawn. */
async function findDot(page: Page): Promise<{ readonly x: number; readonly y: number } | null> {
  const found: unknown = await page.evaluate(`new Promise((tell) => {
    document.querySelector(".network-tools button").click();
    requestAnimationFrame(() => {
      const drawn = document.querySelector(".network-box canvas.sigma-nodes");
      const copy = Object.assign(document.createElement("canvas"), { width: drawn.width, height: drawn.height });
      const context = copy.getContext("2d");
      context.drawImage(drawn, 0, 0);
      const { data } = context.getImageData(0, 0, copy.width, copy.height);
      const isDot = (x, y) => [18, 32, 43].every((value, i) => data[(y * copy.width + x) * 4 + i] === value) && data[(y * copy.width + x) * 4 + 3] === 255;
      const scale = drawn.clientWidth / drawn.width;
      for (let y = 4; y < copy.height - 4; y++) for (let x = 4; x < copy.width - 4; x++) {
        if (isDot(x, y) && isDot(x + 3, y) && isDot(x, y + 3) && isDot(x + 3, y + 3)) return tell({ x: (x + 1) * scale, y: (y + 2) * scale });
      }
      tell(null);
    });
  })`);
  return found as { readonly x: number; readonly y: number } | null;
}

describeInBrowser("working on a group", {}, ({ house, visit }) => {
  const path = "/groups?kind=campaign";

  it("replays the group by keyboard, and switches layers; the address keeps both", async () => {
    const { page, complaints, close } = await visit({ path, session: await house.signIn(["triage"]) });
    await openCampaign(page);
    const slider = page.getByRole("slider", { name: "Time" });
    await slider.focus();
    await page.keyboard.press("Home");
    await page.getByText(/^Up to .*: [0-9]+ actions by/).waitFor();
    const atFirst = await page.locator(".replay-said").textContent();
    for (let i = 0; i < 60; i += 1) await page.keyboard.press("ArrowRight");
    expect(await page.locator(".replay-said").textContent()).not.toBe(atFirst);
    await page.waitForURL(/until=/);
    await takePicture(page, "group-replay");
    await page.getByRole("checkbox", { name: /^links/ }).uncheck();
    await page.waitForURL(/hide=.*url/);
    await page.reload();
    await page.locator(".network[data-stage=settled]").waitFor();
    expect(await page.getByRole("checkbox", { name: /^links/ }).isChecked()).toBe(false);
    expect(await page.getByRole("slider", { name: "Time" }).inputValue()).toBe("60");
    // Less motion was asked for: the button says so and does nothing.
    const play = page.getByRole("button", { name: "Play" });
    expect(await play.getAttribute("aria-disabled")).toBe("true");
    expect(complaints).toEqual([]);
    await close();
  });

  it("says what a dot of the picture is when it is pressed", async () => {
    const { page, complaints, close } = await visit({ path, session: await house.signIn(["triage"]) });
    await openCampaign(page);
    const box = page.locator(".network-box");
    await box.scrollIntoViewIfNeeded();
    const area = await box.boundingBox();
    const dot = await findDot(page);
    if (area === null || dot === null) throw new Error("Nothing is drawn.");
    const said = page.locator(".network-chosen");
    await page.mouse.click(area.x + dot.x, area.y + dot.y);
    await said.getByRole("button", { name: "Let go" }).waitFor();
    expect(await said.textContent()).toMatch(/in step/);
    await takePicture(page, "group-chosen");
    await page.getByRole("button", { name: "Let go" }).click();
    await page.getByText("Nothing is chosen.").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("says the same in a table, and in words where there is no WebGL", async () => {
    const { page, complaints, close } = await visit({ path, session: await house.signIn(["triage"]) });
    await page.addInitScript(`
      const get = HTMLCanvasElement.prototype.getContext;
      HTMLCanvasElement.prototype.getContext = function (kind, ...rest) {
        return kind.startsWith("webgl") ? null : get.call(this, kind, ...rest);
      };`);
    await page.reload();
    await page.locator("#groups [data-row]").first().click();
    await page.getByText("This browser cannot draw the network").waitFor();
    await page.locator("summary", { hasText: "The network as a table" }).click();
    const table = page.getByRole("table", { name: "The network as a table" });
    await table.getByRole("row").nth(1).waitFor();
    expect(await table.getByRole("row").count()).toBeGreaterThan(4);
    await takePicture(page, "group-no-webgl");
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("marks a group as authentic in one action with a reason, and takes the mark back", async () => {
    const { page, complaints, close } = await visit({ path, session: await house.signIn(["analyst"]) });
    await openCampaign(page);
    await page.keyboard.press("a");
    const dialog = page.getByRole("dialog", { name: "This is authentic coordination" });
    await dialog.getByRole("button", { name: "Mark it" }).click();
    await dialog.getByText("Say in a few words why.").waitFor();
    await dialog.getByLabel("What it is").selectOption("fan_club");
    await dialog.getByLabel("Why you think so").fill("They announced it in their own forum");
    await takePicture(page, "group-mark");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Mark it" }).click();
    await page.getByText("Marked as authentic coordination.", { exact: true }).waitFor();
    await page.getByText("A fan club: They announced it in their own forum").waitFor();
    await page.getByText("by Ada Marsh").waitFor();
    await page.getByRole("button", { name: "Take the mark back" }).click();
    await page.getByText("taken back", { exact: true }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows to whoever may not mark why, and the platform's ids only when asked", async () => {
    const { page, close } = await visit({ path, session: await house.signIn(["approver"]) });
    await openCampaign(page);
    const button = page.getByRole("button", { name: /^Authentic coordination/ });
    expect(await button.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("Your roles may not do this. These may: triage, analyst").waitFor();
    const [{ id }] = (await house.platform("GET", "/v1/groups?kind=campaign"))["items"] as readonly [
      { readonly id: string },
    ];
    const [{ account }] = (await house.platform("GET", `/v1/groups/${id}`))["accounts"] as readonly [
      { readonly account: string },
    ];
    const more = page.getByRole("button", { name: /^Show [0-9]+ more$/ }).last();
    if (await more.isVisible()) await more.click();
    expect(await page.locator("main").textContent()).not.toContain(account);
    await page.getByRole("checkbox", { name: "Show the platform's own ids" }).check();
    expect(await page.locator("main").textContent()).toContain(account);
    await close();
  });
});

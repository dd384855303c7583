import { beforeAll, expect, it } from "vitest";
import { openCasework } from "../../testing/casework.ts";
import type { Hand } from "../../testing/hand.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

const content = {
  authority: "Regional court of Aurich",
  country: "DE",
  channel: "desk",
  legalBasis: "Article 9 DSA",
  explanation: "The item is the subject of an injunction.",
  items: ["post-1", "post-2"],
  asksFor: ["item_copy"],
  redress: "Appeal to the higher regional court.",
  deadline: Date.now() + 5 * 86_400_000,
  secrecy: null,
};

describeInBrowser("the authority desk", { isEmpty: true }, ({ house, visit }) => {
  let liaison: Hand;
  beforeAll(async () => {
    liaison = await (await openCasework(house)).as(["liaison"]);
  }, 120_000);

  it("enters what was only said, and says at each field what is missing", async () => {
    const session = await house.signIn(["liaison"]);
    const { page, complaints, close } = await visit({ path: "/desks/authority", session });
    page.setDefaultTimeout(4000);
    await page.getByText("Nothing is open here").waitFor();
    await page.getByRole("button", { name: "Enter a request…" }).click();
    const dialog = page.getByRole("dialog", { name: "Enter a request" });
    await dialog.getByLabel("Authority").fill("Ministry");
    await dialog.getByLabel("Country").fill("Germany");
    await dialog.getByLabel("How it came").selectOption("informal");
    await dialog.getByLabel("who somebody is").check();
    await dialog.getByRole("button", { name: "Enter a request" }).click();
    await dialog.getByText("This is longer than it may be.").waitFor();
    await takePicture(page, "authority-receive");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByLabel("Country").fill("DE");
    await dialog.getByRole("button", { name: "Enter a request" }).click();
    await page.getByRole("heading", { level: 1, name: "Ministry" }).waitFor();
    await page.getByText("such a request can only be refused").waitFor();
    const check = page.getByRole("button", { name: "Begin the scope check" });
    expect(await check.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("It did not come through the one door.").waitFor();
    await page.getByRole("button", { name: "Refuse…" }).click();
    const refusal = page.getByRole("dialog", { name: "Refuse" });
    await refusal.getByRole("button", { name: "Refuse" }).click();
    await refusal.getByText("Fill this in.").waitFor();
    await refusal.getByLabel("Reason").fill("It was only said, and nobody's identity is held here.");
    await refusal.getByRole("button", { name: "Refuse" }).click();
    await page.getByText("The request was refused.").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks)("shows a request with what each may do: $name", async (look) => {
    const { id } = await liaison("POST", "/v1/authority-requests", content);
    const path = `/v1/authority-requests/${String(id)}/commands`;
    await liaison("POST", path, { kind: "validate" }, 1);
    await liaison("POST", path, { kind: "propose_answer", items: ["post-1"] }, 2);
    const session = await house.signIn(["legal"], look.language);
    const { page, complaints, close } = await visit({ path: "/desks", session, look });
    await page.getByRole("heading", { level: 1 }).waitFor();
    await page.locator(".desk-card .tag").first().waitFor();
    await takePicture(page, `desks-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${house.url}/console/desks/authority`);
    await page.locator("[data-row]").first().waitFor();
    await takePicture(page, `authority-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.locator("[data-row]").first().click();
    await page.locator(".commands").waitFor();
    await takePicture(page, `request-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

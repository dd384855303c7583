import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, takePicture } from "../../testing/visit.ts";
import { partWords } from "../../ui/words.ts";
import { leadWords } from "./words/table.ts";

describeInBrowser("deciding leads", { isEmpty: true }, ({ house, visit }) => {
  it("dismisses a lead with a reason; whoever looks at the list sees it come and go by itself", async () => {
    const triage = await house.signIn(["triage"]);
    const watcher = await visit({ path: "/leads", session: await house.signIn(["analyst"]) });
    await watcher.page.getByText("No lead is waiting").waitFor();
    await watcher.page.getByText("Live", { exact: true }).waitFor();
    await house.report("post-1");
    await watcher.page.locator("#leads [data-row]").first().waitFor();

    const { page, complaints, close } = await visit({ path: "/leads", session: triage });
    await page.locator("[data-row]").first().click();
    await page.getByRole("button", { name: "Make a case" }).waitFor();
    await page.keyboard.press("d");
    const dialog = page.getByRole("dialog", { name: "Dismiss this lead" });
    await dialog.getByLabel("Reason").selectOption("opinion");
    await takePicture(page, "dismiss");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: "Dismiss", exact: true }).click();
    await page.getByText("The lead was dismissed.", { exact: true }).waitFor();
    await page.getByText("An opinion, which cannot be false").waitFor();
    expect(await page.getByRole("button", { name: "Make a case" }).getAttribute("aria-disabled")).toBe("true");
    await watcher.page.getByText("No lead is waiting").waitFor();
    expect([...complaints, ...watcher.complaints]).toEqual([]);
    await close();
    await watcher.close();
  });

  it("shows a command that somebody may not give, and says why and what to do", async () => {
    await house.report("post-2");
    const session = await house.signIn(["legal"], "zh-Hans");
    const look = { name: "zh", width: 1280, height: 800, scheme: "light", language: "zh-Hans" } as const;
    const { page, complaints, close } = await visit({ path: "/leads", session, look });
    await page.locator("[data-row]").first().click();
    const accept = page.getByRole("button", { name: "立案" });
    expect(await accept.getAttribute("aria-disabled")).toBe("true");
    const whyId = await accept.getAttribute("aria-describedby");
    expect(await page.locator(`[id="${whyId}"]`).textContent()).toBe(
      "你的角色无权执行此操作。请由列出的角色之一办理。",
    );
    await accept.click({ force: true });
    expect(await page.getByRole("dialog").count()).toBe(0);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each([
    ["has not heard of it", "post-3", false],
    ["has heard of it", "post-4", true],
  ])("does not decide about a version that came meanwhile, where the page %s", async (_, post, hears) => {
    await house.report(post);
    const session = await house.signIn(["triage"]);
    const { page, close } = await visit({ path: "/leads", session });
    await page.locator("[data-row]").first().click();
    await page.getByRole("button", { name: "Make a case" }).click();
    if (!hears) {
      await page
        .context()
        .route("**/v1/leads/**", (route) => (route.request().method() === "GET" ? route.abort() : route.continue()));
    }
    // Somebody else is faster.
    await house.dismissNewest();
    if (hears) await page.getByText(leadWords.en.dismissedAs).waitFor();
    await page.getByRole("dialog").getByRole("button", { name: "Make a case" }).click();
    await page.getByRole("alert").getByText(partWords.en.changedMeanwhile).waitFor();
    await close();
  });
});

import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

const dayMs = 86_400_000;

describeInBrowser("the desk of rules", { isEmpty: true }, ({ house, visit }) => {
  it("takes a rule from the shelf, reads it by a second, and brings it into force", async () => {
    const editor = await visit({ path: "/desks/policies", session: await house.signIn(["editor"]) });
    editor.page.setDefaultTimeout(8000);
    await editor.page.getByText("There is no rule").waitFor();
    await editor.page.getByRole("button", { name: "Take the rules that ship…" }).click();
    await editor.page.getByRole("dialog").getByRole("button", { name: "Take the rules that ship" }).click();
    await editor.page.getByText("The rules that ship are drafts now.").waitFor();
    await editor.page.locator("#rules [data-row]").first().waitFor();
    await takePicture(editor.page, "policies");
    expect(await listFaults(editor.page)).toEqual([]);
    await editor.page.goto(`${house.url}/console/desks/policies/IA-1:1`);
    const agree = editor.page.getByRole("button", { name: "Agree…" });
    await agree.waitFor();
    expect(await agree.getAttribute("aria-disabled")).toBe("true");
    await editor.page.getByText("You proposed this yourself.").waitFor();
    expect(editor.complaints).toEqual([]);
    await editor.close();

    const legal = await visit({
      path: "/desks/policies/IA-1:1",
      session: await house.signIn(["legal"], "en", "Leo Brandt"),
    });
    const { page } = legal;
    page.setDefaultTimeout(8000);
    await page.getByRole("button", { name: "Agree…" }).click();
    const agreeing = page.getByRole("dialog", { name: "Agree" });
    await agreeing.getByLabel("Reason").fill("It is about what accounts do.");
    expect(await listFaults(page)).toEqual([]);
    await agreeing.getByRole("button", { name: "Agree" }).click();
    await page.getByText("The rule was read and agreed to.").waitFor();
    await page.getByRole("button", { name: "Publish…" }).click();
    const publishing = page.getByRole("dialog", { name: "Publish" });
    await publishing.getByLabel("Notice of what changes").check();
    await publishing.getByLabel("English").fill("At once: there was no rule before.");
    await publishing.getByLabel("简体中文").fill("此前没有规则，即时生效。");
    await takePicture(page, "publish");
    await publishing.getByRole("button", { name: "Publish" }).click();
    await page.getByText("The rule was published.").waitFor();
    await page.getByText("in force", { exact: true }).waitFor();
    await takePicture(page, "rule");
    expect(await listFaults(page)).toEqual([]);
    expect(legal.complaints).toEqual([]);
    await legal.close();

    const again = await visit({ path: "/desks/policies/IA-1:1", session: await house.signIn(["editor"]) });
    await again.page.getByText("Leo Brandt", { exact: true }).first().waitFor();
    expect(again.complaints).toEqual([]);
    await again.close();
  });

  it("says while one writes what the linter finds, and lets two people set a finding aside", async () => {
    const { page, complaints, close } = await visit({
      path: "/desks/policies/draft?starter=IA-1",
      session: await house.signIn(["legal"]),
    });
    page.setDefaultTimeout(8000);
    await page.getByRole("textbox", { name: "Name" }).fill("IA-9");
    const text = page.getByRole("group", { name: "Text" }).getByLabel("English");
    await text.fill("Accounts do not post in step about the election.");
    await page.getByRole("button", { name: "Check it" }).click();
    await page.getByText("As it stands it cannot be published.").waitFor();
    await page
      .getByText(/^Text, English: “.*election.*”$/)
      .first()
      .waitFor();
    await takePicture(page, "draft");
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Keep the draft" }).click();
    await page.getByText("The draft was kept.").waitFor();
    await page.getByRole("button", { name: "Ask for an override…" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Reason").fill("A court's order names it.");
    await dialog.getByLabel("Until").fill(new Date(Date.now() + 30 * dayMs).toISOString().slice(0, 16));
    await dialog.getByRole("button", { name: "Ask for an override" }).click();
    await page.getByText("The override was asked for").waitFor();
    await page.goto(`${house.url}/console/desks/policies/overrides`);
    const grant = page.getByRole("button", { name: "Grant…" });
    await grant.waitFor();
    expect(await grant.getAttribute("aria-disabled")).toBe("true");
    expect(complaints).toEqual([]);
    await close();

    const second = await visit({
      path: "/desks/policies/overrides",
      session: await house.signIn(["senior"]),
    });
    second.page.setDefaultTimeout(8000);
    await second.page.getByRole("button", { name: "Grant…" }).click();
    await second.page.getByRole("dialog").getByLabel("Reason").fill("I read the order.");
    await second.page.getByRole("dialog").getByRole("button", { name: "Grant" }).click();
    await second.page.getByText("The override was granted.").waitFor();
    await takePicture(second.page, "overrides");
    expect(await listFaults(second.page)).toEqual([]);
    expect(second.complaints).toEqual([]);
    await second.close();
  });

  it.each(looks)("rules can be read and written without a fault: $name", async (look) => {
    const session = await house.signIn(["editor"], look.language);
    const { page, complaints, close } = await visit({ path: "/desks/policies", session, look });
    await page.locator("#rules [data-row]").first().waitFor();
    await takePicture(page, `policies-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    for (const [name, path] of [
      ["rule", "IA-1:1"],
      ["draft", "draft?starter=IA-1"],
      ["overrides", "overrides"],
    ] as const) {
      await page.goto(`${house.url}/console/desks/policies/${path}`);
      await page.locator(".sheet, .empty").first().waitFor();
      await takePicture(page, `${name}-${look.name}`);
      expect(await listFaults(page), name).toEqual([]);
    }
    expect(complaints).toEqual([]);
    await close();
  });
});

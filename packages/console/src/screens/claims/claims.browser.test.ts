import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { toHand } from "../../testing/hand.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";
import { partWords } from "../../ui/words.ts";

const claim = "The harbour bridge will be closed for a whole year from Monday on";
const reworded = "URGENT!! From Monday the harbour bridge will be closed for a whole year, tell everybody you know";

const twoSources = [
  { text: "Timetable of 3 May", kind: "document", publisher: "Port of Ort" },
  { text: "https://gazette.example/tram", kind: "press" },
];

describeInBrowser("claims", { isEmpty: true }, ({ house, visit }) => {
  const editor = (name: string): Promise<string> => house.signIn(["editor"], "en", name);

  it("teaches what an entry is while the registry is empty", async () => {
    for (const look of looks) {
      const session = await house.signIn(["editor"], look.language);
      const { page, complaints, close } = await visit({ path: "/claims", session, look });
      await page.locator(".claim-example").waitFor();
      await takePicture(page, `claims-empty-${look.name}`);
      expect(await listFaults(page)).toEqual([]);
      await page.goto(`${house.url}/console/claims/try`);
      await page.locator("textarea").waitFor();
      expect(await listFaults(page)).toEqual([]);
      expect(complaints).toEqual([]);
      await close();
    }
  });

  it("brings an entry by three people to publication, and then recognises a post that words it otherwise", async () => {
    const ana = await visit({ path: "/claims/new", session: await editor("Ana Brook") });
    await ana.page.getByLabel("Claim", { exact: true }).fill(claim);
    await ana.page.getByLabel("Explanation").fill("The port closes one lane for two nights. Buses run as always.");
    await fillSource(ana.page, 1, { text: "Closure plan of 3 May", kind: "document", publisher: "Port of Ort" });
    await takePicture(ana.page, "claim-new");
    expect(await listFaults(ana.page)).toEqual([]);
    await ana.page.getByRole("button", { name: "Save as a draft" }).click();
    await ana.page.getByRole("heading", { level: 1, name: claim }).waitFor();
    // What is missing is told to everybody, and nobody can review yet.
    await ana.page.getByText("It rests on fewer than two sources.", { exact: true }).waitFor();
    await ana.page.getByText("Nothing is said of the right of reply.", { exact: true }).waitFor();
    await takePicture(ana.page, "claim-incomplete");
    await ana.page.keyboard.press("e");
    await ana.page.getByRole("button", { name: "Add a source" }).click();
    await fillSource(ana.page, 2, { text: "https://gazette.example/bridge", kind: "press" });
    await ana.page
      .getByRole("textbox", { name: "Right of reply" })
      .fill("We asked whoever posted it first; no answer.");
    await ana.page.getByRole("textbox", { name: "Right of reply" }).press("Control+Enter");
    await ana.page.getByText("Waits for two editors more, other than Ana Brook.").waitFor();
    const own = ana.page.getByRole("button", { name: "Stand behind it…" });
    expect(await own.getAttribute("aria-disabled")).toBe("true");
    await ana.page.getByText("You wrote this text. Two other people have to review it.").waitFor();
    expect(await listFaults(ana.page)).toEqual([]);

    for (const name of ["Bo Dune", "Cy Reed"]) {
      const path = "/claims?turn=review";
      const { page, complaints, close } = await visit({ path, session: await editor(name) });
      await page.locator("#claims [data-row]").first().waitFor();
      await page.keyboard.press("j");
      await page.keyboard.press("Enter");
      await page.getByText("1 of 1 that wait for you").waitFor();
      await takePicture(page, `claim-review-${name === "Bo Dune" ? "first" : "second"}`);
      await page.keyboard.press("r");
      const dialog = page.getByRole("dialog", { name: "Stand behind this text" });
      await dialog.getByLabel("I have read the sources myself").check();
      await takePicture(page, "claim-review-dialog");
      expect(await listFaults(page)).toEqual([]);
      await dialog.getByRole("button", { name: "Stand behind it" }).click();
      // Submit and next: there is no other, so the queue says so.
      await page.getByText("Nothing waits for you here").waitFor();
      expect(complaints).toEqual([]);
      await close();
    }

    // Ana's page has heard of it by itself.
    await ana.page.getByText("All three stand behind it. Any editor can publish it.").waitFor();
    await ana.page.keyboard.press("p");
    const dialog = ana.page.getByRole("dialog", { name: "Publish" });
    await dialog.getByLabel("Public address").fill("https://desk.example/bridge");
    await dialog.getByRole("button", { name: "Publish" }).click();
    await ana.page.getByText("can be recognised", { exact: true }).waitFor();
    await ana.page.getByText("Bo Dune", { exact: true }).waitFor();
    await takePicture(ana.page, "claim-published");
    expect(await listFaults(ana.page)).toEqual([]);

    await ana.page.goto(`${house.url}/console/claims/try`);
    await ana.page.getByLabel("Text", { exact: true }).fill(reworded);
    await ana.page.keyboard.press("Control+Enter");
    await ana.page.getByRole("heading", { name: "It repeats a known claim" }).waitFor();
    await ana.page.getByText("Before you publish", { exact: true }).waitFor();
    expect((await ana.page.locator(".claim-post mark").allTextContents()).join(" ")).toMatch(/bridge/);
    await takePicture(ana.page, "claim-tried");
    expect(await listFaults(ana.page)).toEqual([]);
    // Nothing of the text is in the address.
    expect(new URL(ana.page.url()).search).toBe("");
    expect(ana.complaints).toEqual([]);
    await ana.close();
  });

  it("corrects what is published without taking it away, and withdraws it with a reason", async () => {
    const { page, complaints, close } = await visit({
      path: "/claims",
      session: await editor("Bo Dune"),
    });
    await page.locator("#claims [data-row]").first().waitFor();
    await page.keyboard.press("/");
    await page.keyboard.type("harbour");
    await page.waitForURL(/words=harbour/);
    await page.locator("#claims [data-row]").first().click();
    await page.getByRole("button", { name: "Correct" }).click();
    await page.getByLabel("Verdict").selectOption("misleading");
    const save = page.getByRole("button", { name: "Save the correction" });
    expect(await save.getAttribute("aria-disabled")).toBe("true");
    await page.getByLabel("Reason").fill("One lane is closed.");
    await save.click();
    await page.getByText("What was published stays in force until the correction is published.").waitFor();
    await page.getByText("Changed: Verdict").click();
    await takePicture(page, "claim-correction");
    expect(await listFaults(page)).toEqual([]);
    await page.keyboard.press("w");
    const dialog = page.getByRole("dialog", { name: "Withdraw" });
    await dialog.getByLabel("Reason").fill("It was closed after all.");
    await dialog.getByRole("button", { name: "Withdraw" }).click();
    await page.getByText("“It was closed after all.”").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("does not lose what somebody writes, nor let them write over what others changed", async () => {
    const { page, close } = await visit({ path: "/claims/new", session: await editor("Ana Brook") });
    await page.getByLabel("Claim", { exact: true }).fill("The mayor has sold the town hall tower");
    await page.getByRole("link", { name: "Registry" }).click();
    const dialog = page.getByRole("dialog", { name: "Leave without saving?" });
    await dialog.getByRole("button", { name: "Go on writing" }).click();
    expect(await page.getByLabel("Claim", { exact: true }).inputValue()).toContain("tower");
    await page.getByRole("button", { name: "Save as a draft" }).click();
    await page.getByRole("heading", { level: 1, name: /tower/ }).waitFor();
    const entry = page.url();

    await page.goto(`${entry}/edit`);
    await page.getByLabel("Headline").fill("The tower stands where it stood");
    const other = await visit({ path: "/claims", session: await editor("Cy Reed") });
    await other.page.goto(`${entry}/edit`);
    await other.page.getByLabel("Headline").fill("No tower was sold");
    await other.page.getByRole("button", { name: "Save the change" }).click();
    await other.page.getByText("No tower was sold").first().waitFor();
    await page.getByRole("button", { name: "Save the change" }).click();
    await page.getByRole("alert").getByText(partWords.en.changedMeanwhile).waitFor();
    expect(await page.getByLabel("Headline").inputValue()).toBe("The tower stands where it stood");
    await other.close();
    await close();
  });

  it("lets nobody stand behind a text that came while they were asked", async () => {
    const content = {
      claim: "The tram to the harbour stops running in May",
      verdict: "false",
      sources: twoSources,
      rightOfReply: "None came.",
    };
    const [ana, bo] = [
      toHand(house.url, await editor("Ana Brook")),
      await visit({ path: "/claims", session: await editor("Bo Dune") }),
    ];
    const made = await ana("POST", "/v1/claims", content);
    await bo.page.goto(`${house.url}/console/claims/entry/${String(made["id"])}`);
    await bo.page.getByRole("button", { name: "Stand behind it…" }).click();
    const dialog = bo.page.getByRole("dialog", { name: "Stand behind this text" });
    await dialog.getByLabel("I have read the sources myself").check();
    const changes = { claim: "The tram to the harbour never comes back" };
    await ana("PATCH", `/v1/claims/${String(made["id"])}`, { changes }, Number(made["version"]));
    await dialog.getByText(changes.claim).waitFor();
    await dialog.getByRole("button", { name: "Stand behind it" }).click();
    await dialog.getByRole("alert").getByText(partWords.en.changedMeanwhile).waitFor();
    await dialog.getByRole("button", { name: "Stand behind it" }).click();
    await bo.page.getByText("You stand behind this text.").waitFor();
    await bo.close();
  });

  it("imports a file, says what it could not use and why, and three editors adopt an entry one after another", async () => {
    const { page, complaints, close } = await visit({
      path: "/claims/imports",
      session: await editor("Ana Brook"),
    });
    await page.getByText("Nothing has been imported").waitFor();
    await page.getByLabel("File", { exact: true }).setInputFiles({
      name: "rumours.ndjson",
      mimeType: "application/x-ndjson",
      buffer: Buffer.from(importFile),
    });
    await page.getByRole("button", { name: "Import" }).click();
    await page.getByText("“rumours.ndjson” has been read").waitFor();
    await page.getByText("cannot be read as JSON").waitFor();
    await page.getByText("Published on: not a date that can be read for certain").waitFor();
    await page.getByText("poppycock").waitFor();
    await takePicture(page, "claim-imported");
    expect(await listFaults(page)).toEqual([]);
    const [download] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("link", { name: "Download the registry as NDJSON" }).click(),
    ]);
    expect(readFileSync(await download.path(), "utf8")).toContain("radio mast");
    await page.getByRole("link", { name: "rumours.ndjson" }).click();
    await page.getByText("record not used").first().waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();

    for (const name of ["Ana Brook", "Bo Dune", "Cy Reed"]) {
      const path = "/claims?turn=adopt";
      const at = await visit({ path, session: await editor(name) });
      await at.page.getByRole("link", { name: /radio mast/ }).click();
      await at.page.getByText("2 of 2 that wait for you").waitFor();
      await at.page.keyboard.press("a");
      const dialog = at.page.getByRole("dialog", { name: "Adopt this finding" });
      await dialog.getByLabel("I have read the finding").check();
      await dialog.getByRole("button", { name: "Adopt" }).click();
      // Submit and next: the other one.
      await at.page.getByRole("heading", { level: 1, name: /大桥/ }).waitFor();
      expect(at.complaints).toEqual([]);
      await at.close();
    }
    const done = await visit({ path: "/claims?words=mast", session: await house.signIn(["legal"]) });
    await done.page.getByRole("link", { name: /radio mast/ }).click();
    await done.page.getByText("can be recognised", { exact: true }).waitFor();
    // Whoever is no editor sees every command, and why it is not theirs.
    const withdraw = done.page.getByRole("button", { name: "Withdraw…" });
    expect(await withdraw.getAttribute("aria-disabled")).toBe("true");
    await done.page
      .getByText("Determinations are made by people with the role of an editor. Ask an editor.")
      .first()
      .waitFor();
    await takePicture(done.page, "claim-as-legal");
    expect(await listFaults(done.page)).toEqual([]);
    await done.close();
  });

  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["editor"], look.language);
    const { page, complaints, close } = await visit({ path: "/claims", session, look });
    await page.locator("#claims [data-row]").first().waitFor();
    await takePicture(page, `claims-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${house.url}/console/claims?words=mast`);
    await page.locator("#claims [data-row]").first().click();
    await page.locator(".claim-people").waitFor();
    await page.locator(".claim-versions li").first().waitFor();
    await takePicture(page, `claim-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${page.url().replace(/\?.*/, "")}/edit`);
    await page.locator("textarea").first().waitFor();
    await takePicture(page, `claim-edit-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${house.url}/console/claims/try`);
    await page
      .locator("#try-text")
      .fill("Beware! The new radio mast on Harbour Hill makes 40 children ill every week!");
    await page.keyboard.press("Control+Enter");
    await page.locator(".claim-prompt").waitFor();
    await takePicture(page, `claim-try-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.goto(`${house.url}/console/claims/imports`);
    await page.locator("#imports [data-row]").first().waitFor();
    await takePicture(page, `claim-imports-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

const importFile = [
  '{"id":"mast","claim":"The new radio mast on Harbour Hill makes 40 children ill every week","verdict":"False","title":"Does the Harbour Hill mast make children ill?","explanation":"The clinic counted no more visits than before.","url":"https://desk.example/mast","date":"3/4/2026"}',
  '{"id":"bridge-zh","claim":"跨江大桥将从5月1日起封闭三年进行维修","verdict":"poppycock","url":"https://desk.example/zh"}',
  "{ broken",
  '{"id":"bare","claim":"No verdict stands here"}',
].join("\n");

async function fillSource(
  page: Page,
  n: number,
  { text, kind, publisher = "" }: { readonly text: string; readonly kind: string; readonly publisher?: string },
): Promise<void> {
  const row = page.getByRole("group", { name: `Source ${n}` });
  await row.getByLabel("Address, or what it is in words").fill(text);
  await row.getByLabel("Kind").selectOption(kind);
  await row.getByLabel("Who stands for it").fill(publisher);
}

import { beforeAll, expect, it } from "vitest";
import { openCasework, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";
import { veilWords } from "../../ui/veil-words.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { caseWords } from "./words/table.ts";

const w = caseWords.en;
const text = "Everybody is leaving the harbour bank. Get your money out today, they close at six!";

describeInBrowser("what evidence shows", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  let caseId = "";
  beforeAll(async () => {
    work = await openCasework(house);
    const act = { at: Date.now() - 60_000, account: "e1", kind: "post", objects: [] };
    const media = [{ kind: "media", id: "media-7" }];
    const body = [
      { ...act, id: "p1", text, objects: media },
      { ...act, id: "p2", text: "Gone tomorrow." },
      { ...act, id: "p3", text: "A diary.", account: "somebody-else" },
    ];
    await house.platform("POST", "/v1/actions", body);
    caseId = await work.openCase(["e1"]);
    const analyst = await work.as(["analyst"]);
    await work.give(analyst, `/v1/cases/${caseId}`, { kind: "assign", conflict: null });
    const item = { kind: "actions", tool: "export 1", accounts: ["e1"], sha256: "9f".repeat(32) };
    const capturedAt = Date.now() - 30_000;
    const actions = ["drill:p1", "drill:p2", "drill:p3"];
    for (const more of [{ actions }, {}]) {
      await work.give(analyst, `/v1/cases/${caseId}`, { kind: "add_evidence", item: { ...item, capturedAt, ...more } });
    }
    await house.platform("DELETE", "/v1/actions/drill/p2");
  }, 240_000);

  it.each(looks)("is read in the case as far as it is held, $name", async (look) => {
    const words = caseWords[look.language];
    const session = await house.signIn(["approver"], look.language);
    const { page, complaints, close } = await visit({ path: `/cases/${caseId}`, session, look });
    await page.getByText(words.namesNoActs).waitFor();
    expect(await page.getByText(text).count()).toBe(0);
    await page.getByRole("button", { name: words.showActs("3", 3) }).click();
    await page.getByText(text).waitFor();
    await page.getByText("media-7").waitFor();
    await page.getByText(words.actGone).waitFor();
    await page.getByText(words.actOfOthers).waitFor();
    expect(await page.locator("main").textContent()).not.toContain("A diary.");
    await takePicture(page, `evidence-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("is blurred for whom it is easier so, and who read it is written down", async () => {
    const session = await house.signIn(["approver"], "en", "Cho Park");
    const { page, complaints, close } = await visit({ path: `/cases/${caseId}`, session });
    await page.getByLabel(veilWords.en.veil).first().selectOption("blur");
    await page.getByRole("button", { name: w.showActs("3", 3) }).click();
    const quoted = page.locator("blockquote", { hasText: text });
    await quoted.waitFor();
    expect(await quoted.getAttribute("data-veil")).toBe("blur");
    const views = await (await work.as(["auditor"]))("GET", `/v1/views?id=${caseId}`);
    const routes = (views["items"] as readonly { readonly route: string }[]).map(({ route }) => route);
    expect(routes).toContain("readCaseEvidence");
    expect(complaints).toEqual([]);
    await close();
  });

  it("is named when evidence is added", async () => {
    const session = await house.signIn(["analyst"]);
    const { page, complaints, close } = await visit({ path: `/cases/${caseId}`, session });
    await page.getByRole("button", { name: w.commands.add_evidence }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel(w.whoseActs).fill("e1");
    await dialog.getByLabel(w.actsShown).fill("drill:p1");
    await dialog.getByLabel(w.hash).fill("ab".repeat(32));
    await dialog.getByLabel(w.tool).fill("export 2");
    await takePicture(page, "evidence-add");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: toPlainName(w.commands.add_evidence), exact: true }).click();
    await page.getByRole("button", { name: w.showActs("1", 1) }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });
});

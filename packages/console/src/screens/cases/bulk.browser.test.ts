import { beforeAll, expect, it } from "vitest";
import { openCasework, toProposal, type Casework } from "../../testing/casework.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { exceptGone, listFaults, takePicture } from "../../testing/visit.ts";
import { en as q } from "../queues/words/en.ts";
import { en as w } from "./words/en.ts";

const accounts = Array.from({ length: 90 }, (_, i) => `m${String(i).padStart(2, "0")}`);
const sampleSize = 20;

describeInBrowser("a bulk decision", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  let caseId: string;
  beforeAll(async () => {
    work = await openCasework(house);
    caseId = await work.openCase(accounts);
    await work.investigate(caseId, accounts);
  }, 240_000);

  it("is previewed, judged blind, takes effect in stages, and is undone", { timeout: 240_000 }, async () => {
    const analyst = await house.signIn(["analyst"]);
    const ana = await visit({ path: `/cases/${caseId}/propose`, session: analyst });
    await ana.page.getByText(w.chosenOf("90", "90")).waitFor();
    await ana.page.getByLabel(w.whichRule).selectOption("IA-1:1");
    await ana.page.getByLabel("L8 suspension").check();
    await ana.page.getByLabel(w.alternatives).fill("A choir was considered.");
    await ana.page.getByLabel(w.proportionality).fill("A label would not stop it.");
    await ana.page.getByLabel(w.contentDay).fill("2026-03-02");
    await ana.page.getByLabel(w.skipHearing).check();
    await ana.page.getByLabel(w.whySkipped, { exact: true }).fill("The rest would slip away.");
    await ana.page.getByText(w.sampleOf(String(sampleSize))).waitFor();
    await ana.page.getByLabel(w.previewOf).selectOption("m41");
    await takePicture(ana.page, "bulk-preview");
    expect(await listFaults(ana.page)).toEqual([]);
    expect(ana.complaints).toEqual([]);
    await ana.close();
    // What was written above is the same; the API is faster at saying it.
    await work.give(await work.as(["analyst"]), `/v1/cases/${caseId}`, toProposal(accounts));

    const approver = await house.signIn(["approver"]);
    const cho = await visit({ path: "/queues/blind_sample", session: approver });
    await cho.page.getByRole("button", { name: q.takeFirst }).click();
    await cho.page.getByRole("heading", { name: w.blindTitle }).waitFor();
    await cho.page.getByText(w.keptBack).first().waitFor();
    expect(await cho.page.getByRole("heading", { name: w.proposal }).count()).toBe(0);
    const approve = cho.page.getByRole("button", { name: w.commands.approve });
    expect(await approve.getAttribute("aria-disabled")).toBe("true");
    await takePicture(cho.page, "bulk-blind");
    expect(await listFaults(cho.page)).toEqual([]);
    for (let left = sampleSize; left > 0; left--) {
      await cho.page.getByText(w.leftToJudge(String(left)), { exact: true }).waitFor();
      await cho.page.locator(".case-choices button:not([aria-disabled=true])").first().waitFor();
      // The fourth key: an operator, as the finding says that nobody shows.
      await cho.page.keyboard.press("4");
    }
    await cho.page.getByRole("heading", { name: w.proposal }).waitFor();
    await takePicture(cho.page, "bulk-proposal");
    await cho.page.keyboard.press("a");
    await cho.page.getByRole("dialog").locator("textarea").fill("The sample bears it.");
    await cho.page
      .getByRole("dialog")
      .getByRole("button", { name: toPlainName(w.commands.approve), exact: true })
      .click();
    await cho.page.getByText(w.done.approve, { exact: true }).waitFor();

    await cho.page.goto(`${house.url}/console/cases/${caseId}`);
    await cho.page.getByText(w.stagesWait("70", 70)).waitFor();
    await cho.page.getByRole("button", { name: w.commands.release_stage }).click();
    await cho.page
      .getByRole("dialog")
      .getByRole("button", { name: toPlainName(w.commands.release_stage) })
      .click();
    await cho.page.getByText(w.stagesWait("10", 10)).waitFor();
    await takePicture(cho.page, "bulk-stages");
    await cho.page.getByRole("button", { name: w.commands.undo_bulk }).click();
    await cho.page.getByRole("dialog").locator("textarea").fill("The list of devices was wrong.");
    await cho.page
      .getByRole("dialog")
      .getByRole("button", { name: toPlainName(w.commands.undo_bulk) })
      .click();
    await cho.page.getByText(w.done.undo_bulk, { exact: true }).waitFor();
    expect(await listFaults(cho.page)).toEqual([]);
    expect(exceptGone(cho.complaints)).toEqual([]);
    await cho.close();
  });
});

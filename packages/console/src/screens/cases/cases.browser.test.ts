import { beforeAll, expect, it } from "vitest";
import { openCasework, toProposal, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";
import { partWords } from "../../ui/words.ts";
import { en as w } from "./words/en.ts";

describeInBrowser("cases", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  /** Cases by what they show. */
  const at: Record<"open" | "investigated" | "proposed" | "decided" | "decision", string> = {
    open: "",
    investigated: "",
    proposed: "",
    decided: "",
    decision: "",
  };
  beforeAll(async () => {
    work = await openCasework(house);
    at.open = await work.openCase(["c1", "c2"], { caseType: "fraud" });
    at.investigated = await work.openCase(["b1"]);
    await work.investigate(at.investigated, ["b1"]);
    const analyst = await work.as(["analyst"]);
    at.proposed = await work.openCase(["p1", "p2", "p3"]);
    await work.investigate(at.proposed, ["p1", "p2", "p3"]);
    await work.give(analyst, `/v1/cases/${at.proposed}`, toProposal(["p1"]));
    at.decided = await work.openCase(["d1"]);
    await work.investigate(at.decided, ["d1"]);
    await work.give(analyst, `/v1/cases/${at.decided}`, toProposal(["d1"]));
    at.decision = await work.approve(at.decided);
    await work.passOn(at.decision);
    await work.carryOut(at.decision);
  }, 240_000);

  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["analyst"], look.language);
    const { page, complaints, close } = await visit({ path: "/cases", session, look });
    const faults: Record<string, readonly string[]> = {};
    const see = async (path: string, name: string, ready: string): Promise<void> => {
      await page.goto(`${house.url}/console${path}`);
      await page.locator(ready).first().waitFor();
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.waitForLoadState("networkidle");
      await takePicture(page, `${name}-${look.name}`);
      const found = await listFaults(page);
      if (found.length > 0) faults[name] = found;
    };
    await see("/cases?show=all", "cases", "[data-row]");
    await see(`/cases/${at.investigated}`, "case", ".finding");
    await see(`/cases/${at.proposed}`, "case-proposed", ".finding");
    await see(`/cases/${at.investigated}/propose`, "propose", ".case-accounts");
    await see(`/decisions/${at.decision}`, "decision", ".effect");
    await see("/queues", "queues", ".queue");
    await see("/queues/assignment", "queue", "[data-row]");
    await see(`/queues/assignment/${at.open}`, "job", ".job-bar");
    expect(faults).toEqual({});
    expect(complaints).toEqual([]);
    await close();
  });

  it("asks for a legal hold, which nobody confirms alone", async () => {
    const session = await house.signIn(["auditor"]);
    const { page, complaints, close } = await visit({ path: `/cases/${at.decided}`, session });
    await page.getByRole("link", { name: w.toLegalHold }).click();
    await page.getByText(w.noLegalHold).waitFor();
    await page.getByRole("button", { name: w.holdCommands.request_legal_hold }).click();
    await page.getByRole("dialog").locator("textarea").fill("Order 17 of the district court.");
    await page.getByRole("dialog").getByRole("button", { name: "Ask for a hold", exact: true }).click();
    await page.getByText(w.holdAsked).waitFor();
    const confirm = page.getByRole("button", { name: w.holdCommands.confirm_legal_hold });
    expect(await confirm.getAttribute("aria-disabled")).toBe("true");
    await takePicture(page, "legal-hold");
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("finds cases by who took them, by clock and by what they are about, and keeps the choice in the address", async () => {
    const session = await house.signIn(["analyst"]);
    const { page, complaints, close } = await visit({ path: "/cases", session });
    await page.locator("#cases [data-row]").first().waitFor();
    await page.getByLabel(w.assignee).selectOption("me");
    await page.getByLabel(w.show).selectOption("proposed");
    await page.waitForURL("**/cases?*who=me*");
    const rows = page.locator("#cases [data-row]");
    await page.getByText(partWords.en.shown("1")).waitFor();
    expect(await rows.first().getAttribute("href")).toContain(at.proposed);
    await page.getByLabel(w.clock).selectOption("overdue");
    await page.getByText(w.noCaseFits).waitFor();
    await page.reload();
    await page.getByText(w.noCaseFits).waitFor();
    expect(await page.getByLabel(w.clock).inputValue()).toBe("overdue");
    expect(complaints).toEqual([]);
    await close();
  });
});

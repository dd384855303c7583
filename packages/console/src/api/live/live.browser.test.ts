import type { StaffRole } from "@breakwater/contract";
import { beforeAll, expect, it } from "vitest";
import { en as w } from "../../screens/cases/words/en.ts";
import { en as q } from "../../screens/queues/words/en.ts";
import { openCasework, toProposal, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { exceptGone, type Visit } from "../../testing/visit.ts";
import { partWords } from "../../ui/words.ts";
import { caseStatusNames, decisionStatusNames } from "../../words/case-terms.ts";
import { toPlainName } from "../../words/plain-name.ts";

const statuses = caseStatusNames.en;
const decisionStatuses = decisionStatusNames.en;

/** Pages that nobody touches, while somebody else works over the API; none of them asks by itself within the time that a step waits. */
describeInBrowser("open pages, while a colleague works,", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  const open: Visit[] = [];
  const look = async (path: string, roles: readonly StaffRole[], name?: string): Promise<Visit["page"]> => {
    const session = await house.signIn(roles, "en", name);
    const visited = await visit({ path, session });
    open.push(visited);
    await visited.page.getByText("Live", { exact: true }).waitFor();
    return visited.page;
  };
  beforeAll(async () => {
    work = await openCasework(house);
  }, 240_000);
  const finish = async (): Promise<void> => {
    for (const { complaints, close } of open.splice(0)) {
      expect(exceptGone(complaints)).toEqual([]);
      await close();
    }
  };

  it("a list, a queue, a case, its decision and the overview of queues follow", async () => {
    const list = await look("/cases", ["approver"], "Cho Park");
    await list.getByText(w.noCase).waitFor();
    const queue = await look("/queues/assignment", ["analyst"], "Ben Hollis");
    await queue.getByText(q.noJob).waitFor();
    const caseId = await work.openCase(["l1"]);
    await list.locator("#cases [data-row]").first().waitFor();
    await queue.locator("[data-row]").first().waitFor();

    const file = await look(`/cases/${caseId}`, ["approver"], "Cho Park");
    await file.getByText(statuses.case_open, { exact: true }).waitFor();
    await work.investigate(caseId, ["l1"]);
    await file.getByText(statuses.investigating, { exact: true }).waitFor();
    await queue.getByText(q.noJob).waitFor();
    const analyst = await work.as(["analyst"]);
    await work.give(analyst, `/v1/cases/${caseId}`, toProposal(["l1"]));
    await file.getByRole("button", { name: w.commands.approve }).waitFor();
    await list.locator("#cases").getByText(statuses.proposed, { exact: true }).first().waitFor();

    const decision = await work.approve(caseId);
    const decided = await look(`/decisions/${decision}`, ["senior"], "Sena Kaya");
    await decided.getByText(decisionStatuses.decided_action).first().waitFor();
    await work.passOn(decision);
    await work.carryOut(decision);
    await decided.getByText(decisionStatuses.in_force).first().waitFor();
    await finish();
  });

  it("a job that a colleague takes is seen as taken, and one that is done as gone", async () => {
    const caseId = await work.openCase(["l2"]);
    const ana = await work.as(["analyst"], "Ana Reed");
    const job = await look(`/queues/assignment/${caseId}`, ["analyst"], "Ben Hollis");
    const claim = job.getByRole("button", { name: q.commands.claim, exact: true });
    await claim.waitFor();
    await ana("POST", `/v1/queues/assignment/jobs/${caseId}/commands`, { kind: "claim" });
    await job.getByText("Ana Reed").first().waitFor();
    expect(await claim.getAttribute("aria-disabled")).toBe("true");
    await work.give(ana, `/v1/cases/${caseId}`, { kind: "assign", conflict: null });
    await job.getByText(q.gone).waitFor();
    await finish();
  });

  it("a dialog that is open keeps what was chosen, and goes to what was seen alone", async () => {
    const caseId = await work.openCase(["l3"]);
    await work.investigate(caseId, ["l3"]);
    const page = await look(`/cases/${caseId}`, ["analyst"]);
    await page.getByRole("button", { name: w.commands.propose_no_action }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(w.noActionOne).waitFor();
    await dialog.locator("select").selectOption("no_violation");
    const urgent = { kind: "set_priority", priority: "P1", reason: "More of them came." };
    await work.give(await work.as(["triage"]), `/v1/cases/${caseId}`, urgent);
    await dialog.getByText(w.noActionTwo).waitFor();
    expect(await dialog.locator("select").inputValue()).toBe("no_violation");
    const send = dialog.getByRole("button", { name: toPlainName(w.commands.propose_no_action), exact: true });
    await send.click();
    await dialog.getByText(partWords.en.changedMeanwhile).waitFor();
    // Looked at again: now it holds.
    await send.click();
    await page.getByText(statuses.proposed, { exact: true }).waitFor();
    for (const { complaints } of open) expect(complaints.filter((text) => !/status of 412/.test(text))).toEqual([]);
    for (const { close } of open.splice(0)) await close();
  });

  it("a desk follows too", async () => {
    const list = await look("/desks/authority", ["liaison"], "Lia Berg");
    const liaison = await work.as(["liaison"], "Lia Orth");
    await liaison("POST", "/v1/authority-requests", {
      authority: "Cyber police",
      country: "DE",
      channel: "desk",
      legalBasis: "Section 12",
      explanation: "A complaint.",
      items: ["post-1"],
      asksFor: ["text"],
      redress: "The court.",
      deadline: null,
      secrecy: null,
    });
    await list.getByText("Cyber police").first().waitFor();
    await finish();
  });
});

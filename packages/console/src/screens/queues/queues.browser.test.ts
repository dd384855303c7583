import { beforeAll, expect, it } from "vitest";
import { openCasework, toProposal, type Casework } from "../../testing/casework.ts";
import { toShortId } from "../../words/short-id.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { exceptGone, listFaults, takePicture } from "../../testing/visit.ts";
import { en as w } from "../cases/words/en.ts";
import { en as q } from "./words/en.ts";

describeInBrowser("queues", { isEmpty: true, qualityShare: 1 }, ({ house, visit }) => {
  let work: Casework;
  beforeAll(async () => {
    work = await openCasework(house);
  }, 240_000);

  it("gives a job to one alone, takes it back with a reason, and keeps away whoever has an interest", async () => {
    const first = await work.openCase(["q1"]);
    const second = await work.openCase(["q2"]);
    const ana = await visit({
      path: "/queues/assignment",
      session: await house.signIn(["analyst"], "en", "Ana Reed"),
    });
    const ben = await visit({
      path: `/queues/assignment/${first}`,
      session: await house.signIn(["analyst"], "en", "Ben Hollis"),
    });
    await ana.page.getByRole("button", { name: q.takeFirst }).click();
    await ana.page.getByText(q.held).waitFor();
    expect(ana.page.url()).toContain(first);
    await ben.page.reload();
    await ben.page.getByText("Ana Reed").first().waitFor();
    const claim = ben.page.getByRole("button", { name: q.commands.claim, exact: true });
    expect(await claim.getAttribute("aria-disabled")).toBe("true");
    await takePicture(ben.page, "job-taken");
    expect(await listFaults(ben.page)).toEqual([]);

    await ana.page.keyboard.press("s");
    const dialog = ana.page.getByRole("dialog");
    await dialog.locator("textarea").fill("I cannot read this language.");
    await takePicture(ana.page, "job-skip");
    await dialog.getByRole("button", { name: toPlainName(q.commands.skip), exact: true }).click();
    // On to the next by itself.
    await ana.page.waitForURL(`**/${second}`);
    await ana.page.getByRole("heading", { level: 1, name: toShortId(second) }).waitFor();
    await ana.page.getByRole("button", { name: w.commands.assign }).waitFor();
    await ana.page.keyboard.press("t");
    await dialog.getByLabel(w.hasInterest).check();
    await dialog.locator("textarea").fill("A cousin of mine is in it.");
    await takePicture(ana.page, "job-interest");
    await dialog.getByRole("button", { name: w.declareRun }).click();
    await ana.page.getByText(w.declared, { exact: true }).waitFor();
    await ana.page.getByText("You declared an interest").first().waitFor();

    await ben.page.reload();
    await ben.page.getByText(q.skips).click();
    await ben.page.getByText("I cannot read this language.").waitFor();
    expect(ben.complaints).toEqual([]);
    for (const { close } of [ana, ben]) await close();
  });

  it("lets somebody who is no part of a case see that it is there, and nothing of it", async () => {
    const hidden = await work.openCase(["v1"], { caseType: "doxxing" });
    const session = await house.signIn(["approver"], "en", "Cho Park");
    const { page, close } = await visit({ path: "/cases", session });
    await page.getByText(w.sensitive).first().waitFor();
    await page.goto(`${house.url}/console/cases/${hidden}`);
    await page.getByRole("alert").waitFor();
    await takePicture(page, "need-to-know");
    expect(await page.locator("main").textContent()).not.toContain("v1");
    expect(await listFaults(page)).toEqual([]);
    await close();
  });

  it("asks a colleague, who answers and can no longer approve", async () => {
    const caseId = await work.openCase(["o1"]);
    await work.investigate(caseId, ["o1"]);
    const ana = await visit({ path: `/cases/${caseId}`, session: await house.signIn(["analyst"]) });
    await house.signIn(["approver"], "en", "Cho Park");
    await ana.page.getByRole("button", { name: w.askOpinion }).click();
    const ask = ana.page.getByRole("dialog");
    await ask.locator("textarea").fill("Is this one hand, or a choir?");
    await ask.getByRole("button", { name: w.askOpinionRun, exact: true }).click();
    await ana.page.getByText(w.opinionAsked, { exact: true }).waitFor();

    const cho = await visit({
      path: "/queues/second_opinion",
      session: await house.signIn(["approver"], "en", "Cho Park"),
    });
    await cho.page.getByRole("button", { name: q.takeFirst }).click();
    await cho.page.getByText("Is this one hand, or a choir?").waitFor();
    await cho.page.getByRole("button", { name: w.answerOpinion }).click();
    await cho.page.getByRole("dialog").locator("textarea").fill("One hand: the devices are the same.");
    await takePicture(cho.page, "opinion");
    expect(await listFaults(cho.page)).toEqual([]);
    await cho.page.keyboard.press("Control+Enter");
    await cho.page.getByText(q.nothingLeft).waitFor();

    await work.give(await work.as(["analyst"]), `/v1/cases/${caseId}`, toProposal(["o1"]));
    await cho.page.goto(`${house.url}/console/cases/${caseId}`);
    const approve = cho.page.getByRole("button", { name: w.commands.approve });
    await approve.waitFor();
    expect(await approve.getAttribute("aria-disabled")).toBe("true");
    for (const { complaints, close } of [ana, cho]) {
      expect(exceptGone(complaints)).toEqual([]);
      await close();
    }
  });

  it("judges a decision again, blind, and says then whether it was the same", async () => {
    const caseId = await work.openCase(["z1"]);
    await work.investigate(caseId, ["z1"]);
    await work.give(await work.as(["analyst"]), `/v1/cases/${caseId}`, toProposal(["z1"]));
    await work.approve(caseId);
    const session = await house.signIn(["senior"]);
    const { page, complaints, close } = await visit({ path: "/queues/quality", session });
    await page.getByRole("button", { name: q.takeFirst }).click();
    await page.getByRole("heading", { level: 1, name: q.quality }).waitFor();
    await page.getByText("z1", { exact: true }).first().waitFor();
    await page.getByLabel(q.role).selectOption("operator");
    await page.getByLabel(q.grade).selectOption("serious");
    await page.getByLabel(q.reason).fill("Six times within seconds.");
    await takePicture(page, "quality");
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("button", { name: q.judge, exact: true }).click();
    await page.getByText(q.agrees, { exact: true }).waitFor();
    await takePicture(page, "quality-judged");
    expect(exceptGone(complaints)).toEqual([]);
    await close();
  });
});

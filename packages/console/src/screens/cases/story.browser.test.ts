import type { StaffRole } from "@breakwater/contract";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { openCasework, type Casework } from "../../testing/casework.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { exceptGone, listFaults, takePicture, type Visit } from "../../testing/visit.ts";
import {
  appealOutcomeNames,
  caseStatusNames,
  decisionStatusNames,
  findingRoleNames,
  gradeNames,
  measureNames,
  queueTitles,
  severityNames,
} from "../../words/case-terms.ts";
import { decisionWords } from "../decisions/words/table.ts";
import { leadWords } from "../leads/words/table.ts";
import { queueWords } from "../queues/words/table.ts";
import { caseWords } from "./words/table.ts";

const languages = ["en", "zh-Hans"] as const;

describeInBrowser("the whole story", { isEmpty: true }, ({ house, visit, openOutside }) => {
  let work: Casework;
  beforeAll(async () => {
    work = await openCasework(house);
  }, 240_000);

  it.each(languages)("goes from a lead to everything given back: %s", { timeout: 240_000 }, async (language) => {
    const [w, q, d, l] = [caseWords[language], queueWords[language], decisionWords[language], leadWords[language]];
    const account = `choir-${language.toLowerCase()}`;
    const visits: Visit[] = [];
    const enter = async (name: string, role: StaffRole, path: string): Promise<Page> => {
      const session = await house.signIn([role], language, `${name} ${language}`);
      const look = { name, width: 1280, height: 900, scheme: "light", language } as const;
      const opened = await visit({ path, session, look });
      visits.push(opened);
      return opened.page;
    };
    const see = async (page: Page, name: string): Promise<void> => {
      await takePicture(page, `story-${language}-${name}`);
      expect([name, await listFaults(page)]).toEqual([name, []]);
    };
    const press = (page: Page, name: string): Promise<void> =>
      page.getByRole("button", { name, exact: false }).first().click();
    const send = (page: Page, name: string): Promise<void> =>
      page
        .getByRole("dialog")
        .getByRole("button", { name: toPlainName(name), exact: true })
        .click();

    // Triage makes a case of a lead.
    const opener = await work.as(["analyst"]);
    const { id: lead } = await opener("POST", "/v1/leads", {
      source: "analyst",
      refs: [account],
      reason: "In step with forty others.",
      signals: [
        { family: "co_timing", axis: "coordinated" },
        { family: "origin", axis: "inauthentic" },
      ],
    });
    const tian = await enter("Tian", "triage", `/leads/${String(lead)}`);
    await press(tian, l.commands.accept);
    await send(tian, l.acceptRun);
    await tian.getByText(l.done.accept, { exact: true }).waitFor();

    // An analyst takes it out of the queue.
    const ana = await enter("Ana", "analyst", "/queues");
    await ana.getByRole("button", { name: `${q.takeNext}: ${queueTitles[language].assignment}` }).click();
    await ana.getByText(q.held).waitFor();
    await see(ana, "job");
    await ana.keyboard.press("t");
    await send(ana, w.commands.assign);
    await ana.getByText(w.done.assign, { exact: true }).waitFor();
    await ana.getByText(q.gone).waitFor();

    await ana.getByRole("button", { name: w.commands.add_evidence }).click();
    const dialog = ana.getByRole("dialog");
    await dialog.getByLabel(w.whoseActs).fill(account);
    await dialog.getByLabel(w.hash).fill("9f".repeat(32));
    await dialog.getByLabel(w.tool).fill("export 1");
    await see(ana, "evidence");
    await send(ana, w.commands.add_evidence);
    await ana.getByText(w.done.add_evidence, { exact: true }).waitFor();

    await ana.keyboard.press("f");
    await dialog.getByLabel(w.role).selectOption({ label: findingRoleNames[language].operator });
    await dialog.getByLabel(w.allegation).fill("The account posted the same text as forty others, on six occasions.");
    await dialog.getByLabel(w.grade, { exact: true }).selectOption({ label: gradeNames[language].serious });
    await dialog.getByLabel(severityNames[language].deception, { exact: true }).selectOption("2");
    await dialog.getByLabel(w.whyWeighs(severityNames[language].deception)).fill("They pose as unrelated people.");
    await see(ana, "finding");
    await send(ana, w.commands.record_finding);
    await ana.getByText(w.done.record_finding, { exact: true }).waitFor();

    // The person is heard, by a link, without an account.
    await ana.keyboard.press("h");
    await send(ana, w.hearingRun);
    await ana.getByText(w.done.start_hearing, { exact: true }).waitFor();
    const caseId = String((await opener("GET", `/v1/leads/${String(lead)}`))["into"]);
    const person = await openOutside();
    await person.goto(await work.passOn(caseId));
    await person.locator("textarea").first().fill("I post for my choir.");
    await person.locator("form button").first().click();
    await person.getByText("I post for my choir.").first().waitFor();
    await ana.goto(`${house.url}/console/cases/${caseId}`);
    await ana.getByText("I post for my choir.").first().waitFor();
    await see(ana, "heard");

    // What it would say stands beside what is written, before anybody is asked to agree.
    await ana.keyboard.press("p");
    await ana.getByRole("heading", { level: 1, name: w.proposeTitle }).waitFor();
    const propose = ana.getByRole("button", { name: w.proposeRun, exact: true });
    expect(await propose.getAttribute("aria-disabled")).toBe("true");
    await ana.getByLabel(w.whichRule).selectOption("IA-1:1");
    await ana.getByLabel(measureNames[language].suspend).check();
    await ana.getByLabel(w.alternatives).fill("A choir was considered: the accounts share one device farm.");
    await ana.getByLabel(w.proportionality).fill("A label would not stop the pretence.");
    await ana.getByLabel(w.contentDay).fill("2026-03-02");
    await ana.getByText(w.canBeProposed, { exact: true }).waitFor();
    await ana.getByRole("button", { name: w.noticeIn("zh-Hans") }).click();
    await ana.getByText("我们暂停了您的账号。").first().waitFor();
    await ana.getByRole("button", { name: w.noticeIn("en") }).click();
    await ana.getByText("We suspended your account.").first().waitFor();
    await see(ana, "propose");
    await ana.getByRole("button", { name: w.publicVersion }).click();
    await ana.getByText(language === "en" ? "Found: role operator" : "认定：角色为操控者").waitFor();
    await see(ana, "propose-public");
    await propose.click();
    await ana.getByText(w.done.propose, { exact: true }).waitFor();
    await ana.getByText(caseStatusNames[language].proposed).first().waitFor();
    const approve = ana.getByRole("button", { name: w.commands.approve });
    expect(await approve.getAttribute("aria-disabled")).toBe("true");

    // Somebody else approves, by keyboard, and goes on to the next job.
    const cho = await enter("Cho", "approver", "/queues");
    await cho.getByRole("button", { name: `${q.takeNext}: ${queueTitles[language].approval}` }).click();
    await cho.getByText(q.held).waitFor();
    // The letters, before they are asked to agree.
    await cho.getByRole("button", { name: w.showLetters }).click();
    await cho.getByRole("button", { name: w.noticeIn("en") }).click();
    await cho.getByText("We suspended your account.").first().waitFor();
    await see(cho, "approval");
    await cho.keyboard.press("a");
    await cho.getByRole("dialog").locator("textarea").fill("Own evidence, heard, no less would do.");
    await cho.keyboard.press("Control+Enter");
    await cho.getByText(q.nothingLeft).waitFor();

    // The person is told, then it takes effect.
    const approver = await work.as(["approver"]);
    const { decisionIds } = await approver("GET", `/v1/cases/${caseId}`);
    const [{ id: decision }] = decisionIds as readonly [{ readonly id: string }];
    const link = await work.passOn(decision);
    await work.carryOut(decision);
    await cho.goto(`${house.url}/console/decisions/${decision}`);
    await cho.getByText(decisionStatusNames[language].in_force, { exact: true }).first().waitFor();
    await see(cho, "in-force");

    // They object by the link.
    await person.goto(link);
    await person.locator("textarea").first().fill("We are a choir.\n\nNobody paid us.");
    await person.locator("form button").first().click();
    await person.getByText("Nobody paid us.").first().waitFor();

    // A third person decides, who does not see the first two, point by point.
    const rei = await enter("Rei", "appeal_reviewer", "/queues");
    await rei.getByRole("button", { name: `${q.takeNext}: ${queueTitles[language].appeal}` }).click();
    await rei.getByText("We are a choir.").waitFor();
    const shown = await rei.locator("main").textContent();
    expect(shown).not.toMatch(/Ana |Cho /);
    await rei.keyboard.press("a");
    const review = rei.getByRole("dialog");
    const decide = review.getByRole("button", { name: toPlainName(d.commands.decide_appeal), exact: true });
    await review.getByLabel(d.answerTo(1)).fill("It is a choir: it sings together.");
    expect(await decide.getAttribute("aria-disabled")).toBe("true");
    await review.getByLabel(d.answerTo(2)).fill("No payment was found.");
    await review.getByLabel(d.outcome).selectOption({ label: appealOutcomeNames[language].reversed });
    await see(rei, "appeal");
    await decide.click();
    await rei.getByText(d.done.decide_appeal, { exact: true }).waitFor();
    await rei.getByRole("progressbar").waitFor();
    await see(rei, "restoring");

    // The platform takes it back; everything is as it was.
    await work.carryOut(decision);
    await rei.goto(`${house.url}/console/decisions/${decision}`);
    await rei.getByText(decisionStatusNames[language].restored, { exact: true }).first().waitFor();
    await see(rei, "restored");

    for (const { complaints, close } of visits) {
      expect(exceptGone(complaints)).toEqual([]);
      await close();
    }
    await person.context().close();
  });
});

import type { StaffRole } from "@breakwater/contract";
import { beforeAll, describe, expect, it } from "vitest";
import { goByKeys, type ByKeys } from "../../testing/by-keys.ts";
import { openCasework, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { exceptGone, type Look, type Visit } from "../../testing/visit.ts";
import {
  caseStatusNames,
  decisionStatusNames,
  findingRoleNames,
  gradeNames,
  measureNames,
  queueTitles,
  severityNames,
} from "../../words/case-terms.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { decisionWords } from "../decisions/words/table.ts";
import { leadWords } from "../leads/words/table.ts";
import { nowWords } from "../now/words/table.ts";
import { queueWords } from "../queues/words/table.ts";
import { caseWords } from "./words/table.ts";

const tongues = [
  { language: "en", scheme: "light", suspended: "We suspended your account." },
  { language: "zh-Hans", scheme: "dark", suspended: "我们暂停了您的账号。" },
] as const;

describe.each(tongues)("in $language", ({ language, scheme, suspended }) => {
  describeInBrowser("the whole story without a mouse", { isEmpty: true }, ({ house, visit, openOutside }) => {
    const [w, l, q] = [caseWords[language], leadWords[language], queueWords[language]];
    const look: Look = { name: language, width: 1280, height: 800, scheme, language };
    let work: Casework;
    beforeAll(async () => {
      work = await openCasework(house);
    }, 240_000);

    it("goes from the list of leads to a measure in force", { timeout: 240_000 }, async () => {
      const account = "choir-1";
      const visits: Visit[] = [];
      const people: ByKeys[] = [];
      const enter = async (name: string, role: StaffRole): Promise<ByKeys> => {
        const opened = await visit({ path: "/", session: await house.signIn([role], language, name), look });
        await opened.page.getByRole("heading", { level: 1, name: nowWords[language].now }).waitFor();
        const keys = await goByKeys(opened.page);
        visits.push(opened);
        people.push(keys);
        return keys;
      };
      const heading = (page: ByKeys["page"], name: string | RegExp): Promise<void> =>
        page.getByRole("heading", { level: 1, name }).waitFor();
      const say = (page: ByKeys["page"], text: string): Promise<void> =>
        page.getByText(text, { exact: true }).first().waitFor();
      const send = ({ page, run }: ByKeys, name: string): Promise<void> =>
        run(page.getByRole("dialog").getByRole("button", { name: toPlainName(name), exact: true }));
      /** To a queue's first job, from wherever one is. */
      const takeNext = async ({ page, press, run }: ByKeys, queue: "assignment" | "approval"): Promise<void> => {
        await press("g", "a");
        await heading(page, w.cases);
        await run(page.getByRole("navigation", { name: w.tabs }).getByRole("link", { name: w.queues }));
        await run(page.getByRole("button", { name: `${q.takeNext}: ${queueTitles[language][queue]}` }));
        await page.getByText(q.held).waitFor();
      };

      // Triage makes a case of the first lead of the list.
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
      const tian = await enter("Tian", "triage");
      await tian.press("g", "l");
      await heading(tian.page, l.leads);
      await tian.page.locator("#leads [data-row]").first().waitFor();
      await tian.press("j", "Enter");
      await tian.page.getByRole("button", { name: l.commands.accept }).waitFor();
      await tian.press("a", "Control+Enter");
      await say(tian.page, l.done.accept);
      const caseId = String((await opener("GET", `/v1/leads/${String(lead)}`))["into"]);

      // An analyst takes it out of the queue, and records evidence and a finding.
      const ana = await enter("Ana", "analyst");
      const dialog = ana.page.getByRole("dialog");
      await takeNext(ana, "assignment");
      await ana.page.getByRole("button", { name: toPlainName(w.commands.assign) }).waitFor();
      await ana.press("t");
      await send(ana, w.commands.assign);
      await say(ana.page, w.done.assign);
      await ana.page.getByText(q.gone).waitFor();
      await ana.press("e");
      await ana.write(dialog.getByLabel(w.whoseActs), account);
      await ana.write(dialog.getByLabel(w.hash), "9f".repeat(32));
      await ana.write(dialog.getByLabel(w.tool), "export 1");
      await send(ana, w.commands.add_evidence);
      await say(ana.page, w.done.add_evidence);
      await ana.press("f");
      await ana.choose(dialog.getByLabel(w.role), findingRoleNames[language].operator);
      await ana.write(dialog.getByLabel(w.allegation), "It posted the same text as forty others, on six occasions.");
      await ana.choose(dialog.getByLabel(w.grade, { exact: true }), gradeNames[language].serious);
      const { deception } = severityNames[language];
      await ana.choose(dialog.getByLabel(deception, { exact: true }), w.weights[2]);
      await ana.write(dialog.getByLabel(w.whyWeighs(deception)), "They pose as unrelated people.");
      await send(ana, w.commands.record_finding);
      await say(ana.page, w.done.record_finding);

      // The person is heard: they have no account here, and perhaps no mouse either.
      await ana.press("h");
      await send(ana, w.hearingRun);
      await say(ana.page, w.done.start_hearing);
      const person = await goByKeys(await openOutside());
      people.push(person);
      await person.page.goto(await work.passOn(caseId));
      await person.write(person.page.locator("textarea").first(), "I post for my choir.");
      await person.run(person.page.locator("form button").first());
      await person.page.getByText("I post for my choir.").first().waitFor();

      // The open case shows it by itself. What is proposed stands beside what is written.
      await ana.page.getByText("I post for my choir.").first().waitFor();
      await ana.press("p");
      await heading(ana.page, w.proposeTitle);
      await ana.press("Tab");
      await ana.choose(ana.page.getByLabel(w.whichRule), await nameRule(ana, w.whichRule));
      await ana.tick(ana.page.getByLabel(measureNames[language].suspend));
      await ana.write(
        ana.page.getByLabel(w.alternatives),
        "A choir was considered: the accounts share one device farm.",
      );
      await ana.write(ana.page.getByLabel(w.proportionality), "A label would not stop the pretence.");
      // The browser's own field: month, day and year, whatever the page's language.
      await ana.write(ana.page.getByLabel(w.contentDay), "02032026");
      await say(ana.page, w.canBeProposed);
      await ana.run(ana.page.getByRole("button", { name: w.proposeRun, exact: true }));
      await say(ana.page, w.done.propose);
      await say(ana.page, caseStatusNames[language].proposed);

      // Somebody else reads the letters and approves.
      const cho = await enter("Cho", "approver");
      await takeNext(cho, "approval");
      await cho.run(cho.page.getByRole("button", { name: w.showLetters }));
      await cho.page.getByText(suspended).first().waitFor();
      await cho.press("a");
      await cho.write(cho.page.getByRole("dialog").locator("textarea"), "Own evidence, heard, no less would do.");
      await cho.press("Control+Enter");
      await cho.page.getByText(q.nothingLeft).waitFor();

      // The platform tells the person and does it; whoever approved finds the measure in force.
      const { decisionIds } = await (await work.as(["approver"]))("GET", `/v1/cases/${caseId}`);
      const [{ id: decision }] = decisionIds as readonly [{ readonly id: string }];
      await work.passOn(decision);
      await work.carryOut(decision);
      await cho.press("g", "a");
      await heading(cho.page, w.cases);
      await cho.choose(cho.page.getByLabel(w.show, { exact: true }), w.shows.all);
      await cho.page.locator("#cases [data-row]").first().waitFor();
      await cho.reach(cho.page.locator("#cases [data-row]").first());
      await cho.press("Enter");
      await cho.run(cho.page.locator("main").getByRole("link", { name: account }).first());
      await heading(cho.page, decisionWords[language].decisionTitle(account));
      await say(cho.page, decisionStatusNames[language].in_force);

      expect(await Promise.all(people.map(({ countTouches }) => countTouches()))).toEqual(people.map(() => 0));
      for (const { complaints, close } of visits) {
        expect(exceptGone(complaints)).toEqual([]);
        await close();
      }
      await person.page.close();
    });
  });
});

/** As the choice calls the rule about inauthentic accounts. */
async function nameRule({ page }: ByKeys, label: string): Promise<string> {
  const options = await page.getByLabel(label).locator("option").allTextContents();
  return options.find((name) => name.includes("IA-1")) ?? "";
}

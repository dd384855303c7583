// What people without an account see and do, in a real browser, in both languages, held to WCAG 2.2 AA by axe-core.
import { source as axeSource } from "axe-core";
import { people } from "@breakwater/casework/testing";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { browserNote, isBrowserMissing, listWalks, openBrowser, openLooks } from "../access/testing/walk.ts";
import { claim, openPages, tellAll } from "./testing/open-pages.ts";
import { en } from "./words/en.ts";
import { zhHans } from "./words/zh-hans.ts";

// Over the debugger's line, which the page's policy does not bind.
const findFaults = `async () => {
  ${axeSource};
  const { violations } = await axe.run(document, {
    runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"],
  });
  return violations.map(({ id, nodes }) => id + ": " + nodes.map(({ target }) => target).join(", "));
}`;

describe.skipIf(isBrowserMissing)(`pages for everybody in a browser${browserNote}`, () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(() => browser.close());

  it.each(listWalks(320, { en, "zh-Hans": zhHans }))(
    "statement, objection, answer, hold, report, statements, check: $name $language",
    async (walk) => {
      const { options, language, w } = walk;
      const pages = await openPages();
      const { front, story } = pages;
      const { decision, hearing, hold } = await tellAll(pages);
      const context = await browser.newContext({ ...options, locale: "en" });
      const page = await context.newPage();
      const look = openLooks(page, walk, findFaults);
      const open = (path: string): Promise<unknown> => page.goto(new URL(path, front.url).href);
      const press = (label: string): Promise<void> => page.getByRole("button", { name: label, exact: true }).click();
      const field = (label: string) => page.getByLabel(label, { exact: false });

      await open(decision);
      if (language === "zh-Hans") await page.getByRole("link", { name: w.languageName }).click();
      expect(await page.locator("html").getAttribute("lang")).toBe(language);
      await look("decision");
      await press(w.send);
      await look("decision-nothing-written");
      expect(await page.getByRole("alert").textContent()).toBe(w.pointsMissing);
      await field(w.points).fill("It was not me.\n\n那天我的手机不在身边。");
      await field(w.evidence).fill("A ticket of that day.");
      await press(w.send);
      await page.getByText("那天我的手机不在身边。").waitFor();
      await look("objected");
      const answers = ["A person of your house used it.", "材料显示并非如此。"];
      const command = { kind: "decide_appeal", appellant: "a1", outcome: "upheld", answers, reverse: [] } as const;
      await story.does(people.rei, { object: "decision", id: "d-c1", command });
      await page.reload();
      await page.getByText(w.outcomes.upheld).waitFor();
      await look("answered");

      await open(`${hearing}?lang=${language}`);
      await look("hearing");
      await field(w.reply).fill("My brother used it.");
      await press(w.send);
      await page.getByText(w.repliedText).waitFor();
      await look("replied");
      await open(`${hold}?lang=${language}`);
      await look("hold");
      await field(w.contest).fill("It is a recipe.");
      await press(w.send);
      await page.getByText(w.contested).waitFor();

      await open(`/report?lang=${language}`);
      await look("report");
      await press(w.send);
      await look("report-lacking");
      await field(w.category).selectOption("fraud");
      await field(w.where).fill(`https://forum.example/${"a-very-long-address".repeat(9)}`);
      await field(w.reasons).fill("Sells tickets that do not exist.");
      await field(w.name).fill("Rosa");
      await field(w.email).fill("rosa@example.org");
      await page.getByLabel(w.goodFaith).check();
      await press(w.send);
      await page.getByRole("heading", { name: w.yourReport }).waitFor();
      await look("report-sent");

      await page.getByRole("link", { name: w.statements }).click();
      await look("statements");
      await page.locator("main li a").first().click();
      await look("statement");
      await page.getByRole("navigation", { name: w.pages }).getByRole("link", { name: w.check }).click();
      await field(w.text).fill(`转给家人：${claim}！`);
      await press(w.checkNow);
      await page.getByRole("heading", { name: w.found }).waitFor();
      await look("check");
      await open(`${decision}x?lang=${language}`);
      await page.getByRole("heading", { name: w.gone }).waitFor();
      await look("gone");

      expect(await context.cookies()).toEqual([]);
      await context.close();
      await pages.close();
    },
  );
});

import type { StaffRole } from "@breakwater/contract";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { openCasework, toProposal, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, takePicture, type Visit } from "../../testing/visit.ts";
import { decisionStatusNames, measureNames, queueTitles } from "../../words/case-terms.ts";
import { toPlainName } from "../../words/plain-name.ts";
import { caseWords } from "../cases/words/table.ts";
import { en as q } from "../queues/words/en.ts";
import { en as d } from "./words/en.ts";

const w = caseWords.en;

describeInBrowser("what is beside the plain way", { isEmpty: true }, ({ house, visit, openOutside }) => {
  let work: Casework;
  beforeAll(async () => {
    work = await openCasework(house);
  }, 240_000);

  const enter = async (roles: readonly StaffRole[], path: string, name?: string): Promise<Visit> => {
    const visited = await visit({ path, session: await house.signIn(roles, "en", name) });
    visited.page.setDefaultTimeout(15_000);
    return visited;
  };
  const end = async ({ page, complaints, close }: Visit, picture: string): Promise<void> => {
    await takePicture(page, picture);
    expect(await listFaults(page)).toEqual([]);
    // A job that is done is gone, and so is an entry of the register: the page says so.
    expect(complaints.filter((text) => !/status of (?:404|409)/.test(text))).toEqual([]);
    await close();
  };
  const press = (page: Page, name: string): Promise<void> =>
    page.getByRole("button", { name, exact: false }).first().click();
  const send = (page: Page, name: string): Promise<void> =>
    page
      .getByRole("dialog")
      .getByRole("button", { name: toPlainName(name), exact: true })
      .click();
  const takeNext = async (page: Page, queue: "emergency" | "dispute"): Promise<void> => {
    await press(page, `${q.takeNext}: ${queueTitles.en[queue]}`);
    await page.getByText(q.held).waitFor();
  };
  /** A decision in force about this account, and where its holder reads of it. */
  const decide = async (account: string, proposal = toProposal([account])) => {
    const id = await work.openCase([account]);
    await work.investigate(id, [account]);
    await work.give(await work.as(["analyst"]), `/v1/cases/${id}`, proposal);
    const decision = await work.approve(id);
    const link = await work.passOn(decision);
    await work.carryOut(decision);
    return { decision, link };
  };

  it(
    "lets one person take an item down in an emergency to life, says when it lifts itself, and a second confirms",
    { timeout: 120_000 },
    async () => {
      const id = await work.openCase(["threat-1"], { caseType: "threat" });
      await work.investigate(id, ["threat-1"]);
      const triage = await work.as(["triage"]);
      await work.give(triage, `/v1/cases/${id}`, { kind: "set_priority", priority: "P0", reason: "A threat to life." });
      // The one who works on it, for it is their proposal.
      const ana = await enter(["analyst"], `/cases/${id}/propose`);
      const { page } = ana;
      await page.getByLabel(w.whichRule).selectOption("IA-1:1");
      await page.getByLabel(measureNames.en.disable_item).check();
      await page.getByLabel(w.itemOf("threat-1")).fill("post-77");
      await page.getByLabel(w.alternatives).fill("A label was considered: the threat names a time and a place.");
      await page.getByLabel(w.proportionality).fill("Nothing less keeps the address from spreading.");
      await page.getByLabel(w.contentDay).fill("2026-03-02");
      await page.getByLabel(w.emergency).check();
      await page.getByText(w.canBeProposed, { exact: true }).waitFor();
      await page.getByRole("button", { name: w.proposeRun, exact: true }).click();
      await page.getByText(w.emergencyHint).waitFor();
      await press(page, w.commands.act_alone);
      await page.getByRole("dialog").locator("textarea").fill("The threat is for tonight; nobody else is here.");
      expect(await listFaults(page)).toEqual([]);
      await send(page, w.commands.act_alone);
      await page.getByText(w.done.act_alone, { exact: true }).waitFor();
      await end(ana, "emergency-alone");

      const cho = await enter(["approver"], "/queues", "Cho Min");
      await takeNext(cho.page, "emergency");
      await cho.page.getByText(d.emergencyUntil).waitFor();
      await cho.page.getByText(d.nobodyElse).waitFor();
      await cho.page.keyboard.press("o");
      await cho.page.getByRole("dialog").locator("textarea").fill("The threat is real; it stands.");
      await send(cho.page, d.commands.confirm_emergency);
      await cho.page.getByText(d.done.confirm_emergency, { exact: true }).waitFor();
      await end(cho, "emergency-confirmed");
    },
  );

  it(
    "takes a dispute from the person's own page to what the outside body said, and gives everything back",
    { timeout: 120_000 },
    async () => {
      const { decision, link } = await decide("choir-9");
      const person = await openOutside();
      await person.goto(link);
      const outside = person.locator("form[action*='/dispute']");
      await outside.getByLabel("Name of the body").fill("Appeals Centre");
      await outside.getByLabel("Its reference").fill("AC-2026-17");
      await outside.getByRole("button").click();
      await person.getByText("You told us that you turned to Appeals Centre (AC-2026-17).", { exact: false }).waitFor();

      const leo = await enter(["legal"], "/queues", "Leo Sand");
      const { page } = leo;
      await takeNext(page, "dispute");
      await page.getByText("Appeals Centre · AC-2026-17").waitFor();
      await press(page, d.commands.extend_dispute);
      await page.getByRole("dialog").locator("textarea").fill("They asked for the log of six weeks.");
      await send(page, d.commands.extend_dispute);
      await page.getByText(d.done.extend_dispute, { exact: true }).waitFor();
      await press(page, d.commands.conclude_dispute);
      const dialog = page.getByRole("dialog");
      await dialog.getByLabel(d.outcome).selectOption("reversed");
      await dialog.getByLabel(d.reason).fill("The body found a choir: it sings together.");
      await takePicture(page, "dispute-conclude");
      await send(page, d.commands.conclude_dispute);
      await page.getByText(d.done.conclude_dispute, { exact: true }).waitFor();
      await work.carryOut(decision);
      await page.goto(`${house.url}/console/decisions/${decision}`);
      await page.getByText(d.restorationCause.dispute).waitFor();
      await page.getByText(decisionStatusNames.en.restored, { exact: true }).first().waitFor();
      await end(leo, "dispute");
      await person.reload();
      await person.getByText("Everything that this decision had changed has been given back.").waitFor();
      await person.close();
    },
  );

  it(
    "leads from a decision to its entry in the register, which says little, counts the look and goes with the decision",
    { timeout: 120_000 },
    async () => {
      const account = "operator-9";
      const id = await work.openCase([account]);
      await work.investigate(id, [account]);
      const analyst = await work.as(["analyst"]);
      const { findings } = await analyst("GET", `/v1/cases/${id}`);
      const [finding] = findings as readonly Readonly<Record<string, unknown>>[];
      const { role, evidence, allegation, severity } = finding ?? {};
      await work.give(analyst, `/v1/cases/${id}`, {
        kind: "record_finding",
        finding: { account, role, evidence, allegation, severity, grade: "critical" },
      });
      await work.give(analyst, `/v1/cases/${id}`, toEnding(account));
      const senior = await work.as(["approver", "senior"], "Bo Reed");
      const approved = await work.give(senior, `/v1/cases/${id}`, { kind: "approve", statement: "It holds." });
      const [{ id: decision }] = approved["decisionIds"] as readonly [{ readonly id: string }];
      await work.passOn(decision);
      await work.carryOut(decision);

      const bo = await enter(["senior"], `/decisions/${decision}`, "Bo Look");
      const { page } = bo;
      await page.getByRole("link", { name: d.toRegister }).click();
      await page.getByRole("textbox", { name: "Reason" }).fill("A new account that may be the same.");
      await page.getByRole("button", { name: "Look", exact: true }).click();
      await page.getByText("in force", { exact: true }).waitFor();
      await page.getByText("IA-1, version 1").waitFor();
      const shown = (await page.locator("main").textContent()) ?? "";
      expect(shown).not.toContain(account);
      expect(shown).toMatch(/Looks so far1/);
      await end(bo, "register-entry");

      await work.give(senior, `/v1/decisions/${decision}`, { kind: "undo", reason: "It was another device." });
      await work.carryOut(decision);
      const again = await enter(["senior"], `/decisions/${decision}`, "Bo Look");
      await again.page.getByRole("link", { name: d.toRegister }).click();
      await again.page.getByRole("textbox", { name: "Reason" }).fill("Is it gone?");
      await again.page.getByRole("button", { name: "Look", exact: true }).click();
      await again.page.getByText("The entry is gone.", { exact: false }).waitFor();
      await end(again, "register-gone");
    },
  );
});

/** The end of an account, and the entry that goes with it. */
function toEnding(account: string): object {
  const { items, ...rest } = toProposal([account], "terminate") as { readonly items: readonly Ending[] };
  const measure = (type: string, durationMs: number | null) => ({
    type,
    target: { kind: "account", id: account },
    durationMs,
  });
  const measures = [measure("terminate", null), measure("register", 365 * 86_400_000)];
  return { ...rest, items: items.map((item) => ({ ...item, measures })) };
}

type Ending = { readonly account: string };

import type { StaffRole } from "@breakwater/contract";
import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { openCasework, type Casework } from "../../testing/casework.ts";
import type { Hand } from "../../testing/hand.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture, type Look, type Visit } from "../../testing/visit.ts";

const dayMs = 86_400_000;

describeInBrowser("the desks beside the cases", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  let caseId: string;
  let hands: Readonly<Record<"analyst" | "senior" | "support" | "auditor", Hand>>;
  beforeAll(async () => {
    work = await openCasework(house);
    hands = {
      analyst: await work.as(["analyst"]),
      senior: await work.as(["senior", "approver"], "Bo Reed"),
      support: await work.as(["victim_support"]),
      auditor: await work.as(["auditor"]),
    };
    caseId = await work.openCase(["a1", "a2"], { caseType: "campaign" });
    await work.give(hands.analyst, `/v1/cases/${caseId}`, { kind: "assign", conflict: null });
    await work.give(hands.analyst, `/v1/cases/${caseId}`, {
      kind: "propose_no_action",
      reason: "authentic_coordination",
    });
  }, 120_000);

  const enter = async (
    roles: readonly StaffRole[],
    path: string,
    { look, name }: { readonly look?: Look; readonly name?: string } = {},
  ): Promise<Visit & { readonly end: () => Promise<void> }> => {
    const session = await house.signIn(roles, look?.language ?? "en", name);
    const visited = await visit({ path, session, ...(look && { look }) });
    const { page, complaints, close } = visited;
    page.setDefaultTimeout(8000);
    return {
      ...visited,
      end: async () => {
        expect(await listFaults(page)).toEqual([]);
        expect(complaints).toEqual([]);
        await close();
      },
    };
  };
  /** Gives a command by its dialog. */
  const give = async (page: Page, name: string, fields: Readonly<Record<string, string>> = {}): Promise<void> => {
    await page.getByRole("button", { name, exact: true }).click();
    const plain = name.replace(/…$/, "");
    const dialog = page.getByRole("dialog", { name: plain });
    for (const [label, value] of Object.entries(fields)) await dialog.getByLabel(label, { exact: true }).fill(value);
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByRole("button", { name: plain, exact: true }).click();
    await dialog.waitFor({ state: "hidden" });
  };
  const toLocal = (at: number): string => new Date(at).toISOString().slice(0, 16);

  it("unmasks with two persons: one asks, the auditor grants, and who asked cannot", async () => {
    const asking = await enter(["analyst"], "/desks/unmasking");
    await give(asking.page, "Ask for an unmasking…", {
      "Network pseudonym": "net-7f",
      Case: caseId,
      Reason: "Forty accounts come out of one exit; the case cannot go on without knowing which.",
    });
    await asking.page.getByRole("heading", { level: 1, name: /^Unmasking / }).waitFor();
    const grant = asking.page.getByRole("button", { name: "Grant…" });
    expect(await grant.getAttribute("aria-disabled")).toBe("true");
    const whyId = await grant.getAttribute("aria-describedby");
    expect(await asking.page.locator(`[id="${whyId}"]`).textContent()).toMatch(/None of your roles.*\(auditor\)/);
    const path = new URL(asking.page.url()).pathname.replace("/console", "");
    await asking.end();
    const granting = await enter(["auditor"], path);
    await give(granting.page, "Grant…", { Reason: "The case needs it." });
    await granting.page.getByText("The unmasking was granted.").waitFor();
    await granting.page.getByText("Ada Marsh").first().waitFor();
    await takePicture(granting.page, "unmasking");
    await granting.end();
  });

  it("runs an operation to its report; who leads it cannot renew it", async () => {
    const { page, end } = await enter(["senior"], "/desks/operations");
    await give(page, "Start an operation…", {
      Name: "Autumn reviews",
      "What it is about": "Bought reviews in one season.",
      "Last day": toLocal(Date.now() + 20 * dayMs),
    });
    await page.getByRole("heading", { level: 1, name: "Autumn reviews" }).waitFor();
    const renew = page.getByRole("button", { name: "Renew…" });
    expect(await renew.getAttribute("aria-disabled")).toBe("true");
    await page.getByText("You proposed this yourself.").waitFor();
    await give(page, "Add a case…", { Case: caseId });
    await page.getByText("The case was added.").waitFor();
    await takePicture(page, "operation");
    await give(page, "End…", { Reason: "The season is over." });
    await page.getByText("The operation was ended.").waitFor();
    const { pathname } = new URL(page.url());
    await end();
    const reporting = await enter(["editor"], pathname.replace("/console", ""));
    await give(reporting.page, "Report on it…", { Report: "One case, no measure, no error known." });
    await reporting.page.getByText("The report was entered.").waitFor();
    await reporting.end();
  });

  it("records and mends a gap of our own controls", async () => {
    const { page, end } = await enter(["approver"], "/desks/reviews");
    await page.locator("[data-row]").first().click();
    await give(page, "Record a gap…", {
      "What happened": "Found after a week, because the detector of samples was paused.",
      Until: toLocal(Date.now() + 5 * dayMs),
    });
    await page.getByText("The gap was recorded.").waitFor();
    await takePicture(page, "review");
    await give(page, "Finish…", { Summary: "One gap, one owner." });
    await page.getByText("The self-review was finished.").waitFor();
    await give(page, "Close a gap…", { "What shows that it is mended": "Paused detectors alert now." });
    await page.getByText("settled").waitFor();
    await end();
  });

  it("keeps a victim's workspace for its one contact; another of support is refused in words", async () => {
    const { page, complaints, close } = await enter(["victim_support"], "/desks/victims");
    await give(page, "Open a workspace…", { Account: "account-77" });
    await page.getByText("Nobody is the contact yet").waitFor();
    await takePicture(page, "workspace-before");
    await page.getByRole("button", { name: "Be the contact" }).click();
    await page.getByText("You are the contact.").waitFor();
    await page.getByRole("button", { name: "Set the protection…" }).click();
    const dialog = page.getByRole("dialog", { name: "Set the protection" });
    await dialog.getByLabel("messages").check();
    await dialog.getByRole("button", { name: "Set the protection" }).click();
    await page.getByText("off for strangers").waitFor();
    await give(page, "Add evidence…", { "SHA-256": "ab".repeat(32) });
    await page.getByText("Item 1").waitFor();
    await takePicture(page, "workspace");
    expect(await listFaults(page)).toEqual([]);
    const path = new URL(page.url()).pathname.replace("/console", "");
    // The first look was refused, as it should be; browsers write that down.
    expect(complaints.filter((one) => !one.includes("409"))).toEqual([]);
    await close();

    const other = await enter(["victim_support"], path, { name: "Sam Holt" });
    await other.page.getByRole("alert").getByText("those who work on it", { exact: false }).waitFor();
    expect(await other.page.getByText("account-77").count()).toBe(0);
    expect(await other.page.getByRole("button", { name: "Be the contact" }).count()).toBe(0);
    await takePicture(other.page, "workspace-other");
    await other.close();
  });

  it("shows what a partner was asked and shown, and takes the answer", async () => {
    const asking = await work.openCase(["a3"], { caseType: "fraud" });
    await work.give(hands.analyst, `/v1/cases/${asking}`, { kind: "assign", conflict: null });
    await work.give(hands.analyst, `/v1/cases/${asking}`, {
      kind: "ask_partner",
      content: {
        desk: "fact-checkers",
        purpose: "To learn whether the number is genuine.",
        question: "Did the bank ever print this number?",
        fields: ["claim", "item_excerpt"],
        returnBy: Date.now() + 3 * dayMs,
      },
    });
    const { page, end } = await enter(["liaison"], "/desks/hand-overs");
    await page.locator("[data-row]", { hasText: "fact-checkers" }).click();
    await page.getByText("an excerpt of the item").waitFor();
    await takePicture(page, "hand-over");
    await give(page, "Enter the answer…", { Answer: "It never did." });
    await page.getByText("The answer was entered.").waitFor();
    await page.getByText("It never did.").first().waitFor();
    await end();
  });

  it("places a hold with its statement, and lets it go", async () => {
    const { page, end } = await enter(["triage"], "/desks/holds");
    await give(page, "Hold an item back…", {
      Item: "post-9",
      Author: "account-9",
      "Law or clause": "Terms, section 3: private data of others",
      "Why it applies": "The post shows where somebody lives while others threaten them.",
      "Facts and circumstances": "Posted among threats; the address is that of a school.",
      "Day of the item": toLocal(Date.now() - 3_600_000),
    });
    await page.getByRole("heading", { level: 1, name: /^Hold / }).waitFor();
    await page.getByText("Posted among threats", { exact: false }).waitFor();
    await takePicture(page, "hold");
    await give(page, "Let it go…", { Reason: "Nobody is in danger any more." });
    await page.getByText("The item was let go.").waitFor();
    await end();
  });

  it.each(looks)("every list can be read and has no fault: $name", async (look) => {
    const { page, end } = await enter(["auditor"], "/desks", { look });
    for (const desk of [
      "authority",
      "hand-overs",
      "reporters",
      "victims",
      "holds",
      "unmasking",
      "operations",
      "reviews",
    ]) {
      await page.goto(`${house.url}/console/desks/${desk}?show=all`);
      await page.getByRole("heading", { level: 1 }).waitFor();
      await page.locator("[data-row], .empty").first().waitFor();
      await takePicture(page, `${desk}-${look.name}`);
      expect(await listFaults(page), desk).toEqual([]);
    }
    await end();
  });
});

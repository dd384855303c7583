import type { StaffRole } from "@breakwater/contract";
import { beforeAll, expect, it } from "vitest";
import { openCasework, type Casework } from "../../testing/casework.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture, type Visit } from "../../testing/visit.ts";

describeInBrowser("reports, register, effects, statements and views", { isEmpty: true }, ({ house, visit }) => {
  let work: Casework;
  let hold: string;
  beforeAll(async () => {
    work = await openCasework(house);
    for (const post of ["post-1", "post-2"]) await house.report(post);
    const triage = await work.as(["triage"]);
    const placed = await triage("POST", "/v1/holds", {
      item: "post-9",
      author: "account-9",
      draft: {
        ground: "incompatible",
        groundName: "Terms, section 3: private data of others",
        explanation: "The post shows where somebody lives while others threaten them.",
        facts: "Posted among threats.",
        category: "STATEMENT_CATEGORY_CYBER_VIOLENCE",
        contentTypes: ["CONTENT_TYPE_TEXT"],
        contentDate: Date.now() - 3_600_000,
      },
    });
    hold = String(placed["id"]);
  }, 120_000);

  const enter = async (roles: readonly StaffRole[], path: string): Promise<Visit> => {
    const visited = await visit({ path, session: await house.signIn(roles) });
    visited.page.setDefaultTimeout(8000);
    return visited;
  };

  it("shows who reported to those who may know, with a reason that is kept, and to nobody else", async () => {
    const triage = await enter(["triage"], "/desks/reports");
    const { page } = triage;
    await page.locator("[data-row]").first().click();
    await page.getByText("It is a threat.").waitFor();
    await page.getByText("Nobody has looked.").waitFor();
    await page.getByRole("button", { name: "See who reported…" }).click();
    const dialog = page.getByRole("dialog", { name: "See who reported" });
    await dialog.getByLabel("Reason").fill("They asked to be called back.");
    await dialog.getByRole("button", { name: "See who reported" }).click();
    await page.getByText("a@b.example").waitFor();
    await page.getByText("They asked to be called back.").waitFor();
    await takePicture(page, "report");
    expect(await listFaults(page)).toEqual([]);
    expect(triage.complaints).toEqual([]);
    const path = new URL(page.url()).pathname.replace("/console", "");
    await triage.close();

    const analyst = await enter(["analyst"], path);
    const see = analyst.page.getByRole("button", { name: "See who reported…" });
    expect(await see.getAttribute("aria-disabled")).toBe("true");
    await analyst.page.getByText("(triage, auditor)").waitFor();
    expect(await analyst.page.getByText("a@b.example").count()).toBe(0);
    expect(await analyst.page.getByText("They asked to be called back.").count()).toBe(0);
    await analyst.close();
  });

  it("asks for a reason before it looks into the register, and has nothing to browse", async () => {
    const { page, complaints, close } = await enter(["senior"], "/desks/register");
    await page.getByRole("button", { name: "Look", exact: true }).click();
    await page.getByText("Fill this in.").first().waitFor();
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("textbox", { name: "Measure" }).fill("measure-0");
    await page.getByRole("textbox", { name: "Reason" }).fill("A new account that may be the same.");
    await page.getByRole("button", { name: "Look", exact: true }).click();
    await page.getByText("There is no such entry.", { exact: false }).waitFor();
    await takePicture(page, "register");
    expect(await page.locator("[data-row]").count()).toBe(0);
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await close();
  });

  it("shows what failed at the platform, why, and when it is asked again", async () => {
    await house.platform("POST", `/v1/effects/${hold}.place/fail`, { reason: "The store of posts is read-only." });
    const { page, complaints, close } = await enter(["analyst"], "/desks/effects?state=failed");
    await page.getByText("The store of posts is read-only.", { exact: false }).waitFor();
    await page.getByText("failed once").waitFor();
    await page.getByText("asked again in", { exact: false }).waitFor();
    await takePicture(page, "effects");
    await page.locator("[data-row]").first().click();
    await page.getByRole("heading", { level: 1, name: /^Hold / }).waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("shows auditors who opened what, and who was refused", async () => {
    const workspace = await (
      await work.as(["victim_support"])
    )("POST", "/v1/victim-workspaces", {
      owner: "account-5",
      isMinor: false,
    });
    const other = await work.as(["victim_support"], "Sam Holt");
    await expect(other("GET", `/v1/victim-workspaces/${String(workspace["id"])}`)).rejects.toThrow("need_to_know");
    const { page, complaints, close } = await enter(["auditor"], "/desks/views");
    await page.getByLabel("Of what").selectOption("victim_workspace");
    await page.locator(".row", { hasText: "Sam Holt" }).first().waitFor();
    await page.getByText("It is kept to those who work on it", { exact: false }).first().waitFor();
    await takePicture(page, "views");
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks)("each can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["auditor"], look.language);
    const { page, complaints, close } = await visit({ path: "/desks/reports", session, look });
    for (const desk of ["reports", "register", "effects", "statements", "views"]) {
      await page.goto(`${house.url}/console/desks/${desk}`);
      await page.locator("[data-row], .row, .empty, form.form").first().waitFor();
      await takePicture(page, `${desk}-${look.name}`);
      expect(await listFaults(page), desk).toEqual([]);
    }
    // Last night's sum is not there on the first day.
    expect(complaints.filter((one) => !one.includes("404"))).toEqual([]);
    await close();
  });
});

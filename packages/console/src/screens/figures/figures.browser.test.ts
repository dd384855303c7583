import { readFileSync } from "node:fs";
import { figures as figuresSchema } from "@breakwater/contract";
import { expect, it } from "vitest";
import { tellFullFigures } from "../../testing/full-figures.ts";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

describeInBrowser("figures", { isEmpty: true }, ({ house, visit }) => {
  it("teaches where nothing was counted, then tells what the service counts, and not what is under ten", async () => {
    const session = await house.signIn(["editor"]);
    const { page, complaints, close } = await visit({ path: "/figures", session });
    await page.getByText("Nothing has been counted yet").waitFor();
    expect(await listFaults(page)).toEqual([]);
    for (let post = 1; post <= 12; post += 1) await house.report(`post-${post}`);
    await house.dismissNewest();
    await page.reload();
    const opened = page.locator("summary", { hasText: "Leads opened" });
    await opened.waitFor();
    expect(await opened.textContent()).toMatch(/Leads opened12Leads dismissed 1Leads that lapsed 0/);
    await opened.click();
    await page.getByText("By source").first().waitFor();
    await page.locator("summary", { hasText: /^Leads dismissed/ }).click();
    await page.getByText("one cell under ten").first().waitFor();
    await page.getByText("few people might be known by them").first().waitFor();
    await page.getByText("all 0", { exact: true }).waitFor();
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks)("every chart can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["auditor"], look.language);
    const { page, complaints, close } = await visit({ path: "/leads", session, look });
    await tellFullFigures(page);
    await page.goto(`${house.url}/console/figures`);
    await page.locator(".chart-months").waitFor();
    await page.locator(".figure-row > summary").first().click();
    await takePicture(page, `figures-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });

  it("keeps period and figure in the address, and gives all of it out as CSV and JSON", async () => {
    const session = await house.signIn(["legal"]);
    const { page, complaints, close } = await visit({ path: "/leads", session });
    await tellFullFigures(page);
    await page.goto(`${house.url}/console/figures`);
    await page.getByLabel("From").selectOption("2026-06");
    await page.getByText("2026-06 to 2026-08, whole months, UTC.").waitFor();
    await page.getByLabel("Figure", { exact: true }).selectOption({ label: "Measures applied" });
    await page.getByText(/^Measures applied: \d+ in 3 months\. Below in each column, Measures reversed: 0\./).waitFor();
    expect(new URL(page.url()).search).toBe("?from=2026-06&month=measures_applied");
    await page.reload();
    await page.getByText(/^Measures applied: \d+ in 3 months/).waitFor();
    const [csv] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download CSV" }).click(),
    ]);
    expect(csv.suggestedFilename()).toBe("figures-2026-06-2026-08.csv");
    expect(readFileSync(await csv.path(), "utf8")).toMatch(/^figure,kind,name[^]*decision_error_rate,share,/);
    const [json] = await Promise.all([
      page.waitForEvent("download"),
      page.getByRole("button", { name: "Download JSON" }).click(),
    ]);
    const told = figuresSchema.parse(JSON.parse(readFileSync(await json.path(), "utf8")));
    expect(told.period).toEqual({ from: "2026-06", to: null });
    expect(complaints).toEqual([]);
    await close();
  });
});

import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

describeInBrowser("now and leads", {}, ({ house, visit }) => {
  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["triage"], look.language);
    const { page, complaints, close } = await visit({ path: "/", session, look });
    const heading = page.getByRole("heading", { level: 1 });
    await heading.waitFor();
    await page.locator("[data-row]").first().waitFor();
    await page.locator("canvas").first().waitFor();
    await takePicture(page, `now-${look.name}`);
    expect(await listFaults(page)).toEqual([]);

    await page.goto(`${house.url}/console/leads`);
    await page.locator("[data-row]").first().waitFor();
    await takePicture(page, `leads-${look.name}`);
    expect(await listFaults(page)).toEqual([]);

    await page.goto(`${house.url}/console/leads?source=detector`);
    await page.locator("[data-row]").first().click();
    await page.locator("canvas").first().waitFor();
    await takePicture(page, `lead-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

import { expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../../testing/visit.ts";

describeInBrowser("groups", {}, ({ house, visit }) => {
  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["triage"], look.language);
    const { page, complaints, close } = await visit({ path: "/groups?kind=campaign", session, look });
    await page.locator("#groups [data-row]").first().waitFor();
    await takePicture(page, `groups-${look.name}`);
    expect(await listFaults(page)).toEqual([]);

    await page.locator("#groups [data-row]").first().click();
    await page.locator(".network[data-stage=settled]").waitFor();
    await page.locator(".chart canvas").first().waitFor();
    await takePicture(page, `group-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

import type { Page } from "playwright-core";
import { beforeAll, expect, it } from "vitest";
import { describeInBrowser } from "../../testing/describe-in-browser.ts";
import { listFaults, takePicture } from "../../testing/visit.ts";

const jobs = 320;

describeInBrowser("a long queue", { isEmpty: true }, ({ house, visit }) => {
  beforeAll(async () => {
    for (let from = 0; from < jobs; from += 20) {
      await Promise.all(Array.from({ length: 20 }, (_, i) => house.report(`post-${from + i}`)));
    }
  }, 120_000);
  const countDrawn = (page: Page): Promise<number> => page.locator("#jobs [data-row]").count();

  it("loads on while one scrolls, draws what is near, and says that it is not kept up to date", async () => {
    const session = await house.signIn(["triage"]);
    const { page, complaints, close } = await visit({ path: "/queues/triage", session });
    await page.getByText("50 shown, there are more").waitFor();
    await page.mouse.move(640, 500);
    const all = page.getByText(`${jobs} shown`);
    for (let turns = 0; turns < 400 && !(await all.isVisible()); turns += 1) {
      await page.mouse.wheel(0, 600);
      await page.waitForTimeout(30);
    }
    await page.getByText("So long a list is not kept up to date by itself.").waitFor();
    expect(await countDrawn(page)).toBeLessThan(jobs / 2);
    await takePicture(page, "queue-long");
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("button", { name: "Begin anew" }).click();
    await page.getByText("50 shown, there are more").waitFor();
    expect(complaints).toEqual([]);
    await close();
  });

  it("is walked through by j, over what is not drawn yet", async () => {
    const session = await house.signIn(["triage"]);
    const { page, close } = await visit({ path: "/queues/triage", session });
    await page.locator("#jobs [data-row]").first().waitFor();
    const seen = new Set<string>();
    for (let presses = 0; presses < 80; presses += 1) {
      await page.keyboard.press("j");
      await page.waitForTimeout(20);
      seen.add(String(await page.evaluate("document.activeElement.getAttribute('href')")));
    }
    expect(seen.size).toBe(80);
    await close();
  });
});

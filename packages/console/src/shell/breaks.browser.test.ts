import { beforeAll, expect, it } from "vitest";
import { en as caseWords } from "../screens/cases/words/en.ts";
import { openCasework } from "../testing/casework.ts";
import { describeInBrowser } from "../testing/describe-in-browser.ts";
import { listFaults, looks, takePicture } from "../testing/visit.ts";
import { shellWords } from "./words/table.ts";

const w = shellWords.en;

describeInBrowser("breaks", { isEmpty: true, breakItems: 2 }, ({ house, visit }) => {
  const cases: string[] = [];
  beforeAll(async () => {
    const work = await openCasework(house);
    for (const account of ["b1", "b2", "b3"]) cases.push(await work.openCase([account]));
  }, 240_000);

  it("are proposed after as much as the house suggests, stop nobody, and tell nobody", async () => {
    const session = await house.signIn(["analyst"]);
    const { page, complaints, close } = await visit({ path: `/cases/${cases[0]}`, session });
    const sent: string[] = [];
    page.on("request", (request) => sent.push(`${request.method()} ${request.url()} ${request.postData() ?? ""}`));
    await page.locator("main .columns").waitFor();
    expect(await page.getByText(w.breakTitle).count()).toBe(0);
    await page.goto(`${house.url}/console/cases/${cases[1]}`);
    await page.getByText(w.breakTitle).waitFor();
    await takePicture(page, "break-proposed");
    expect(await listFaults(page)).toEqual([]);
    // The work goes on beside it.
    await page.getByRole("button", { name: caseWords.commands.assign }).first().waitFor();
    await page.getByRole("button", { name: w.takeBreak }).click();
    await page.getByText(w.resting("10")).waitFor();
    await page.getByRole("button", { name: w.back }).click();
    expect(await page.getByText(w.breakTitle).count()).toBe(0);
    expect(sent.filter((text) => text.startsWith("POST"))).toEqual([]);
    expect(sent.join(" ")).not.toMatch(/break|exposure/);
    expect(complaints).toEqual([]);
    await close();
  });

  it("come when each person wants them, or never, by their own choice in this browser", async () => {
    const session = await house.signIn(["analyst"], "en", "Ben Hollis");
    const { page, complaints, close } = await visit({ path: `/cases/${cases[0]}`, session });
    await page.getByRole("button", { name: new RegExp(w.settings) }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByText(w.breaksHint).waitFor();
    await takePicture(page, "break-settings");
    expect(await listFaults(page)).toEqual([]);
    await dialog.getByLabel(w.breakAfterItems).selectOption("never");
    for (const id of cases) {
      await page.goto(`${house.url}/console/cases/${id}`);
      await page.locator("main .columns").waitFor();
    }
    expect(await page.getByText(w.breakTitle).count()).toBe(0);
    expect(complaints).toEqual([]);
    await close();
  });

  it.each(looks.slice(1))("look well $name", async (look) => {
    const session = await house.signIn(["analyst"], look.language, `Look ${look.name}`);
    const words = shellWords[look.language];
    const { page, complaints, close } = await visit({ path: `/cases/${cases[0]}`, session, look });
    await page.locator("main .columns").waitFor();
    await page.goto(`${house.url}/console/cases/${cases[1]}`);
    await page.getByText(words.breakTitle).waitFor();
    await takePicture(page, `break-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    await page.getByRole("button", { name: words.changeBreaks }).click();
    await page.getByRole("dialog").getByText(words.breaksHint).waitFor();
    await takePicture(page, `break-settings-${look.name}`);
    expect(await listFaults(page)).toEqual([]);
    expect(complaints).toEqual([]);
    await close();
  });
});

import type { Browser } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openHouse, type House } from "../../testing/open-house.ts";
import {
  browserNote,
  isBrowserMissing,
  listFaults,
  looks,
  openBrowser,
  takePicture,
  visit,
} from "../../testing/visit.ts";

describe.skipIf(isBrowserMissing)(`groups in a browser${browserNote}`, () => {
  let house: House;
  let browser: Browser;
  beforeAll(async () => {
    [house, browser] = await Promise.all([openHouse(), openBrowser()]);
  }, 240_000);
  afterAll(async () => {
    await browser?.close();
    await house?.close();
  });

  it.each(looks)("every page can be read and has no fault: $name", async (look) => {
    const session = await house.signIn(["triage"], look.language);
    const { page, complaints, close } = await visit(browser, house, { path: "/groups?kind=campaign", session, look });
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

import { setTimeout as wait } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { openHouse } from "./open-house.ts";
import { browserNote, isBrowserMissing, openBrowser, visit } from "./visit.ts";

const inputDelayMsMax = 100;

describe.skipIf(isBrowserMissing)(`events in a browser${browserNote}`, () => {
  it("fifty events a second leave what is typed undelayed", async () => {
    const [house, browser] = await Promise.all([openHouse({ isEmpty: true }), openBrowser()]);
    const { page, close } = await visit(browser, house, { path: "/leads", session: await house.signIn(["triage"]) });
    await page.getByText("Live", { exact: true }).waitFor();
    await page.evaluate(`(() => {
      window.delays = [];
      document.addEventListener("keydown", (event) => {
        const began = event.timeStamp;
        window.delays.push(performance.now() - began);
      }, true);
    })()`);
    const over = new AbortController();
    const sending = (async () => {
      for (let i = 0; !over.signal.aborted; i++) {
        const began = Date.now();
        await house.report(`post-${i}`);
        await wait(Math.max(0, 20 - (Date.now() - began)));
      }
    })();
    for (let i = 0; i < 100; i++) {
      await page.keyboard.press(i % 2 === 0 ? "j" : "k");
      await wait(100);
    }
    over.abort();
    await sending;
    const delays = (await page.evaluate("window.delays")) as readonly number[];
    expect(delays.length).toBe(100);
    expect(Math.max(...delays)).toBeLessThanOrEqual(inputDelayMsMax);
    await close();
    await browser.close();
    await house.close();
  });
});

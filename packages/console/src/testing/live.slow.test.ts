import { setTimeout as wait } from "node:timers/promises";
import { expect, it } from "vitest";
import { describeInBrowser } from "./describe-in-browser.ts";

const inputDelayMsMax = 100;

describeInBrowser("events", { isEmpty: true }, ({ house, visit }) => {
  it("fifty events a second leave what is typed undelayed", async () => {
    const { page, close } = await visit({ path: "/leads", session: await house.signIn(["triage"]) });
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
  });
});

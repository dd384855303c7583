import type { Page } from "playwright-core";

/** Milliseconds; the first three from the start of loading. */
export type PageTimes = {
  readonly interactiveMs: number;
  readonly settledMs: number;
  /** Longest time between two frames from being drawn to being arranged. */
  readonly longestFrameMs: number;
  /** From a press to the frame that answers it. */
  readonly zoomMs: number;
  /** The slowest of twenty steps. */
  readonly replayMs: number;
};

/** Written down by the page itself, so that no message to it is counted. */
const watcher = `(() => {
  const seen = { interactive: null, settled: null, longestFrame: 0, events: [] };
  window.seenByBench = seen;
  let last = null;
  const look = (now) => {
    const stage = document.querySelector(".network")?.dataset.stage;
    if (stage === "drawn" || stage === "settled") {
      if (seen.interactive === null) {
        seen.interactive = -1;
        setTimeout(() => { seen.interactive = performance.now(); });
      } else if (last !== null && seen.settled === null) seen.longestFrame = Math.max(seen.longestFrame, now - last);
      last = now;
      if (stage === "settled") seen.settled ??= performance.now();
    }
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { name, duration } of list.getEntries()) seen.events.push({ name, duration });
  }).observe({ type: "event", durationThreshold: 16 });
})()`;

export async function watchPage(page: Page, url: string): Promise<PageTimes> {
  await page.addInitScript(watcher);
  await page.goto(url);
  await page.locator(".network[data-stage=drawn], .network[data-stage=settled]").waitFor({ timeout: 60_000 });
  const zoomMs = await timeEvents(page, () => page.getByRole("button", { name: "Zoom in" }).click());
  await page.locator(".network[data-stage=settled]").waitFor({ timeout: 60_000 });
  await page.getByRole("slider").focus();
  await page.keyboard.press("Home");
  const replayMs = await timeEvents(page, async () => {
    for (let step = 0; step < 20; step += 1) await page.keyboard.press("ArrowRight", { delay: 60 });
  });
  const seen = (await page.evaluate("window.seenByBench")) as {
    readonly interactive: number;
    readonly settled: number;
    readonly longestFrame: number;
  };
  return {
    interactiveMs: seen.interactive,
    settledMs: seen.settled,
    longestFrameMs: seen.longestFrame,
    zoomMs,
    replayMs,
  };
}

/** The longest event of what somebody does; the browser tells of none that is answered within a frame (16 ms). */
async function timeEvents(page: Page, act: () => Promise<void>): Promise<number> {
  await page.evaluate("window.seenByBench.events.length = 0");
  await act();
  await page.waitForTimeout(500);
  const events = (await page.evaluate("window.seenByBench.events")) as readonly { readonly duration: number }[];
  return Math.max(16, ...events.map(({ duration }) => duration));
}

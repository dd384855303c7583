import type { Page } from "playwright-core";

/** Milliseconds. */
export type Watched = {
  /** Times between two frames of the page's thread. */
  readonly frames: readonly number[];
  /** From each key to when the page's thread took it up; one answered within a frame counts as 0, for the browser tells of none. */
  readonly delays: readonly number[];
  /** From each key to the frame that answers it; 16 where it was answered within a frame. */
  readonly answers: readonly number[];
  /** Notices that the page heard. */
  readonly notices: number;
};

/** Written down by the page itself, so that no message to it is counted. */
const watcher = `(() => {
  const seen = window.seenByBench = { frames: [], delays: [], answers: [], notices: 0 };
  let last = null;
  const look = (now) => {
    if (last !== null && document.visibilityState === "visible") seen.frames.push(now - last);
    last = now;
    requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
  new PerformanceObserver((list) => {
    for (const { name, startTime, processingStart, duration } of list.getEntries()) {
      if (name !== "keydown") continue;
      seen.delays.push(processingStart - startTime);
      seen.answers.push(duration);
    }
  }).observe({ type: "event", durationThreshold: 16 });
  const listen = EventSource.prototype.addEventListener;
  EventSource.prototype.addEventListener = function (kind, hear, options) {
    return listen.call(this, kind, (event) => {
      if (event instanceof MessageEvent) seen.notices += 1;
      hear(event);
    }, options);
  };
})()`;

/** Before the page is loaded. */
export async function installWatcher(page: Page): Promise<void> {
  await page.addInitScript(watcher);
}

/** What the page saw while somebody did something, and until it came to rest. */
export async function watch(page: Page, act: () => Promise<void>): Promise<Watched> {
  await page.evaluate("Object.assign(window.seenByBench, { frames: [], delays: [], answers: [], notices: 0 })");
  await act();
  await page.waitForTimeout(300);
  return (await page.evaluate("window.seenByBench")) as Watched;
}

import { setTimeout as wait } from "node:timers/promises";
import { makeReport } from "@breakwater/server/service/drills";
import type { Page } from "playwright-core";
import { atLeast, atMost, type Benchmark, type Measurement } from "../harness/benchmark.ts";
import { inScratchFolder } from "../service/service-process.ts";
import { medianOf } from "../stats/intervals.ts";
import { openConsole, type OpenConsole } from "./open-console.ts";
import { installWatcher, watch, type Watched } from "./watch-frames.ts";

const rows = Number(process.env["BENCH_ROWS"] ?? 10_000);
const noticesPerSecond = 50;
/** That a report came in, and that a lead opened. */
const noticesOfReport = 2;
/** Reports on their way at once: a service that falls behind is not buried, and the rate says so. */
const reportsMax = 8;
const presses = 100;

export const consoleQueue: Benchmark = {
  name: "console-queue",
  title: "Console: a queue of 10,000 rows, and live events at 50 a second",
  method:
    "10,000 reports at a real service make 10,000 leads, which wait in the queue of triage; headless Chromium without a graphics card, service, sender and browser on one machine. " +
    "Scrolling: by wheel from the first row to the last, which loads them on the way; then all the way down again by Page Down, and by j from row to row. Longest frame: the longest time between two frames of the page's thread. " +
    "Live: reports come in so fast that the page hears 50 notices a second, while somebody presses j and k in the whole queue, and writes in a dialog. Input delay: from the key to when the page's thread takes it up (event timing); answered: to the frame that shows it. Medians over the runs of the worst of each run.",
  needs: [],
  isTimed: true,
  run: ({ quick, progress }) =>
    inScratchFolder(async (folder) => {
      const opened = await openConsole(folder);
      try {
        await fill(opened, progress);
        const runs: Run[] = [];
        for (let run = 0; run < (quick ? 1 : 3); run += 1) {
          runs.push(await runOnce(opened));
          const { wheel, pages, steps, inQueue, inDialog } = runs.at(-1) as Run;
          const [slowest, late] = [[wheel, pages, steps].map(longestFrame), [inQueue, inDialog].map(longestDelay)];
          progress(`longest frames ${slowest.map(say).join(", ")}; input delays ${late.map(say).join(", ")} ms`);
        }
        return toMeasurements(runs);
      } finally {
        await opened.close();
      }
    }),
};

async function fill({ api }: OpenConsole, progress: (line: string) => void): Promise<void> {
  let next = 0;
  const send = async (): Promise<void> => {
    while (next < rows) {
      if (next % 1000 === 0) progress(`${next.toLocaleString("en-US")} leads`);
      const answer = await api(makeReport(`post-${(next += 1)}`));
      if (answer === null || answer.status >= 300) throw new Error(`No report was taken: ${JSON.stringify(answer)}`);
    }
  };
  await Promise.all(Array.from({ length: 32 }, send));
}

type Run = {
  readonly wheel: Watched;
  readonly pages: Watched;
  readonly steps: Watched;
  readonly inQueue: Watched;
  readonly inDialog: Watched;
  /** Notices in a second, of the slower of both. */
  readonly rate: number;
};

async function runOnce(opened: OpenConsole): Promise<Run> {
  const page = await opened.openPage();
  try {
    await installWatcher(page);
    await page.goto(`${opened.url}/console/queues/triage`);
    await page.locator("#jobs [data-row]").first().waitFor();
    await page.mouse.move(700, 500);
    const wheel = await watch(page, () => scroll(page, () => page.mouse.wheel(0, 1200)));
    await page.keyboard.press("Home");
    await page.waitForTimeout(1000);
    const pages = await watch(page, () => scroll(page, () => page.keyboard.press("PageDown")));
    await page.keyboard.press("Home");
    await page.waitForTimeout(1000);
    const steps = await watch(page, () => press(page, presses, () => "j"));
    const queue = await listenWhile(opened, page, () => press(page, presses, (i) => (i % 2 === 0 ? "k" : "j")));
    await page.keyboard.press("Enter");
    await page.getByRole("button", { name: /^Skip/ }).waitFor();
    await page.keyboard.press("s");
    await page.getByRole("dialog").waitFor();
    const dialog = await listenWhile(opened, page, () => press(page, presses, (i) => (i % 6 === 5 ? "Space" : "w")));
    const rate = Math.min(queue.rate, dialog.rate);
    return { wheel, pages, steps, inQueue: queue.watched, inDialog: dialog.watched, rate };
  } finally {
    await page.context().close();
  }
}

/** Until the end of the list is in sight and there is no more of it. */
async function scroll(page: Page, step: () => Promise<void>): Promise<void> {
  for (let steps = 0; steps < 20_000; steps += 1) {
    await step();
    await wait(20);
    if (steps % 10 === 0 && (await page.evaluate(lookForEnd)) === true) return;
  }
  throw new Error("The queue has no end.");
}

const lookForEnd = `(() => {
  const more = [...document.querySelectorAll(".list-foot button")].find(({ textContent }) => /more/.test(textContent));
  const { scrollTop, clientHeight, scrollHeight } = document.scrollingElement;
  if (scrollTop + clientHeight < scrollHeight - 2) return false;
  more?.click();
  return more === undefined;
})()`;

async function press(page: Page, times: number, key: (i: number) => string): Promise<void> {
  for (let i = 0; i < times; i += 1) {
    await page.keyboard.press(key(i));
    await wait(100);
  }
}

async function listenWhile(
  { api }: OpenConsole,
  page: Page,
  act: () => Promise<void>,
): Promise<{ readonly watched: Watched; readonly rate: number }> {
  const over = new AbortController();
  const begun = performance.now();
  let sent = 0;
  const send = async (): Promise<void> => {
    while (!over.signal.aborted) {
      sent += 1;
      await wait(Math.max(0, begun + (sent * 1000 * noticesOfReport) / noticesPerSecond - performance.now()));
      await api(makeReport(`live-${begun}-${sent}`));
    }
  };
  const sending = Promise.all(Array.from({ length: reportsMax }, send));
  // Until what is heard is what was sent.
  await wait(2000);
  let seconds = 0;
  const watched = await watch(page, async () => {
    const from = performance.now();
    await act();
    seconds = (performance.now() - from) / 1000;
  }).finally(() => over.abort());
  await sending;
  return { watched, rate: watched.notices / seconds };
}

function longestFrame({ frames }: Watched): number {
  return Math.max(...frames);
}

function longestDelay({ delays }: Watched): number {
  return Math.max(0, ...delays);
}

function say(ms: number): string {
  return ms.toFixed(0);
}

function toMeasurements(runs: readonly Run[]): readonly Measurement[] {
  const base = { data: `${rows.toLocaleString("en-US")} leads made by reports`, seed: "none", interval: null };
  const median = (pick: (run: Run) => number): number => medianOf(runs.map(pick));
  const scrolled = (["wheel", "pages", "steps"] as const).flatMap((way): readonly Measurement[] => {
    const what = { wheel: "by wheel, loading", pages: "by Page Down", steps: "from row to row by j" }[way];
    const row = { ...base, table: "Scrolling", what };
    return [
      { ...row, metric: "longest frame ms", value: median((run) => longestFrame(run[way])), target: atMost(50) },
      { ...row, metric: "frames over 50 ms", value: median((run) => run[way].frames.filter((ms) => ms > 50).length) },
      { ...row, metric: "frames", value: median((run) => run[way].frames.length) },
    ];
  });
  const heard = (["inQueue", "inDialog"] as const).flatMap((place): readonly Measurement[] => {
    const what = { inQueue: "j and k in the whole queue", inDialog: "writing in a dialog" }[place];
    const row = { ...base, table: "Live events", what };
    return [
      { ...row, metric: "input delay ms", value: median((run) => longestDelay(run[place])), target: atMost(100) },
      { ...row, metric: "answered ms", value: median((run) => Math.max(16, ...run[place].answers)) },
      { ...row, metric: "longest frame ms", value: median((run) => longestFrame(run[place])) },
    ];
  });
  const rate = { ...base, table: "Live events", what: "notices that the page heard" };
  const perSecond = {
    ...rate,
    metric: "a second",
    value: median((run) => run.rate),
    target: atLeast(noticesPerSecond),
  };
  return [...scrolled, ...heard, perSecond];
}

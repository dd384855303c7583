import { existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { chromium, type Browser, type BrowserContextOptions, type Page } from "playwright-core";
import { expect } from "vitest";

const executablePath = env["BREAKWATER_CHROMIUM"] ?? "/usr/bin/chromium";
/** For `describe.skipIf`: no browser is here, and why the tests are left out. */
export const isBrowserMissing: boolean = !existsSync(executablePath);
export const browserNote: string = isBrowserMissing ? ` (skipped: no ${executablePath}; set BREAKWATER_CHROMIUM)` : "";
/** Where to put pictures for somebody to look at; none are taken unless it is set. */
const picturesPath = env["BREAKWATER_PICTURES"];

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

export type Walk<Words> = {
  readonly name: string;
  readonly options: BrowserContextOptions;
  readonly language: "en" | "zh-Hans";
  readonly w: Words;
};

/** Wide and light, narrow and dark, in both languages. */
export function listWalks<Words>(
  narrowPx: number,
  words: Readonly<Record<Walk<Words>["language"], Words>>,
): readonly Walk<Words>[] {
  const looks = [
    { name: "wide-light", options: { viewport: { width: 1200, height: 900 }, colorScheme: "light" } },
    { name: "narrow-dark", options: { viewport: { width: narrowPx, height: 700 }, colorScheme: "dark" } },
  ] as const;
  return looks.flatMap((look) => [
    { ...look, language: "en", w: words.en } as const,
    { ...look, language: "zh-Hans", w: words["zh-Hans"] } as const,
  ]);
}

/** Looks at page after page of a walk: `findFaults` is a script whose value is a list of what is wrong, as is a page wider than its window or without its stylesheet. */
export function openLooks(
  page: Page,
  { language, name }: Pick<Walk<unknown>, "language" | "name">,
  findFaults: string,
): (what: string) => Promise<void> {
  let step = 0;
  return async (what) => {
    const title = `${language}-${name}-${String((step += 1)).padStart(2, "0")}-${what}`;
    const faults: unknown = await page.evaluate(`(async () => {
      const faults = await (${findFaults})();
      if (document.documentElement.scrollWidth > window.innerWidth) faults.push("wider than the window");
      if (getComputedStyle(document.body).margin !== "0px") faults.push("without its stylesheet");
      return faults;
    })()`);
    expect([title, faults]).toEqual([title, []]);
    if (picturesPath === undefined) return;
    mkdirSync(picturesPath, { recursive: true });
    await page.screenshot({ path: join(picturesPath, `${title}.png`), fullPage: true });
  };
}

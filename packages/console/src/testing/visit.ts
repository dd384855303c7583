import { existsSync } from "node:fs";
import { createRequire } from "node:module";
import { readFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { env } from "node:process";
import { chromium, type Browser, type Page } from "playwright-core";
import type { House } from "./open-house.ts";

const executablePath = env["BREAKWATER_CHROMIUM"] ?? "/usr/bin/chromium";
/** For `describe.skipIf`: no browser is here, and why the tests are left out. */
export const isBrowserMissing: boolean = !existsSync(executablePath);
export const browserNote: string = isBrowserMissing ? ` (skipped: no ${executablePath}; set BREAKWATER_CHROMIUM)` : "";
/** Where pictures go, for somebody to look at; none are taken unless it is set. */
const picturesFolder = env["BREAKWATER_PICTURES"];
const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

export function openBrowser(): Promise<Browser> {
  return chromium.launch({ executablePath, args: ["--no-sandbox"] });
}

/** How a page is looked at. */
export type Look = {
  readonly name: string;
  readonly width: number;
  readonly height: number;
  readonly scheme: "light" | "dark";
  readonly language: "en" | "zh-Hans";
};

const plainLook: Look = { name: "wide-light", width: 1280, height: 800, scheme: "light", language: "en" };

/** Wide and narrow, light and dark, both languages: what every screen has to stand. */
export const looks: readonly Look[] = [
  plainLook,
  { name: "wide-dark-zh", width: 1280, height: 800, scheme: "dark", language: "zh-Hans" },
  { name: "narrow-dark", width: 320, height: 640, scheme: "dark", language: "en" },
  { name: "narrow-light-zh", width: 320, height: 640, scheme: "light", language: "zh-Hans" },
];

export type Visit = {
  readonly page: Page;
  /** What the browser complained of: errors of scripts, breaches of the page's policy. A test ends with this being empty. */
  readonly complaints: readonly string[];
  readonly close: () => Promise<void>;
};

/** A page of the console, as somebody who has signed in. */
export type Where = { readonly path: string; readonly session: string | null; readonly look?: Look };

export async function visit(
  browser: Browser,
  house: House,
  { path, session, look = plainLook }: Where,
): Promise<Visit> {
  const { width, height, scheme, language } = look;
  const context = await browser.newContext({
    viewport: { width, height },
    colorScheme: scheme,
    locale: language === "en" ? "en-GB" : "zh-CN",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  if (session !== null) {
    await context.addCookies([
      { name: "breakwater-session", value: session, url: house.url, httpOnly: true, sameSite: "Strict" },
    ]);
  }
  const page = await context.newPage();
  const complaints: string[] = [];
  // That drawing without a graphics card is slow is nothing that a page could mend.
  page.on("console", (message) => {
    const isOfDriver = message.text().includes("GL Driver Message (OpenGL, Performance");
    if ((message.type() === "error" || message.type() === "warning") && !isOfDriver) complaints.push(message.text());
  });
  page.on("pageerror", ({ message }) => complaints.push(message));
  await page.goto(`${house.url}/console${path}`);
  return { page, complaints, close: () => context.close() };
}

/** Complaints but those that a browser makes when it asks for a job that is done: such a job is no more, and the page says so. */
export function exceptGone(complaints: readonly string[]): readonly string[] {
  return complaints.filter((text) => !/status of 404/.test(text));
}

/** Faults that axe finds by the rules of WCAG 2.2 AA, a sentence each; also whether the page is wider than its window. */
export async function listFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axeSource);
  const found: unknown = await page.evaluate(`(async () => {
    const tags = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
    const { violations } = await axe.run(document, { runOnly: { type: "tag", values: tags } });
    const faults = violations.flatMap(({ id, help, nodes }) =>
      nodes.map(({ target, failureSummary }) => id + ": " + help + " – " + target.join(" ") + " – " + failureSummary));
    if (document.documentElement.scrollWidth > window.innerWidth) faults.push("wider than the window: " +
      [...document.querySelectorAll("main *")].filter((e) => e.getBoundingClientRect().right > window.innerWidth + 1)
        .slice(0, 3).map((e) => e.outerHTML.slice(0, 120)).join(" | "));
    return faults;
  })()`);
  return found as readonly string[];
}

/** Takes a picture of the whole page where somebody asked for pictures. */
export async function takePicture(page: Page, name: string): Promise<void> {
  if (picturesFolder === undefined) return;
  mkdirSync(picturesFolder, { recursive: true });
  await page.screenshot({ path: join(picturesFolder, `${name}.png`), fullPage: true });
}

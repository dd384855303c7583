import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join } from "node:path";
import { env, execPath } from "node:process";
import { openDrill, type Drill } from "@breakwater/server/service/drills";
import { chromium, type BrowserContext, type Page } from "playwright-core";
import { repositoryRoot } from "../data/folder.ts";

export type OpenConsole = Drill & {
  readonly url: string;
  /** A page of a browser that has kept nothing, of somebody of triage who has signed in. It is closed by its context. */
  readonly openPage: () => Promise<Page>;
  readonly close: () => Promise<void>;
};

const consoleRoot = join(repositoryRoot, "packages", "console");
const executablePath = env["BREAKWATER_CHROMIUM"] ?? "/usr/bin/chromium";

/** The built console before a service on this folder, and headless Chromium without a graphics card; all on one machine. */
export async function openConsole(folder: string): Promise<OpenConsole> {
  if (!existsSync(executablePath)) throw new Error(`There is no ${executablePath}; set BREAKWATER_CHROMIUM.`);
  execFileSync(execPath, [join(consoleRoot, "build.mjs")], { stdio: "inherit" });
  const drill = await openDrill(folder, { consoleFolder: join(consoleRoot, "dist") });
  const { service } = drill;
  const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  const person = { issuer: "https://bench.example", subject: "bench", name: "Bench", roles: ["triage"] as const };
  const done = await service.access.signInByProvider({ ...person, language: "en", at: Date.now() });
  if (!done.ok) throw new Error("Nobody could sign in.");
  const { session } = done.value;
  const openContext = async (): Promise<BrowserContext> => {
    const context = await browser.newContext({ viewport: { width: 1280, height: 900 }, locale: "en-GB" });
    const cookie = { name: "breakwater-session", value: session, url: service.url };
    await context.addCookies([{ ...cookie, httpOnly: true, sameSite: "Strict" }]);
    return context;
  };
  return {
    ...drill,
    url: service.url,
    openPage: async () => (await openContext()).newPage(),
    close: async () => {
      await browser.close();
      await service.close();
    },
  };
}

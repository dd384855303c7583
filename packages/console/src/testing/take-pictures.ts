// npm run pictures: the pictures of the README, taken from the demo in a real browser. Needs Chromium, and a font with Chinese characters.
import { configSchema, runDemoCommunity, startService, toDemoConfig } from "@breakwater/server/service";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { stdout } from "node:process";
import { fileURLToPath } from "node:url";
import { pino } from "pino";
import type { Page } from "playwright-core";
import { ensureBuilt } from "./build.ts";
import { openBrowser } from "./visit.ts";

type Shot = {
  readonly name: string;
  /** Of the demo's people. */
  readonly who: string;
  readonly path: string;
  readonly scheme?: "light" | "dark";
  /** What is done on the page before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
};

const settleMs = 3000;
const openFirst = async (page: Page): Promise<void> => page.locator("[data-row]").first().click();

const shots: readonly Shot[] = [
  { name: "now", who: "Ana Duarte", path: "" },
  { name: "group", who: "Ana Duarte", path: "groups?kind=campaign", act: openFirst },
  { name: "case", who: "Cho Min-ji", path: "cases", act: openFirst },
  {
    name: "try-a-post",
    who: "Eda Novak",
    path: "claims/try",
    act: async (page) => {
      await page.getByRole("textbox").first().fill("听说跨江大乔5月1日起全部封币，一修就是三年，赶紧转给家人");
      await page.keyboard.press("Control+Enter");
    },
  },
  { name: "evidence", who: "Aud Hansen", path: "evidence", scheme: "dark" },
];

const folder = mkdtempSync(join(tmpdir(), "breakwater-pictures-"));
const target = fileURLToPath(new URL("../../../../docs/images/", import.meta.url));
mkdirSync(target, { recursive: true });
const storage = { data: join(folder, "data"), keys: join(folder, "keys") };
const config = toDemoConfig(configSchema.parse({ service: { port: 0 }, storage }));
const service = await startService(config, pino({ level: "silent" }), { consoleFolder: ensureBuilt() });
const ending = new AbortController();
const entrance = await new Promise<string>((resolve, reject) => {
  let url = "";
  void runDemoCommunity(service, {
    folder: config.storage.data,
    language: "en",
    platformPort: 0,
    signal: ending.signal,
    tell: (event) => {
      if (event.kind === "open") ({ url } = event);
      if (event.kind === "filled") resolve(url);
      if (event.kind === "trouble" || event.kind === "stopped") reject(new Error(event.reason));
    },
  });
});
const browser = await openBrowser();
for (const { name, who, path, scheme = "light", act } of shots) {
  const context = await browser.newContext({
    viewport: { width: 1280, height: 800 },
    colorScheme: scheme,
    locale: "en-GB",
    timezoneId: "UTC",
    reducedMotion: "reduce",
  });
  const page = await context.newPage();
  await page.goto(entrance);
  await page.getByRole("button", { name: who }).click();
  await page.waitForURL("**/console/");
  await page.goto(`${service.url}/console/${path}`);
  await page.waitForTimeout(settleMs);
  await act?.(page);
  await page.waitForTimeout(settleMs);
  await page.screenshot({ path: join(target, `console-${name}.png`) });
  stdout.write(`docs/images/console-${name}.png\n`);
  await context.close();
}
await browser.close();
ending.abort();
await service.close();
rmSync(folder, { recursive: true, force: true });

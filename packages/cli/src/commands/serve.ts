import {
  LockedError,
  runDemoCommunity,
  startService,
  toDemoConfig,
  type Config,
  type DemoEvent,
  type Notice,
  type RunningService,
} from "@breakwater/server/service";
import { fileURLToPath } from "node:url";
import { destination, pino } from "pino";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say, type WordKey } from "../words/catalogue.ts";
import type { Lang, Params } from "../words/phrase.ts";
import type { ServeOptions } from "./serve-options.ts";
import { sayNotice } from "./say-notice.ts";

/** Where set-up builds the console to. */
const consoleFolder = fileURLToPath(new URL("dist/", import.meta.resolve("@breakwater/console/package.json")));

/** Runs the service until it is told to stop. False where it stopped by itself, because something failed. */
export async function serve(options: ServeOptions, terminal: Terminal, stop: AbortSignal): Promise<boolean> {
  const { lang, isDemo } = options;
  const config = isDemo ? toDemoConfig(options.config) : options.config;
  const tell = (key: WordKey, params: Params = {}): void => terminal.out(`${say(key, params)[lang]}\n`);
  tell("serve_starting", { data: config.storage.data });
  const service = await start(config, pino({ level: options.logLevel }, destination(2)));
  tell("serve_ready", { url: service.publicUrl });
  // The demo brings its own people, who have no password.
  const link = isDemo ? null : await service.createSetupLink();
  if (link !== null) tell("serve_setup", { link });
  tell("serve_stop");
  const ending = new AbortController();
  const stopped = new Promise<null>((resolve) => {
    if (stop.aborted) resolve(null);
    stop.addEventListener("abort", () => resolve(null), { once: true });
  });
  const demo = isDemo ? playDemo(service, { config, signal: ending.signal, terminal, lang }) : null;
  const failure = await Promise.race([stopped, service.failed]);
  ending.abort();
  tell("serve_stopping");
  await demo;
  await service.close();
  if (failure === null) tell("serve_stopped");
  else terminal.err(`${say("serve_failed", { reason: failure.message })[lang]}\n`);
  return failure === null;
}

type Tell = (key: WordKey, params?: Params) => void;

async function start(config: Config, logger: Parameters<typeof startService>[1]): Promise<RunningService> {
  try {
    return await startService(config, logger, { consoleFolder });
  } catch (error) {
    if (error instanceof LockedError) throw new CliError(say("error_locked", { path: config.storage.data }), error);
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    if (!["EADDRINUSE", "EACCES", "EADDRNOTAVAIL"].includes(code)) throw error;
    const { address, port } = config.service;
    throw new CliError(say("error_port", { address, port: String(port), code }), error);
  }
}

type DemoView = {
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly terminal: Terminal;
  readonly lang: Lang;
};

/** Plays the made-up community and tells what the service makes of it. */
async function playDemo(service: RunningService, { config, signal, terminal, lang }: DemoView): Promise<void> {
  const tell: Tell = (key, params = {}) => terminal.out(`${say(key, params)[lang]}\n`);
  service.onNotice((notice: Notice) => {
    const words = sayNotice(notice, lang);
    if (words !== null) terminal.out(`${words}\n`);
  });
  let told = 0;
  const { port } = config.service;
  await runDemoCommunity(service, {
    folder: config.storage.data,
    language: lang === "zh" ? "zh-Hans" : "en",
    platformPort: port === 0 ? 0 : port + 1,
    signal,
    tell: (event: DemoEvent) => {
      switch (event.kind) {
        case "connected":
          tell("serve_demo_connected");
          if (event.setupLink !== null) tell("serve_setup", { link: event.setupLink });
          return;
        case "begun":
          return tell("serve_demo");
        case "unstaffed":
          tell("serve_demo_unstaffed");
          if (event.setupLink !== null) tell("serve_setup", { link: event.setupLink });
          return;
        case "open":
          return tell("serve_demo_open", { url: event.url });
        case "filled":
          return tell("serve_demo_filled");
        case "live":
          return tell("serve_demo_live");
        case "stopped":
          return tell("serve_demo_stopped", { reason: event.reason });
        case "trouble":
          return tell("serve_demo_trouble", { reason: event.reason });
        case "progress":
          if (event.retryMs !== undefined) tell("serve_demo_retry", { s: Math.ceil(event.retryMs / 1000) });
          else if (event.phase === "past" && event.sent >= told + 10_000) {
            told = event.sent;
            tell("serve_demo_past", { n: event.sent });
          }
      }
    },
  });
}

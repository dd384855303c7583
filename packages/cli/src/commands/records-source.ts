import {
  askHealth,
  isHeld,
  openRecords,
  toLayout,
  toOwnUrl,
  type AccessLine,
  type ErasureReport,
} from "@breakwater/server/lifecycle";
import { pino } from "pino";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { RecordsOptions } from "./records-options.ts";
import { createServiceRecords } from "./service-records.ts";

/** What is kept of accounts, wherever it is reached. */
export type RecordsSource = {
  readonly erase: (account: string) => Promise<ErasureReport>;
  readonly access: (account: string) => AsyncIterable<AccessLine>;
  readonly close: () => Promise<void>;
};

/** By the service where it runs, else directly. */
export async function openRecordsSource(options: RecordsOptions, terminal: Terminal): Promise<RecordsSource> {
  const { config, token } = options;
  const url = options.url ?? toOwnUrl(config.service);
  const isServed = options.url !== null || (await askHealth(url)).kind === "alive";
  if (isServed) {
    if (token === null) throw new CliError(say("error_no_token", { url, scope: "records:manage" }));
    return createServiceRecords(url, token);
  }
  const { data, lock } = toLayout(config.storage);
  if (isHeld(lock)) throw new CliError(say("error_service_silent", { path: data, url }));
  return openDirectly(options, terminal);
}

async function openDirectly({ config }: RecordsOptions, terminal: Terminal): Promise<RecordsSource> {
  const logger = pino({ level: "error" }, { write: (line) => terminal.err(line) });
  const { desk, close } = await openRecords(config, logger);
  return {
    erase: (account) => desk.erase(account, Date.now()),
    async *access(account) {
      const ticket = await desk.beginAccess(account, Date.now());
      try {
        for (;;) {
          const part = await desk.continueAccess(ticket, Date.now());
          yield* part.lines;
          if (part.isOver) return;
        }
      } finally {
        await desk.endAccess(ticket);
      }
    },
    close,
  };
}

import { randomUUID } from "node:crypto";
import {
  askHealth,
  isHeld,
  openRecords,
  toLayout,
  toOwnUrl,
  type AccessLine,
  type ErasureReport,
} from "@breakwater/server/lifecycle";
import { CliError } from "../cli-error.ts";
import type { Terminal } from "../terminal/terminal.ts";
import { say } from "../words/catalogue.ts";
import type { RecordsOptions } from "./records-options.ts";
import { createServiceRecords } from "./service-records.ts";

/** What is kept of accounts, wherever it is reached. */
export type RecordsSource = {
  readonly erase: (account: string) => Promise<ErasureReport>;
  readonly access: (account: string) => AsyncIterable<AccessLine>;
  readonly close: () => void;
};

/** By the service where it runs, else directly. */
export async function openRecordsSource(options: RecordsOptions, terminal: Terminal): Promise<RecordsSource> {
  const { config, token } = options;
  const url = options.url ?? toOwnUrl(config.service);
  const isServed = options.url !== null || (await askHealth(url)).kind === "alive";
  if (isServed) {
    if (token === null) throw new CliError(say("error_no_token", { url }));
    return createServiceRecords(url, token);
  }
  const { data, lock } = toLayout(config.storage);
  if (isHeld(lock)) throw new CliError(say("error_service_silent", { path: data, url }));
  return openDirectly(options, terminal);
}

function openDirectly({ config }: RecordsOptions, terminal: Terminal): RecordsSource {
  const { desk, close } = openRecords(config, {
    now: Date.now,
    newId: randomUUID,
    monotonicMs: () => performance.now(),
    onFailure: (name, error) => terminal.err(`${name}: ${error instanceof Error ? error.message : String(error)}\n`),
  });
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

import { createServer, type AddressInfo } from "node:net";
import { Worker } from "node:worker_threads";
import type { Logger } from "pino";
import type { Config } from "../config/schema.ts";
import type { Notice } from "../state/outbox.ts";
import { reach, type Caller, type Remote } from "../threads/remote.ts";
import { openFrontSide } from "./front-side.ts";
import { makeFolders, toLayout } from "./layout.ts";
import type { LogServices } from "./log-side.ts";
import { takeLock } from "./process-lock.ts";
import { readSealKey } from "./seal-key.ts";
import type { Setup } from "./setup.ts";
import { openWorld } from "./world.ts";

type LogThread = LogServices & { readonly thread: { readonly close: () => Promise<void> } };

export type RunningService = {
  /** Where it answers on this machine. */
  readonly url: string;
  readonly publicUrl: string;
  readonly access: Remote<LogServices["access"]>;
  /** The one-time link by which the first administrator comes in; null where there are people already. */
  readonly createSetupLink: () => Promise<string | null>;
  readonly onNotice: (listener: (notice: Notice) => void) => void;
  /** Resolves, with why, when a thread has failed: the process should end then. */
  readonly failed: Promise<Error>;
  /** Answers what is being asked, writes what is being written, and gives everything back. */
  readonly close: () => Promise<void>;
};

/**
 * Starts the whole service in this process and resolves once it answers. Throws a `LockedError` where another runs on the same data.
 */
export async function startService(config: Config, logger: Logger): Promise<RunningService> {
  const world = openWorld();
  const layout = toLayout(config.storage);
  makeFolders(layout);
  const lock = takeLock(layout.lock);
  const closers: (() => Promise<void> | void)[] = [lock.release];
  const closeAll = async (): Promise<void> => {
    for (const close of closers.toReversed()) await close();
  };
  try {
    const { address } = config.service;
    const port = config.service.port === 0 ? await findFreePort(address) : config.service.port;
    const publicUrl = config.service.public_url ?? `http://${toHost(address)}:${port}`;
    const setup: Setup = { config, layout, publicUrl, sealKey: readSealKey(layout.sealKey, world.randomBytes) };
    const logThread = await startLogThread(setup);
    closers.push(logThread.close);
    let failure: Error | null = null;
    void logThread.failed.then((error) => (failure = error));
    const front = await openFrontSide(setup, {
      log: logThread.caller.services,
      readiness: () => (failure === null ? { ready: true } : { ready: false, reasons: ["The log has stopped."] }),
      logger,
      world,
    });
    logThread.caller.onWord((word, data) => {
      if (word === "notice") front.hear(data as Notice);
    });
    await front.app.listen({ host: address, port });
    closers.push(front.close);
    const url = `http://${toHost(address)}:${port}`;
    const { access } = logThread.caller.services;
    const onNotice = (listener: (notice: Notice) => void): void =>
      logThread.caller.onWord((word, data) => {
        if (word === "notice") listener(data as Notice);
      });
    return {
      url,
      publicUrl,
      access,
      // Comes with the room's pages.
      createSetupLink: async () => null,
      onNotice,
      failed: logThread.failed,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

type StartedThread = {
  readonly caller: Caller<LogThread>;
  readonly failed: Promise<Error>;
  readonly close: () => Promise<void>;
};

/** Resolves once the thread has opened everything; rejects with what kept it from that. */
function startLogThread(setup: Setup): Promise<StartedThread> {
  const worker = new Worker(new URL("log-thread.ts", import.meta.url), { workerData: setup, name: "log" });
  const caller = reach<LogThread>(worker);
  let isClosing = false;
  const failed = new Promise<Error>((resolve) => {
    const fail = (error: Error): void => {
      caller.fail(error);
      if (!isClosing) resolve(error);
    };
    worker.on("error", (error) => fail(error instanceof Error ? error : new Error(String(error))));
    worker.on("exit", () => fail(new Error("The log thread has ended.")));
  });
  const close = async (): Promise<void> => {
    isClosing = true;
    await caller.services.thread.close();
    await worker.terminate();
  };
  return new Promise((resolve, reject) => {
    caller.onWord((word) => {
      if (word === "ready") resolve({ caller, failed, close });
    });
    void failed.then(reject);
  });
}

/** A port that nobody uses right now. */
function findFreePort(host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen({ host, port: 0 }, () => {
      const { port } = server.address() as AddressInfo;
      server.close(() => resolve(port));
    });
  });
}

/** As it is written in a URL; what means every address is reached on this machine by its loopback. */
function toHost(address: string): string {
  if (address === "0.0.0.0") return "127.0.0.1";
  if (address === "::") return "[::1]";
  return address.includes(":") ? `[${address}]` : address;
}

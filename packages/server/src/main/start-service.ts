import { createServer, type AddressInfo } from "node:net";
import { MessageChannel } from "node:worker_threads";
import { getHeapStatistics } from "node:v8";
import type { Logger } from "pino";
import { Registry } from "prom-client";
import type { Config } from "../config/schema.ts";
import type { Notice } from "../state/outbox.ts";
import type { Remote } from "../threads/remote.ts";
import { startThread } from "../threads/start-thread.ts";
import { toThreadMemory } from "../threads/thread-memory.ts";
import { openFrontSide } from "./front-side.ts";
import { productVersion } from "./version.ts";
import { makeFolders, toLayout } from "./layout.ts";
import type { Judge } from "../detection/judge/judge.ts";
import type { JudgeThreadData } from "./judge-thread.ts";
import type { LogServices } from "./log-side.ts";
import type { LogThreadData } from "./log-thread.ts";
import type { MatcherServices } from "./matcher-services.ts";
import type { MatcherThreadData } from "./matcher-thread.ts";
import { takeLock } from "./process-lock.ts";
import { readSealKey } from "./seal-key.ts";
import type { Setup } from "./setup.ts";
import { addThreadGauges, type ThreadMemories } from "./thread-gauges.ts";
import { openWorld, type ClockShift } from "./world.ts";

/** A judgement of a million actions takes minutes where others work too; the judge finds the same again from its snapshot and the log. */
const judgeCloseMs = 10_000;

type Closing = { readonly close: () => Promise<void> };
type LogThread = LogServices & { readonly thread: Closing };
type JudgeThread = {
  readonly judge: Closing & { readonly status: Judge["status"] };
};

export type RunningService = {
  /** Where it answers on this machine. */
  readonly url: string;
  readonly publicUrl: string;
  readonly access: Remote<LogServices["access"]>;
  /** The one-time link by which the first administrator comes in; null where there are people already. */
  readonly createSetupLink: () => Promise<string | null>;
  readonly judgeStatus: Judge["status"];
  /** What each thread holds, by its name. */
  readonly memories: ThreadMemories;
  readonly onNotice: (listener: (notice: Notice) => void) => void;
  /** Resolves, with why, when a thread has failed: the process should end then. */
  readonly failed: Promise<Error>;
  /** Answers what is being asked, writes what is being written, and gives everything back. */
  readonly close: () => Promise<void>;
};

export type StartOptions = {
  /** Where the built console lies; null where there is none to serve. */
  readonly consoleFolder?: string | null;
  /** For drills: see `ClockShift`. */
  readonly clockShift?: ClockShift | null;
};

/**
 * Starts the whole service in this process and resolves once it answers. Throws a `LockedError` where another runs on the same data.
 */
export async function startService(
  config: Config,
  logger: Logger,
  { clockShift = null, consoleFolder = null }: StartOptions = {},
): Promise<RunningService> {
  const world = openWorld(clockShift);
  const layout = toLayout(config.storage);
  makeFolders(layout);
  const lock = takeLock(layout.lock);
  const closers: (() => Promise<void> | void)[] = [lock.release];
  let closing: Promise<void> | null = null;
  const closeAll = (): Promise<void> => (closing ??= closeEach(closers.toReversed()));
  try {
    const { address } = config.service;
    const port = config.service.port === 0 ? await findFreePort(address) : config.service.port;
    const publicUrl = config.service.public_url ?? `http://${toHost(address)}:${port}`;
    const setup: Setup = { config, layout, publicUrl, sealKey: readSealKey(layout.sealKey, world.randomBytes) };
    const [judging, matching] = [new MessageChannel(), new MessageChannel()];
    const logThread = await startThread<LogThread>(new URL("log-thread.ts", import.meta.url), {
      data: {
        setup,
        judgeLine: judging.port1,
        matcherLine: matching.port1,
        logLevel: logger.level,
        clockShift,
      } satisfies LogThreadData,
      transfer: [judging.port1, matching.port1],
      close: ({ thread }) => thread.close(),
    });
    closers.push(logThread.close);
    const judgeThread = await startThread<JudgeThread>(new URL("judge-thread.ts", import.meta.url), {
      data: { setup, logLine: judging.port2, clockShift } satisfies JudgeThreadData,
      transfer: [judging.port2],
      close: ({ judge }) => judge.close(),
      closeWithinMs: judgeCloseMs,
    });
    closers.push(judgeThread.close);
    const matcherThread = await startThread<MatcherServices>(new URL("matcher-thread.ts", import.meta.url), {
      data: { setup, logLine: matching.port2, clockShift } satisfies MatcherThreadData,
      transfer: [matching.port2],
      close: ({ registry }) => registry.close(),
    });
    closers.push(matcherThread.close);
    judgeThread.caller.onWord((word, data) => {
      if (word === "trouble") logger.error({ trouble: data }, "the judge failed and tries again");
    });
    let failure: Error | null = null;
    const failed = Promise.race([logThread.failed, judgeThread.failed, matcherThread.failed]);
    void failed.then((error) => (failure = error));
    const memories: ThreadMemories = {
      front: async () => toThreadMemory(getHeapStatistics()),
      log: logThread.memory,
      judge: judgeThread.memory,
      matcher: matcherThread.memory,
    };
    const registry = new Registry();
    addThreadGauges(registry, memories);
    const front = await openFrontSide(setup, {
      log: logThread.caller.services,
      matching: matcherThread.caller.services,
      readiness: () => (failure === null ? { ready: true } : { ready: false, reasons: ["A thread has stopped."] }),
      logger,
      world,
      version: productVersion,
      registry,
      consoleFolder,
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
      createSetupLink: async () => (await access.openSetup({ at: world.now() }))?.url ?? null,
      judgeStatus: judgeThread.caller.services.judge.status,
      memories,
      onNotice,
      failed,
      close: closeAll,
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}

/** All of them, in order, also where one fails; the first failure is told once everything was tried. */
async function closeEach(closers: readonly (() => Promise<void> | void)[]): Promise<void> {
  const failures: unknown[] = [];
  for (const close of closers) {
    try {
      await close();
    } catch (error) {
      failures.push(error);
    }
  }
  if (failures.length > 0) throw failures[0];
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

// The log thread: the one that writes.
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { destination, pino } from "pino";
import { offer } from "../threads/remote.ts";
import { openLogSide } from "./log-side.ts";
import type { Setup } from "./setup.ts";
import { openWorld, type ClockShift } from "./world.ts";

export type LogThreadData = {
  readonly setup: Setup;
  /** Where the judge calls, and where the matcher does. */
  readonly judgeLine: MessagePort;
  readonly matcherLine: MessagePort;
  readonly logLevel: string;
  readonly clockShift: ClockShift | null;
};

if (parentPort === null) throw new Error("This is a thread of the service; start the service instead.");
const { setup, judgeLine, matcherLine, logLevel, clockShift } = workerData as LogThreadData;
const logger = pino({ name: "log", level: logLevel }, destination({ dest: 2, sync: true }));
const side = await openLogSide(setup, openWorld(clockShift), logger);
const clocks = [runEvery(side.endEpochs, 100), runEvery(side.tick, 1000)];
const { tell } = offer(parentPort, {
  ...side.services,
  thread: {
    close: async () => {
      for (const clock of clocks) await clock.stop();
      await side.close();
    },
  },
});
const { findings, previews, claims } = side.services;
offer(judgeLine, { findings, previews });
offer(matcherLine, { claims });
side.onNotice((notice) => tell("notice", notice));
tell("ready", null);

/** One at a time, however long it takes. What it throws ends the process: an operator has to see it. */
function runEvery(work: () => Promise<void>, ms: number): { readonly stop: () => Promise<void> } {
  let running: Promise<void> = Promise.resolve();
  let timer: NodeJS.Timeout;
  const again = (): void => {
    timer = setTimeout(() => {
      running = work().then(again);
    }, ms);
  };
  again();
  return {
    stop: async () => {
      clearTimeout(timer);
      await running;
      clearTimeout(timer);
    },
  };
}

// The judge's thread: reads the action log by itself, and hands findings to the log thread.
import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { openActionLogReader } from "../actions/sqlite-action-log-reader.ts";
import type { FindingsSink } from "../detection/judge/judged-epoch.ts";
import { createDirectorySnapshotStore } from "../detection/judge/directory-snapshot-store.ts";
import { createJudge } from "../detection/judge/judge.ts";
import { runWaitingPreview, type Previews } from "../detection/previews/previews.ts";
import { runPreview } from "../detection/previews/run-preview.ts";
import { offer, reach } from "../threads/remote.ts";
import { toJudgeOptions } from "./detector-settings.ts";
import type { Setup } from "./setup.ts";
import { openWorld, type ClockShift } from "./world.ts";

export type JudgeThreadData = {
  readonly setup: Setup;
  /** To the log thread, which takes findings in and knows which previews are asked for. */
  readonly logLine: MessagePort;
  readonly clockShift: ClockShift | null;
};

/** How soon the judge sees that the log has grown. */
const lookEveryMs = 100;
const retryMs = 1000;
const previewEveryMs = 3000;

if (parentPort === null) throw new Error("This is a thread of the service; start the service instead.");
const { setup, logLine, clockShift } = workerData as JudgeThreadData;
const reader = openActionLogReader(setup.layout.actions);
const options = toJudgeOptions(setup.config);
const log = reach<{ readonly findings: FindingsSink; readonly previews: Previews }>(logLine).services;
const judge = await createJudge({
  options,
  reader,
  snapshots: createDirectorySnapshotStore(setup.layout.snapshots),
  now: openWorld(clockShift).now,
  sink: log.findings,
});
const stop = new AbortController();
const { tell } = offer(parentPort, {
  judge: {
    status: () => judge.status(),
    close: async () => {
      stop.abort();
      await running;
      // Only a shortcut for the next start, which may not keep the service from stopping.
      await judge.save().catch((error: unknown) => tell("trouble", String(error)));
      reader.close();
    },
  },
});

/** Steps until it is told to stop; what fails is told and tried again, for the log is still there. */
async function run(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      if ((await judge.step()) !== "idle") continue;
      await tryPreview();
      await wait(lookEveryMs, undefined, { signal: stop.signal }).catch(() => undefined);
    } catch (error) {
      tell("trouble", error instanceof Error ? error.message : String(error));
      await wait(retryMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
}

let askedAt = 0;

/** Runs the preview that waits longest, between judgements, if there is one. */
async function tryPreview(): Promise<void> {
  if (performance.now() - askedAt < previewEveryMs) return;
  askedAt = performance.now();
  await runWaitingPreview(log.previews, (request) => runPreview(request, { ...options, reader }));
}

const running = run();
tell("ready", null);

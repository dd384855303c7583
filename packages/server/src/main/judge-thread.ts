// The judge's thread: reads the action log by itself, and hands findings to the log thread.
import { setTimeout as wait } from "node:timers/promises";
import { parentPort, workerData, type MessagePort } from "node:worker_threads";
import { openActionLogReader } from "../actions/sqlite-action-log-reader.ts";
import type { FindingsSink } from "../detection/judge/judged-epoch.ts";
import { createDirectorySnapshotStore } from "../detection/judge/directory-snapshot-store.ts";
import { createJudge, defaultJudgeOptions } from "../detection/judge/judge.ts";
import { runPreview, type PreviewRequest } from "../detection/previews/run-preview.ts";
import { offer, reach } from "../threads/remote.ts";
import { toDetectorSettings } from "./detector-settings.ts";
import { toEngineOptions } from "../detection/judge/live-options.ts";
import type { Setup } from "./setup.ts";

export type JudgeThreadData = {
  readonly setup: Setup;
  /** To the log thread, which takes the findings in. */
  readonly logLine: MessagePort;
  /** From the log thread, which asks for previews. */
  readonly previewLine: MessagePort;
};

/** How soon the judge sees that the log has grown. */
const lookEveryMs = 100;
const retryMs = 1000;

if (parentPort === null) throw new Error("This is a thread of the service; start the service instead.");
const { setup, logLine, previewLine } = workerData as JudgeThreadData;
const reader = openActionLogReader(setup.layout.actions);
const options = {
  ...defaultJudgeOptions,
  engine: toEngineOptions(toDetectorSettings(setup.config)),
  auditAccounts: setup.config.detection.audits_per_day,
};
const judge = await createJudge({
  options,
  reader,
  snapshots: createDirectorySnapshotStore(setup.layout.snapshots),
  now: Date.now,
  sink: reach<{ readonly findings: FindingsSink }>(logLine).services.findings,
});
offer(previewLine, {
  previews: { run: (request: PreviewRequest) => runPreview(request, { ...options, reader }) },
});
const stop = new AbortController();
const { tell } = offer(parentPort, {
  judge: {
    status: async () => judge.status(),
    close: async () => {
      stop.abort();
      await running;
      await judge.save();
      reader.close();
    },
  },
});

/** Steps until it is told to stop; what fails is told and tried again, for the log is still there. */
async function run(): Promise<void> {
  while (!stop.signal.aborted) {
    try {
      if ((await judge.step()) !== "idle") continue;
      await wait(lookEveryMs, undefined, { signal: stop.signal }).catch(() => undefined);
    } catch (error) {
      tell("trouble", error instanceof Error ? error.message : String(error));
      await wait(retryMs, undefined, { signal: stop.signal }).catch(() => undefined);
    }
  }
}

const running = run();
tell("ready", null);

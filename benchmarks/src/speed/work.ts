// One piece of engine work in a process of its own; prints what it cost as JSON. Run through measureProgram():
//   node --expose-gc benchmarks/src/speed/work.ts stream|batch|hot ACTIONS
import type { Action } from "@breakwater/records";
import { createDetector, defaultOptions, type EngineOptions } from "@breakwater/engine";
import { createSimulation } from "@breakwater/simulator";
import { createRandom } from "../stats/random.ts";

/** Seconds are of the engine alone: making the actions is not counted. */
export type WorkReport = {
  readonly actions: number;
  readonly engineS: number;
  readonly groups: number;
  /** After a forced collection, at each million actions (stream only). */
  readonly memory: readonly { readonly actions: number; readonly heapBytes: number; readonly rssBytes: number }[];
};

const hourMs = 3_600_000;
const pushActions = 10_000;
const startAt = Date.UTC(2026, 0, 5);
const streamOptions: Partial<EngineOptions> = { windowMs: 24 * hourMs, epochMs: 6 * hourMs, latenessMs: 60_000 };

function simulate(actions: number): Iterable<Action> {
  const scenarios = [{ scenario: "copy_paste_hype" }, { scenario: "petition" }, { scenario: "camouflaged" }] as const;
  return createSimulation({ scenarios, actions, seed: 1, startAt, days: 10 }).actions();
}

/** An ordinary stream beside one object that `hot` accounts touch within a day. */
function* simulateHot(hot: number): Iterable<Action> {
  const random = createRandom(1);
  yield* simulate(100_000);
  for (let i = 0; i < hot; i++) {
    const at = Math.floor(startAt + 5 * 24 * hourMs + random() * 24 * hourMs);
    yield { id: `hot-${i}`, at, account: `visitor-${i}`, kind: "repost", objects: [{ kind: "post", id: "hot" }] };
  }
}

function run(actions: Iterable<Action>, options: Partial<EngineOptions>): WorkReport {
  const detector = createDetector({ ...defaultOptions, selection: { kind: "none" }, ...options });
  const isStream = options.epochMs !== undefined;
  let [taken, engineMs, groups] = [0, 0, 0];
  const memory: { actions: number; heapBytes: number; rssBytes: number }[] = [];
  const work = (batch: readonly Action[], watermark: number): void => {
    const started = performance.now();
    detector.push(batch);
    if (isStream || watermark === Number.POSITIVE_INFINITY) {
      for (const findings of detector.advance(watermark)) groups += findings.groups.length;
    }
    engineMs += performance.now() - started;
    if (isStream && Math.floor((taken + batch.length) / 1e6) > Math.floor(taken / 1e6)) {
      globalThis.gc?.();
      const { heapUsed, arrayBuffers, rss } = process.memoryUsage();
      memory.push({ actions: taken + batch.length, heapBytes: heapUsed + arrayBuffers, rssBytes: rss });
    }
    taken += batch.length;
  };
  let batch: Action[] = [];
  for (const action of actions) {
    batch.push(action);
    if (batch.length === pushActions) {
      work(batch, action.at - 1);
      batch = [];
    }
  }
  work(batch, Number.POSITIVE_INFINITY);
  return { actions: taken, engineS: engineMs / 1000, groups, memory };
}

const [kind, count] = [process.argv[2], Number(process.argv[3])];
const report =
  kind === "hot" ? run(simulateHot(count), {}) : run(simulate(count), kind === "stream" ? streamOptions : {});
process.stdout.write(JSON.stringify(report));

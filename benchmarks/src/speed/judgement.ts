import { createDetector, defaultLimits, defaultOptions, type EngineOptions } from "@breakwater/engine";
import type { Action } from "@breakwater/records";
import { createSimulation } from "@breakwater/simulator";
import { medianOf } from "../stats/intervals.ts";
import type { Benchmark, Measurement } from "../harness/benchmark.ts";

const dayMs = 86_400_000;
const startAt = Date.UTC(2026, 0, 1);
/** The middle of a day, when something happens in every epoch. */
const liveAt = startAt + 7.5 * dayMs;
const options: EngineOptions = {
  ...defaultOptions,
  selection: { kind: "none" },
  windowMs: 7 * dayMs,
  epochMs: 900_000,
  limits: { ...defaultLimits, actionsMax: 1_000_000 },
};

type Times = { readonly anew: readonly number[]; readonly kept: readonly number[] };

export const judgement: Benchmark = {
  name: "judgement",
  title: "One judgement of a window, with what the one before found and without",
  method:
    "A simulated community, a window of 7 days, an epoch every 15 minutes. Each epoch is judged twice, in turn: by the detector that judged the epochs before, and by one opened from its snapshot, which has to look at everything anew. Both must find the same to the byte. Wall time of the judgement alone, the middle one of all epochs.",
  needs: [],
  isTimed: true,
  run: async ({ quick, progress }) =>
    (quick ? [20_000, 100_000] : [20_000, 100_000, 300_000, 1_000_000]).flatMap((size) => {
      const { times, actions } = measure(size, quick || size > 100_000 ? 3 : 9);
      const [anew, kept] = [medianOf(times.anew), medianOf(times.kept)];
      progress(
        `${size}: anew ${times.anew.map(Math.round).join(" ")} ms, kept ${times.kept.map(Math.round).join(" ")} ms`,
      );
      const row = {
        table: "Judgement",
        what: `${actions.toLocaleString("en-US")} actions in the window`,
        data: "simulator",
        seed: "11",
        interval: null,
      };
      return [
        { ...row, metric: "anew s", value: anew / 1000 },
        { ...row, metric: "kept s", value: kept / 1000 },
        { ...row, metric: "anew / kept", value: anew / kept },
      ] satisfies Measurement[];
    }),
};

function measure(size: number, epochs: number): { readonly times: Times; readonly actions: number } {
  const simulation = createSimulation({
    seed: 11,
    startAt,
    days: 9,
    actions: Math.round((size * 9) / 7),
    scenarios: [],
  });
  const stream = simulation.actions()[Symbol.iterator]();
  const kept = createDetector(options);
  let waiting: Action | null = null;
  const pushUntil = (end: number): void => {
    for (;;) {
      const next = waiting ?? stream.next().value ?? null;
      waiting = next;
      if (next === null || next.at > end) return;
      kept.push([next]);
      waiting = null;
    }
  };
  pushUntil(liveAt);
  kept.skip(liveAt - options.epochMs);
  kept.advance(liveAt);
  const [anewMs, keptMs]: [number[], number[]] = [[], []];
  let actions = 0;
  for (let end = liveAt + options.epochMs; keptMs.length < epochs; end += options.epochMs) {
    pushUntil(end);
    const fresh = createDetector(options, kept.snapshot());
    const judge = (detector: typeof kept, times: number[]): string => {
      const began = performance.now();
      const findings = detector.advance(end);
      times.push(performance.now() - began);
      actions = findings[0]?.population.actions ?? 0;
      return JSON.stringify(findings);
    };
    const isFreshFirst = keptMs.length % 2 === 0;
    const first = isFreshFirst ? judge(fresh, anewMs) : judge(kept, keptMs);
    const second = isFreshFirst ? judge(kept, keptMs) : judge(fresh, anewMs);
    if (first !== second) throw new Error("The two found different things.");
  }
  return { times: { anew: anewMs, kept: keptMs }, actions };
}

import { createSimulation, type ScenarioSetting } from "@breakwater/simulator";
import type { DetectionGroup } from "../groups/group.ts";
import { createJudge, defaultJudgeOptions, type Judge } from "../judge/judge.ts";
import { defaultDetectorSettings, toEngineOptions } from "../judge/live-options.ts";
import { createMemorySnapshotStore } from "../judge/memory-snapshot-store.ts";
import { createGrowingLog } from "./growing-log.ts";
import { openRoom, type Room } from "./open-room.ts";
import { day0, dayMs, hourMs } from "./pieces.ts";

const epochMs = 2 * hourMs;
const engine = toEngineOptions({ ...defaultDetectorSettings, epochMs, windowMs: 2 * dayMs });
const days = 7;

/** Honest crowds that are coordinated, each in its own way. */
export const crowds: readonly ScenarioSetting[] = [
  { scenario: "petition" },
  { scenario: "fan_club" },
  { scenario: "share_button" },
  { scenario: "breaking_news" },
  { scenario: "live_bloggers" },
];
/** Goes on from 34 to 82 hours after midnight. */
export const campaign: ScenarioSetting = {
  scenario: "copy_paste_hype",
  size: 30,
  join: 0.9,
  start: 0.2,
  spreadDays: 2,
};

export type LivedCommunity = {
  readonly room: Room;
  /** Accounts of planted campaigns. */
  readonly army: ReadonlySet<string>;
  readonly groups: readonly DetectionGroup[];
};

/** A week of a community, streamed through log, judge and stores epoch by epoch; every few epochs the judge is killed. */
export async function liveThrough(scenarios: readonly ScenarioSetting[], seed: number): Promise<LivedCommunity> {
  const simulation = createSimulation({ scenarios, actions: 4000, seed, startAt: day0, days });
  const log = createGrowingLog();
  const room = openRoom("sqlite", { observeMs: 0, endAfterEpochs: 12 });
  const snapshots = createMemorySnapshotStore();
  const open = (): Promise<Judge> =>
    createJudge({
      options: { ...defaultJudgeOptions, engine, batchRecords: 500 },
      reader: log,
      snapshots,
      now: () => room.clock.at,
      sink: room.detection.findings,
    });
  let judge = await open();
  let end = day0 + epochMs;
  const finishEpoch = async (): Promise<void> => {
    log.watermark(end);
    room.clock.at = end;
    end += epochMs;
    if ((end / epochMs) % 5 === 0) judge = await open();
    while ((await judge.step()) !== "idle");
  };
  for (const action of simulation.actions()) {
    while (action.at > end) await finishEpoch();
    log.add("forum", action);
  }
  await finishEpoch();
  const army = new Set(simulation.truth.filter(({ nature }) => nature === "campaign").map(({ account }) => account));
  const groups = await room.store.list({ limit: 1000 });
  return { room, army, groups };
}

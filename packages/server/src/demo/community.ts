import type { Action } from "@breakwater/records";
import { createSimulation, type ScenarioSetting } from "@breakwater/simulator";

const minuteMs = 60_000;
const hourMs = 60 * minuteMs;
const dayMs = 24 * hourMs;

/** What the made-up community has behind it when it is first seen, and how long it then goes on. */
export const demoSpan = { pastMs: 14 * dayMs, liveMs: 7 * dayMs } as const;

/** Enough that a population stands behind the crowds, few enough that one judgement takes about a second. */
const actionsTotal = 42_000;

export type DemoCommunity = {
  /** In order of time. May be asked for again. */
  readonly actions: () => Iterable<Action>;
  /** When what happened before ends and life begins, ms since 1970 UTC. */
  readonly liveAt: number;
  readonly endAt: number;
  /** When the first campaign that one can watch begins. */
  readonly campaignAt: number;
};

/** Fourteen days of a community with campaigns and honest crowds, and a week to come whose first campaign begins within the minute. */
export function createDemoCommunity(liveAt: number, seed: number): DemoCommunity {
  const startAt = liveAt - demoSpan.pastMs;
  const campaignAt = liveAt + 20_000;
  const days = (demoSpan.pastMs + demoSpan.liveMs) / dayMs;
  const simulation = createSimulation({
    seed,
    startAt,
    days,
    actions: actionsTotal,
    scenarios: [...pastScenarios(startAt), ...liveScenarios(liveAt, campaignAt)],
  });
  return { actions: () => simulation.actions(), liveAt, endAt: startAt + days * dayMs, campaignAt };
}

function pastScenarios(startAt: number): readonly ScenarioSetting[] {
  const after = (days: number): number => startAt + days * dayMs;
  return [
    { scenario: "school_address", beginAt: after(1) },
    { scenario: "petition", beginAt: after(2) },
    { scenario: "copy_paste_hype", beginAt: after(4), spreadDays: 2 },
    { scenario: "fan_club", beginAt: after(6) },
    { scenario: "share_button", beginAt: after(8) },
    { scenario: "mass_reporting", beginAt: after(9) },
    { scenario: "breaking_news", beginAt: after(12) },
  ];
}

function liveScenarios(liveAt: number, campaignAt: number): readonly ScenarioSetting[] {
  const quick = { spreadDays: (3 * minuteMs) / dayMs, jitterMs: 12_000 };
  return [
    { scenario: "copy_paste_hype", beginAt: campaignAt, ...quick },
    { scenario: "breaking_news", beginAt: liveAt + 8 * minuteMs, spreadDays: 0.02 },
    { scenario: "review_bombing", beginAt: liveAt + 25 * minuteMs, spreadDays: 0.05 },
    { scenario: "petition", beginAt: liveAt + hourMs, spreadDays: 1 },
    { scenario: "live_room_inflation", beginAt: liveAt + 3 * hourMs, spreadDays: 0.2 },
    { scenario: "paraphrase_army", beginAt: liveAt + 20 * hourMs, spreadDays: 1 },
    { scenario: "slow_drip", beginAt: liveAt + 30 * hourMs, spreadDays: 4 },
  ];
}

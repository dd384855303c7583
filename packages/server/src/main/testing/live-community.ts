import type { Action } from "@breakwater/records";
import { createSimulation } from "@breakwater/simulator";

const minuteMs = 60_000;
const dayMs = 86_400_000;
const pastDays = 2;

/**
 * A small community in order of time: two days until `liveAt` with a campaign at their end, and then life, in which a campaign begins every
 * two minutes. Few enough that a judgement takes less than a second, enough that the campaigns stand out.
 */
export function createLiveCommunity(liveAt: number, minutes: number, seed: number): readonly Action[] {
  const startAt = liveAt - pastDays * dayMs;
  const copy = { scenario: "copy_paste_hype", jitterMs: 8000, size: 20, spreadDays: minuteMs / dayMs } as const;
  const live = Array.from({ length: Math.ceil(minutes / 2) }, (_, i) => ({
    ...copy,
    beginAt: liveAt + i * 2 * minuteMs + 2000,
  }));
  const past = { ...copy, size: 30, beginAt: liveAt - dayMs / 4 };
  // A scenario near to the end of the period would be moved to an earlier time.
  const days = pastDays + 0.5 + (minutes * minuteMs) / dayMs;
  return [...createSimulation({ seed, startAt, days, actions: 1500, scenarios: [past, ...live] }).actions()];
}

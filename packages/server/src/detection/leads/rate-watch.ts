import type { FamilyName } from "@breakwater/engine";
import type { DetectionShelves } from "./detection-shelves.ts";
import { toSortableKey } from "./detection-shelves.ts";
import type { FamilyState, LeadDay, RateJump } from "./detector-state.ts";
import type { LeadPolicy } from "./lead-policy.ts";
import { testRateJump } from "./statistics.ts";

const dayMs = 86_400_000;
const daysKept = 90;

export function toDay(at: number): number {
  return Math.floor(at / dayMs) * dayMs;
}

export async function readDay(shelves: DetectionShelves, at: number): Promise<LeadDay> {
  const day = toDay(at);
  return (await shelves.days.get(toSortableKey(day))) ?? { day, opened: 0, byFamily: {} };
}

export async function writeDay(shelves: DetectionShelves, day: LeadDay): Promise<void> {
  const isNew = (await shelves.days.get(toSortableKey(day.day))) === null;
  await shelves.days.put(toSortableKey(day.day), day);
  if (!isNew) return;
  for (const old of await shelves.days.list()) {
    if (old.day < day.day - daysKept * dayMs) await shelves.days.remove(toSortableKey(old.day));
  }
}

/**
 * Counts a group that became worth a lead for the families that spoke in it, and pauses each whose day has thereby become too unlikely under its own past. The past are
 * the whole days since this detector began: another detector has another rate. As counts only grow within a day, looking after each is no more
 * often wrong than looking once in the evening. Gives the families that were paused now.
 */
export async function countWorthy(
  families: readonly FamilyName[],
  {
    shelves,
    policy,
    at,
    detectorSince,
  }: {
    readonly shelves: DetectionShelves;
    readonly policy: LeadPolicy;
    readonly at: number;
    readonly detectorSince: number;
  },
): Promise<readonly FamilyState[]> {
  const day = await readDay(shelves, at);
  const byFamily = { ...day.byFamily };
  for (const family of families) byFamily[family] = (byFamily[family] ?? 0) + 1;
  await writeDay(shelves, { ...day, byFamily });
  const past = await listPastDays(shelves, { policy, today: day.day, detectorSince });
  if (past === null) return [];
  const paused: FamilyState[] = [];
  for (const family of families) {
    const state = await shelves.families.get(family);
    if (state?.state === "paused") continue;
    const excused = state !== null && toDay(state.resumed?.at ?? -1) === day.day ? state.excused : 0;
    const jump = measureJump((byFamily[family] ?? 0) - excused, { family, ...past });
    if (jump.today < policy.pauseLeadsMin || jump.p > policy.pauseLevel) continue;
    const next: FamilyState = { family, state: "paused", since: at, jump, resumed: state?.resumed ?? null, excused };
    await shelves.families.put(family, next);
    paused.push(next);
  }
  return paused;
}

type Past = { readonly days: readonly LeadDay[]; readonly pastDays: number };

/** Null where too few whole days have passed. Days without any lead have no record, and count. */
async function listPastDays(
  shelves: DetectionShelves,
  {
    policy,
    today,
    detectorSince,
  }: { readonly policy: LeadPolicy; readonly today: number; readonly detectorSince: number },
): Promise<Past | null> {
  const whole = (today - toDay(detectorSince)) / dayMs - 1;
  const pastDays = Math.min(policy.pauseDaysMax, whole);
  if (pastDays < policy.pauseDaysMin) return null;
  const days = await shelves.days.list({ after: toSortableKey(today - (pastDays + 1) * dayMs) });
  return { days: days.filter(({ day }) => day < today), pastDays };
}

function measureJump(today: number, { family, days, pastDays }: Past & { readonly family: FamilyName }): RateJump {
  const past = days.reduce((sum, { byFamily }) => sum + (byFamily[family] ?? 0), 0);
  return { today, past, pastDays, p: testRateJump(today, past, pastDays) };
}

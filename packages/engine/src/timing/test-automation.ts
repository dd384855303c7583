import type { FamilyTest } from "../contract/family-test.ts";
import { gammaTail } from "../math/distributions.ts";
import { habitNames, type HabitName, type Habits } from "./habits.ts";
import { countGroupValues, testHolders } from "../math/holders.ts";

const membersMin = 3;

type Judged = {
  readonly statistic: HabitName | "same_schedule";
  readonly observed: number;
  readonly expected: number;
  readonly p: number;
};

/**
 * Do the group's accounts keep a machine's hours beyond what accounts of equal activity do? Ranks inside each
 * activity stratum are joined over members by Fisher's sum, which draws without replacement only make safer; the same
 * schedule is tested as concentration is, on the minutes and seconds that each account favours beyond chance. The four statistics depend on one another: the
 * family's p is the least times their number (Bonferroni). How deep p reaches is bounded by the size of the strata.
 * `observed` and `expected` are means over members, for a habit of the habit and of its stratum's median.
 */
export function testAutomation(input: { readonly habits: Habits; readonly members: Int32Array }): FamilyTest {
  const { habits, members } = input;
  const judged: Judged[] = [];
  let have = 0;
  for (const habit of habitNames) {
    const known = members.filter((account) => !Number.isNaN(habits.ranks[habit][account]));
    have = Math.max(have, known.length);
    if (known.length < membersMin) continue;
    const mean = (values: Float64Array): number =>
      known.reduce((sum, account) => sum + values[account], 0) / known.length;
    const surprise = known.reduce((sum, account) => sum - Math.log(habits.ranks[habit][account]), 0);
    judged.push({
      statistic: habit,
      observed: mean(habits.values[habit]),
      expected: mean(habits.typical[habit]),
      p: gammaTail(known.length, surprise),
    });
  }
  const schedule = testSchedule(habits, members);
  if (schedule !== null) judged.push(schedule);
  const strongest = judged.reduce<Judged | null>(
    (best, each) => (best === null || each.p < best.p ? each : best),
    null,
  );
  if (strongest === null) return { kind: "too_little", reason: "accounts_with_eight_actions", have, need: membersMin };
  const { start, index } = habits.rows;
  const rows = [...members].flatMap((account) => [...index.subarray(start[account], start[account + 1])]);
  return {
    kind: "tested",
    ...strongest,
    p: Math.min(1, strongest.p * judged.length),
    effect: null,
    rows: Int32Array.from(rows).sort(),
  };
}

/** Fewer accounts with a schedule than this, over all, are no population to compare with. */
const scheduledMin = 20;

function testSchedule(habits: Habits, members: Int32Array): Judged | null {
  const { schedule } = habits;
  const keeps = (account: number): boolean => schedule.start[account + 1] > schedule.start[account];
  const known = members.filter(keeps).length;
  if (known < membersMin || schedule.accountsKnown - known < scheduledMin) return null;
  const top = countGroupValues(schedule, members)[0];
  return {
    statistic: "same_schedule",
    observed: top.held,
    expected: (known * (schedule.held[top.value] - top.held)) / (schedule.accountsKnown - known),
    p: testHolders(schedule, members).p,
  };
}

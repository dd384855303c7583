import type { ActionTable } from "../contract/table.ts";
import { binomialTail } from "../math/distributions.ts";
import { indexHolders, type Holders } from "../math/holders.ts";
import { listAccountRows, type AccountRows } from "./account-rows.ts";

/** How machine-like each account's hours are, as its rank among accounts of equal activity. Made once per epoch. */
export type Habits = {
  readonly rows: AccountRows;
  /** One value per account and habit: share of its stratum at least as extreme, in (0, 1]; NaN where not judged. */
  readonly ranks: Readonly<Record<HabitName, Float64Array>>;
  /** The habit itself, for display; NaN where not judged. */
  readonly values: Readonly<Record<HabitName, Float64Array>>;
  /** Median of each habit in the account's stratum. */
  readonly typical: Readonly<Record<HabitName, Float64Array>>;
  /** Minutes of the hour (0–59) and seconds of the minute (60–119) that an account acts at beyond chance. */
  readonly schedule: Holders;
};

export const habitNames = ["even_gaps", "clock_beat", "sleepless"] as const;
export type HabitName = (typeof habitNames)[number];

const actionsMin = 8;
const stratumMin = 20;
const scheduleLevel = 1e-4;
const hourMs = 3_600_000;

/**
 * Even gaps: share of gaps within a tick or 2% of the account's median gap. Clock beat: how tightly its actions sit at
 * one place of the minute (of the hour, on a minute's clock), by the squared mean resultant. Sleepless: hours of the
 * day, of 24, outside its longest daily quiet. Accounts with fewer than eight actions are not judged. Strata double in
 * activity; one with fewer than 20 accounts is not judged. Cost: linear, and a sort per stratum.
 */
export function summariseHabits(table: ActionTable, tickMs: number): Habits {
  const rows = listAccountRows(table);
  const { count } = table.accounts;
  const blank = (): Record<HabitName, Float64Array> => ({
    even_gaps: new Float64Array(count).fill(Number.NaN),
    clock_beat: new Float64Array(count).fill(Number.NaN),
    sleepless: new Float64Array(count).fill(Number.NaN),
  });
  const [values, ranks, typical] = [blank(), blank(), blank()];
  const strata = new Map<number, number[]>();
  for (let account = 0; account < count; account += 1) {
    const own = rows.index.subarray(rows.start[account], rows.start[account + 1]);
    if (own.length < actionsMin) continue;
    const at = Float64Array.from(own, (row) => table.at[row]);
    values.even_gaps[account] = measureEvenness(at, tickMs);
    values.clock_beat[account] = measureBeat(at, tickMs);
    values.sleepless[account] = measureWaking(at, tickMs);
    const stratum = Math.floor(Math.log2(own.length));
    const listed = strata.get(stratum);
    if (listed === undefined) strata.set(stratum, [account]);
    else listed.push(account);
  }
  for (const accounts of strata.values()) {
    if (accounts.length < stratumMin) continue;
    for (const habit of habitNames) rank(accounts, values[habit], { ranks: ranks[habit], typical: typical[habit] });
  }
  return { rows, ranks, values, typical, schedule: summariseSchedules(table, rows, tickMs) };
}

function summariseSchedules(table: ActionTable, rows: AccountRows, tickMs: number): Holders {
  const steps = [
    { stepMs: 60_000, from: 0 },
    { stepMs: 1000, from: 60 },
  ].filter((step) => step.stepMs >= tickMs);
  const counts = new Int32Array(60);
  const isBeyondChance = createPlaceTest();
  return indexHolders(table.accounts.count, (account) => {
    const own = rows.index.subarray(rows.start[account], rows.start[account + 1]);
    if (own.length < actionsMin) return [];
    const places: number[] = [];
    for (const { stepMs, from } of steps) {
      counts.fill(0);
      for (const row of own) counts[Math.floor(table.at[row] / stepMs) % 60] += 1;
      for (let place = 0; place < 60; place += 1) {
        if (isBeyondChance(counts[place], own.length)) places.push(from + place);
      }
    }
    return places;
  });
}

/** Whether so many of an account's actions at one place of sixty are beyond chance; accounts ask for the same few again and again. */
function createPlaceTest(): (count: number, of: number) => boolean {
  const known = new Map<number, boolean>();
  return (count, of) => {
    if (count <= 2) return false;
    const name = of * 2 ** 26 + count;
    let answer = known.get(name);
    if (answer === undefined) {
      answer = binomialTail(count, of, 1 / 60) <= scheduleLevel;
      known.set(name, answer);
    }
    return answer;
  };
}

function rank(
  accounts: readonly number[],
  values: Float64Array,
  out: { readonly ranks: Float64Array; readonly typical: Float64Array },
): void {
  const judged = accounts.filter((account) => !Number.isNaN(values[account]));
  const sorted = [...judged].sort((a, b) => values[b] - values[a] || a - b);
  const median = sorted.length === 0 ? Number.NaN : values[sorted[sorted.length >> 1]];
  for (let first = 0; first < sorted.length;) {
    let last = first;
    while (last + 1 < sorted.length && values[sorted[last + 1]] === values[sorted[first]]) last += 1;
    for (let i = first; i <= last; i += 1) {
      // Ties take the worst rank among them, which errs on the safe side.
      out.ranks[sorted[i]] = (last + 1) / sorted.length;
      out.typical[sorted[i]] = median;
    }
    first = last + 1;
  }
}

export function measureEvenness(at: Float64Array, tickMs: number): number {
  const gaps = Float64Array.from({ length: at.length - 1 }, (_, i) => at[i + 1] - at[i]);
  const median = gaps.slice().sort()[gaps.length >> 1];
  // Gaps of a few ticks are equal by rounding, not by a timer.
  if (median < 4 * tickMs) return 0;
  const within = Math.max(tickMs, 0.02 * median);
  return gaps.filter((gap) => Math.abs(gap - median) <= within).length / gaps.length;
}

export function measureBeat(at: Float64Array, tickMs: number): number {
  const period = tickMs < 60_000 ? 60_000 : hourMs;
  if (tickMs >= hourMs) return Number.NaN;
  let [x, y] = [0, 0];
  for (const time of at) {
    const angle = (2 * Math.PI * (time % period)) / period;
    x += Math.cos(angle);
    y += Math.sin(angle);
  }
  return (x * x + y * y) / (at.length * at.length);
}

export function measureWaking(at: Float64Array, tickMs: number): number {
  if (tickMs > hourMs) return Number.NaN;
  const hours = new Set(Array.from(at, (time) => Math.floor(time / hourMs) % 24));
  let [quiet, longest] = [0, 0];
  for (let hour = 0; hour < 48; hour += 1) {
    quiet = hours.has(hour % 24) ? 0 : quiet + 1;
    longest = Math.max(longest, Math.min(quiet, 24));
  }
  return 24 - longest;
}

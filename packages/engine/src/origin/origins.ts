import type { ActionTable } from "../contract/table.ts";
import { indexHolders, type Holders } from "../math/holders.ts";
import { listAccountRows, type AccountRows } from "../timing/account-rows.ts";

/** When accounts came and when they woke, in steps wide enough to share. Made once per epoch. */
export type Origins = {
  readonly rows: AccountRows;
  readonly kinds: readonly { readonly name: OriginKind; readonly holders: Holders }[];
  /** First row after each account's longest silence, -1 for those that never fell silent. */
  readonly wakingRow: Int32Array;
};

export type OriginKind = "registered_within_hour" | "registered_within_day" | "woke_within_hour" | "woke_within_day";

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const silenceMinMs = 7 * dayMs;

/**
 * A silence is at least a week in which an account that existed did nothing, and at least a fifth of the window; it
 * is counted from its creation or from the window's start, and again between any two of its actions. What came
 * before the window is not known and not guessed. Cost: linear in the table.
 */
export function summariseOrigins(table: ActionTable): Origins {
  const rows = listAccountRows(table);
  const { createdAt } = table.accounts;
  const wakingRow = listWakingRows(table, rows);
  const wokeAt = Float64Array.from(wakingRow, (row) => (row < 0 ? Number.NaN : table.at[row]));
  return {
    rows,
    wakingRow,
    kinds: [
      { name: "registered_within_hour", holders: shareSteps(createdAt, hourMs) },
      { name: "registered_within_day", holders: shareSteps(createdAt, dayMs) },
      { name: "woke_within_hour", holders: shareSteps(wokeAt, hourMs) },
      { name: "woke_within_day", holders: shareSteps(wokeAt, dayMs) },
    ],
  };
}

/** Steps that some account is in are numbered by first appearance, so that decades of hours stay small. */
function shareSteps(times: Float64Array, stepMs: number): Holders {
  const ordinals = new Map<number, number>();
  const ordinalOf = (at: number): number => {
    const step = Math.floor(at / stepMs);
    const known = ordinals.get(step);
    if (known !== undefined) return known;
    ordinals.set(step, ordinals.size);
    return ordinals.size - 1;
  };
  return indexHolders(times.length, (account) => (Number.isNaN(times[account]) ? [] : [ordinalOf(times[account])]));
}

function listWakingRows(table: ActionTable, rows: AccountRows): Int32Array {
  const waking = new Int32Array(table.accounts.count).fill(-1);
  if (table.count === 0) return waking;
  const [begin, end] = [table.at[0], table.at[table.count - 1]];
  const least = Math.max(silenceMinMs, (end - begin) / 5);
  for (let account = 0; account < table.accounts.count; account += 1) {
    const created = table.accounts.createdAt[account];
    // Without a creation time the account may have been born at its first action.
    let last = Number.isNaN(created) ? Number.POSITIVE_INFINITY : Math.max(created, begin);
    let longest = least;
    for (let slot = rows.start[account]; slot < rows.start[account + 1]; slot += 1) {
      const row = rows.index[slot];
      if (table.at[row] - last >= longest) {
        longest = table.at[row] - last;
        waking[account] = row;
      }
      last = table.at[row];
    }
  }
  return waking;
}

import type { Columns } from "../data/columns.ts";
import type { Random } from "../stats/random.ts";

export type SwapOptions = {
  /** Rows of one stratum exchange accounts with each other only. */
  readonly stratumOf: (row: number) => string;
  /** Attempted swaps per row. */
  readonly attemptsPerRow: number;
  readonly random: Random;
};

/**
 * Who met whom on which object, dealt anew under null B: inside a stratum two rows exchange their accounts, so every
 * account keeps its number of actions per stratum and every object its number and times. A swap that would put an
 * account on an object where it already is, is refused, so that nobody's repetition is invented.
 * Cost: linear in rows × attempts.
 */
export function swapAccounts(rows: Columns, options: SwapOptions): Columns {
  const account = toOrdinals(rows.account);
  const object = toOrdinals(rows.object);
  const objects = Math.max(-1, ...new Set(object)) + 1;
  const present = new Map<number, number>();
  const keyOf = (row: number, by: number): number => account[by] * objects + object[row];
  const add = (key: number, step: number): void => {
    const count = (present.get(key) ?? 0) + step;
    if (count === 0) present.delete(key);
    else present.set(key, count);
  };
  for (let row = 0; row < account.length; row++) add(keyOf(row, row), 1);
  for (const stratum of listStrata(rows, options.stratumOf)) {
    for (let attempt = stratum.length * options.attemptsPerRow; attempt > 0; attempt--) {
      const first = stratum[Math.floor(options.random() * stratum.length)];
      const second = stratum[Math.floor(options.random() * stratum.length)];
      if (account[first] === account[second] || object[first] === object[second]) continue;
      if (present.has(keyOf(first, second)) || present.has(keyOf(second, first))) continue;
      for (const row of [first, second]) add(keyOf(row, row), -1);
      [account[first], account[second]] = [account[second], account[first]];
      for (const row of [first, second]) add(keyOf(row, row), 1);
    }
  }
  const names = [...new Set(rows.account)];
  return { ...rows, account: Array.from(account, (ordinal) => names[ordinal]) };
}

function listStrata(rows: Columns, stratumOf: (row: number) => string): readonly (readonly number[])[] {
  const strata = new Map<string, number[]>();
  for (let row = 0; row < rows.account.length; row++) {
    const known = strata.get(stratumOf(row));
    if (known === undefined) strata.set(stratumOf(row), [row]);
    else known.push(row);
  }
  return [...strata.values()];
}

/** Ordinals in order of first appearance, the order in which a Set keeps them. */
function toOrdinals(values: readonly string[]): Int32Array {
  const ordinal = new Map<string, number>();
  return Int32Array.from(values, (value) => {
    const known = ordinal.get(value) ?? ordinal.size;
    ordinal.set(value, known);
    return known;
  });
}

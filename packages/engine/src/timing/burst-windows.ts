/** One scale of a sliding window over actions that are added and, in any order, removed. */
export interface SlidingCount {
  add(account: number, source: number): void;
  remove(account: number, source: number): void;
  /** Distinct accounts, those around one source counted as one: what an object draws is judged on that object. */
  readonly size: number;
}

/** Counts in growing typed arrays, indexed by ordinals of accounts and sources (`source` -1: none). */
export function createSlidingCount(): SlidingCount {
  let byAccount = new Int32Array(64);
  let bySource = new Int32Array(64);
  let accounts = 0;
  let repeats = 0;
  return {
    add(account, source) {
      if (account >= byAccount.length) byAccount = grow(byAccount, account);
      if (byAccount[account]++ === 0) accounts += 1;
      if (source < 0) return;
      if (source >= bySource.length) bySource = grow(bySource, source);
      if (bySource[source]++ > 0) repeats += 1;
    },
    remove(account, source) {
      if (--byAccount[account] === 0) accounts -= 1;
      if (source >= 0 && --bySource[source] > 0) repeats -= 1;
    },
    get size() {
      return Math.max(0, accounts - repeats);
    },
  };
}

function grow(values: Int32Array<ArrayBuffer>, index: number): Int32Array<ArrayBuffer> {
  const larger = new Int32Array(Math.max(index + 1, values.length * 2));
  larger.set(values);
  return larger;
}

import { testSharedValues, type SharedValues, type ValueClass } from "./shared-values.ts";

/** Who holds which values: each account once per value. Account a holds `values[start[a] .. start[a + 1])`. */
export type Holders = {
  readonly start: Int32Array;
  readonly values: Int32Array;
  /** Accounts per value. */
  readonly held: Int32Array;
  /** Region in which nine of ten of a value's accounts are, or -1. */
  readonly region: Int32Array;
  /** Region of each account, or -1, and how much is held in each region. */
  readonly accountRegion: Int32Array;
  readonly heldInRegion: Int32Array;
  readonly total: number;
  readonly accountsKnown: number;
};

/** A count of one value in a group. */
export type GroupValue = { readonly value: number; readonly held: number };

/** `value(account)` may repeat and holds -1 for what is not known; regions, where given, only narrow the comparison. */
export function indexHolders(
  accounts: number,
  list: (account: number) => readonly number[],
  accountRegion: Int32Array = new Int32Array(accounts).fill(-1),
): Holders {
  const start = new Int32Array(accounts + 1);
  const values: number[] = [];
  let accountsKnown = 0;
  for (let account = 0; account < accounts; account += 1) {
    const own = [...new Set(list(account))].filter((value) => value >= 0).sort((a, b) => a - b);
    if (own.length > 0) accountsKnown += 1;
    for (const value of own) values.push(value);
    start[account + 1] = values.length;
  }
  const size = values.reduce((most, value) => Math.max(most, value + 1), 0);
  const held = new Int32Array(size);
  for (const value of values) held[value] += 1;
  const regions = accountRegion.reduce((most, region) => Math.max(most, region + 1), 0);
  const heldInRegion = new Int32Array(regions);
  const base = { start, values: Int32Array.from(values), held, accountRegion, heldInRegion, accountsKnown };
  for (let account = 0; account < accounts; account += 1) {
    const region = accountRegion[account];
    if (region >= 0) heldInRegion[region] += start[account + 1] - start[account];
  }
  return { ...base, region: findRegions(base), total: values.length };
}

function findRegions(holders: Pick<Holders, "start" | "values" | "held" | "accountRegion">): Int32Array {
  const { start, values, held, accountRegion } = holders;
  // Boyer–Moore: the only region that can hold a majority; then its share is counted.
  const candidate = new Int32Array(held.length).fill(-1);
  const lead = new Int32Array(held.length);
  const count = new Int32Array(held.length);
  const visit = (look: (value: number, region: number) => void): void => {
    for (let account = 0; account + 1 < start.length; account += 1) {
      for (let slot = start[account]; slot < start[account + 1]; slot += 1) look(values[slot], accountRegion[account]);
    }
  };
  visit((value, region) => {
    if (lead[value] === 0) candidate[value] = region;
    lead[value] += candidate[value] === region ? 1 : -1;
  });
  visit((value, region) => {
    if (region === candidate[value]) count[value] += 1;
  });
  return candidate.map((region, value) => (count[value] >= 0.9 * held[value] ? region : -1));
}

/** What the group's accounts hold, most held first. */
export function countGroupValues(holders: Holders, members: Int32Array): readonly GroupValue[] {
  const counts = new Map<number, number>();
  for (const account of members) {
    for (let slot = holders.start[account]; slot < holders.start[account + 1]; slot += 1) {
      counts.set(holders.values[slot], (counts.get(holders.values[slot]) ?? 0) + 1);
    }
  }
  return [...counts]
    .map(([value, held]) => ({ value, held }))
    .sort((a, b) => b.held - a.held || holders.held[a.value] - holders.held[b.value] || a.value - b.value);
}

/** A region narrows the comparison only where it has this many times what the group holds there. */
const regionShareMin = 5;

/**
 * Tests a group's values against its population. Members who hold many values are compared with as many holdings,
 * so that activity is conditioned on. Values of one region are compared inside it: people of one town share
 * networks without any plan. Cost: values of the population, and the convolution of `testSharedValues`.
 */
export function testHolders(holders: Holders, members: Int32Array): SharedValues {
  const counts = countGroupValues(holders, members);
  const laws = createLaws(holders, members);
  const classes = new Map<string, ValueClass & { values: number }>();
  for (let value = 0; value < holders.held.length; value += 1) {
    if (holders.held[value] < 2) continue;
    const law = laws(value);
    if (law.draws < 2) continue;
    const key = `${law.draws} ${law.marked} ${law.total}`;
    const known = classes.get(key);
    if (known === undefined) classes.set(key, { ...law, values: 1 });
    else known.values += 1;
  }
  const observed = counts
    .filter(({ held }) => held > 1)
    .map(({ value, held }) => {
      const law = laws(value);
      // A member from elsewhere may hold a value of the region as well.
      return { held: Math.min(held, law.draws), law };
    });
  return testSharedValues([...classes.values()], observed);
}

function createLaws(holders: Holders, members: Int32Array): (value: number) => Omit<ValueClass, "values"> {
  let draws = 0;
  const inRegion = new Map<number, number>();
  for (const account of members) {
    const own = holders.start[account + 1] - holders.start[account];
    const region = holders.accountRegion[account];
    draws += own;
    inRegion.set(region, (inRegion.get(region) ?? 0) + own);
  }
  return (value) => {
    const marked = holders.held[value];
    const region = holders.region[value];
    const local = region < 0 ? 0 : (inRegion.get(region) ?? 0);
    const there = region < 0 ? 0 : holders.heldInRegion[region];
    // What a value has outside its region is little, and enters as if it were inside.
    if (local > 0 && there >= regionShareMin * local && marked < there) return { draws: local, marked, total: there };
    return { draws, marked, total: holders.total };
  };
}

/** Inverse Simpson index: how many equally held values would be as even as these. */
export function countEffective(held: readonly number[]): number {
  const sum = held.reduce((a, b) => a + b, 0);
  const squares = held.reduce((a, b) => a + b * b, 0);
  return squares === 0 ? 0 : (sum * sum) / squares;
}

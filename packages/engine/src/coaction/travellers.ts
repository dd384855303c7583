import { logPoissonTail } from "../math/distributions.ts";
import type { Candidate } from "./candidate.ts";
import type { Incidence } from "./incidence.ts";

export type TravellerOptions = {
  /** Cells of one account that enter the pairing; beyond, an even sample by rank. */
  readonly accountCellsMax: number;
  /** Pairs of cells over all accounts. */
  readonly pairsMax: number;
  /** Fewest accounts that two cells must share. */
  readonly accountsMin: number;
  /** Largest log probability of as many shared accounts, were they dealt by activity and popularity alone. */
  readonly logTailMax: number;
  readonly candidatesMax: number;
  /** Share of a seed's accounts that must be on a cell for the cell to join the candidate. */
  readonly joinShare: number;
};

export type TravellerResult = {
  readonly candidates: readonly Candidate[];
  readonly accountsCut: number;
  readonly pairsCut: number;
  readonly seedsCut: number;
};

/**
 * Candidates from the cells' side: two cells that share more accounts than activity and popularity explain are a seed;
 * the cells that its accounts have in common are added, and then every account on at least half of those cells.
 *
 * Pairs of cells are counted, not pairs of accounts, so an object of a million rows costs no more than its rows, and
 * one account costs the square of its cells, at most `accountCellsMax`. Only incidence enters: fine time is left for
 * the test. Cost: O(sum of squared activities, capped + rows of seeds).
 */
export function findTravellers(incidence: Incidence, options: TravellerOptions): TravellerResult {
  const listed = listPairKeys(incidence, options);
  const seeds = listSeeds(incidence, listed.keys, options);
  const kept = seeds.slice(0, options.candidatesMax * 4);
  const grower = createGrower(incidence, options.joinShare);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  const covered = new Set<number>();
  for (const seed of kept) {
    if (candidates.length >= options.candidatesMax) break;
    const key = seed.a * incidence.cells.count + seed.b;
    if (covered.has(key)) continue;
    const candidate = grower.grow(seed.a, seed.b);
    const name = candidate.cells.join(" ");
    if (seen.has(name)) continue;
    seen.add(name);
    coverPairs(candidate.cells, incidence.cells.count, covered);
    candidates.push(candidate);
  }
  return {
    candidates,
    accountsCut: listed.accountsCut,
    pairsCut: listed.pairsCut,
    seedsCut: seeds.length - kept.length,
  };
}

function coverPairs(cells: Int32Array, cellCount: number, covered: Set<number>): void {
  const most = Math.min(cells.length, 64);
  for (let i = 0; i < most; i += 1) for (let j = i + 1; j < most; j += 1) covered.add(cells[i] * cellCount + cells[j]);
}

type PairKeys = { readonly keys: Float64Array; readonly accountsCut: number; readonly pairsCut: number };

/** One key `a * cellCount + b` (a < b) for each account and pair of its cells, sorted. Cells of one row are left out. */
function listPairKeys(incidence: Incidence, options: TravellerOptions): PairKeys {
  const { accountStart, rowOfAccount, accountCount } = incidence;
  const { ofRow, start, count } = incidence.cells;
  const own = new Int32Array(options.accountCellsMax);
  let keys = new Float64Array(1 << 16);
  let size = 0;
  let accountsCut = 0;
  let pairsCut = 0;
  for (let a = 0; a < accountCount; a += 1) {
    const rows = accountStart[a + 1] - accountStart[a];
    if (rows < 2) continue;
    const step = Math.max(1, rows / options.accountCellsMax);
    if (step > 1) accountsCut += 1;
    let held = 0;
    for (let i = 0; i < rows && held < own.length; i += step) {
      const cell = ofRow[rowOfAccount[accountStart[a] + Math.floor(i)]];
      if (start[cell + 1] - start[cell] >= options.accountsMin) own[held++] = cell;
    }
    const pairs = (held * (held - 1)) / 2;
    if (size + pairs > options.pairsMax) {
      pairsCut += pairs;
      continue;
    }
    if (size + pairs > keys.length) keys = enlarge(keys, size + pairs);
    for (let i = 0; i < held; i += 1) for (let j = i + 1; j < held; j += 1) keys[size++] = own[i] * count + own[j];
  }
  return { keys: keys.subarray(0, size).sort(), accountsCut, pairsCut };
}

function enlarge(values: Float64Array, need: number): Float64Array<ArrayBuffer> {
  const larger = new Float64Array(Math.max(need, values.length * 2));
  larger.set(values);
  return larger;
}

type Seed = { readonly a: number; readonly b: number; readonly shared: number; readonly logTail: number };

/** Pairs of cells with a surplus of shared accounts, the largest surplus first. */
function listSeeds(incidence: Incidence, keys: Float64Array, options: TravellerOptions): readonly Seed[] {
  const { start, count } = incidence.cells;
  const meet = meetingRate(incidence);
  const seeds: Seed[] = [];
  for (let from = 0; from < keys.length;) {
    let to = from + 1;
    while (to < keys.length && keys[to] === keys[from]) to += 1;
    const shared = to - from;
    if (shared >= options.accountsMin) {
      const a = Math.floor(keys[from] / count);
      const b = keys[from] - a * count;
      const expected = (start[a + 1] - start[a]) * (start[b + 1] - start[b]) * meet;
      const logTail = logPoissonTail(shared, expected);
      if (logTail <= options.logTailMax) seeds.push({ a, b, shared, logTail });
    }
    from = to;
  }
  return seeds.sort((x, y) => x.logTail - y.logTail || x.a - y.a || x.b - y.b);
}

/** Expected shared accounts of two cells per product of their sizes, were accounts dealt by activity alone. */
function meetingRate(incidence: Incidence): number {
  let ordered = 0;
  for (let a = 0; a < incidence.accountCount; a += 1) {
    const k = incidence.accountStart[a + 1] - incidence.accountStart[a];
    ordered += k * (k - 1);
  }
  return ordered / (incidence.rows * incidence.rows);
}

interface Grower {
  grow(a: number, b: number): Candidate;
}

function createGrower(incidence: Incidence, joinShare: number): Grower {
  const { account, accountStart, rowOfAccount } = incidence;
  const { start, ofRow, count } = incidence.cells;
  const onCell = new Int32Array(count);
  const ofAccount = new Int32Array(incidence.accountCount);

  const rowsOf = (cell: number, visit: (account: number) => void): void => {
    for (let row = start[cell]; row < start[cell + 1]; row += 1) visit(account[row]);
  };

  const countCells = (accounts: readonly number[]): readonly number[] => {
    const touched: number[] = [];
    for (const a of accounts) {
      for (let i = accountStart[a]; i < accountStart[a + 1]; i += 1) {
        const cell = ofRow[rowOfAccount[i]];
        if (onCell[cell] === 0) touched.push(cell);
        onCell[cell] += 1;
      }
    }
    return touched;
  };

  return {
    grow(a, b) {
      const onA = new Set<number>();
      rowsOf(a, (x) => onA.add(x));
      const seedAccounts: number[] = [];
      rowsOf(b, (x) => {
        if (onA.has(x)) seedAccounts.push(x);
      });
      const touched = countCells(seedAccounts);
      const need = Math.max(2, joinShare * seedAccounts.length);
      const cells = touched.filter((cell) => onCell[cell] >= need).sort((x, y) => x - y);
      for (const cell of touched) onCell[cell] = 0;
      const met: number[] = [];
      for (const cell of cells) {
        rowsOf(cell, (x) => {
          if (ofAccount[x] === 0) met.push(x);
          ofAccount[x] += 1;
        });
      }
      const least = Math.max(2, Math.ceil(cells.length / 2));
      const accounts = met.filter((x) => ofAccount[x] >= least).sort((x, y) => x - y);
      for (const x of met) ofAccount[x] = 0;
      return { accounts: Int32Array.from(accounts), cells: Int32Array.from(cells) };
    },
  };
}

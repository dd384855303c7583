import { logPoissonTail } from "../math/distributions.ts";
import type { Candidate } from "./candidate.ts";
import { pairCells, type CellPairOptions, type CellPairs } from "./cell-pairs.ts";
import type { Incidence } from "./incidence.ts";

export type TravellerOptions = CellPairOptions & {
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
  /** Seeds outside every candidate for which there was no room. */
  readonly seedsCut: number;
};

/**
 * Candidates from the cells' side: two cells that share more accounts than activity and popularity explain are a seed;
 * the cells that its accounts have in common are added, and then every account on at least half of those cells.
 *
 * Pairs of cells are counted, not pairs of accounts, and seeds grow from their smaller cells, so an object of a million rows costs its rows, and
 * one account costs the square of its cells, at most `accountCellsMax`. Only incidence enters: fine time is left for
 * the test. Cost: O(sum of squared activities, capped + rows of seeds).
 */
export function findTravellers(incidence: Incidence, options: TravellerOptions): TravellerResult {
  const pairs = pairCells(incidence, options);
  const seeds = listSeeds(incidence, pairs, options.logTailMax);
  const grower = createGrower(incidence, options.joinShare);
  const cover = createCover(incidence.cells.count);
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  let [grown, seedsCut] = [0, 0];
  for (const seed of seeds) {
    if (cover.holds(seed.a, seed.b)) continue;
    // Some seeds grow into what another grew into already, but not many.
    if (candidates.length >= options.candidatesMax || grown >= options.candidatesMax * 4) {
      seedsCut += 1;
      continue;
    }
    grown += 1;
    const candidate = grower.grow(seed.a, seed.b);
    const name = candidate.cells.join(" ");
    if (seen.has(name)) continue;
    seen.add(name);
    cover.add(candidate.cells);
    candidates.push(candidate);
  }
  return {
    candidates,
    accountsCut: pairs.accountsCut,
    pairsCut: pairs.pairsCut,
    seedsCut,
  };
}

/** Which pairs of cells some candidate holds already: a seed of such a pair would grow into much the same. */
function createCover(cellCount: number): {
  readonly add: (cells: Int32Array) => void;
  readonly holds: (a: number, b: number) => boolean;
} {
  const candidatesOf: (number[] | undefined)[] = Array.from({ length: cellCount });
  let added = 0;
  return {
    add: (cells) => {
      for (const cell of cells) (candidatesOf[cell] ??= []).push(added);
      added += 1;
    },
    holds: (a, b) => {
      const [ofA, ofB] = [candidatesOf[a] ?? [], candidatesOf[b] ?? []];
      for (let i = 0, j = 0; i < ofA.length && j < ofB.length;) {
        if (ofA[i] === ofB[j]) return true;
        if (ofA[i] < ofB[j]) i += 1;
        else j += 1;
      }
      return false;
    },
  };
}

type Seed = { readonly a: number; readonly b: number; readonly shared: number; readonly logTail: number };

/** Pairs of cells with a surplus of shared accounts, the largest surplus first. */
function listSeeds(incidence: Incidence, pairs: CellPairs, logTailMax: number): readonly Seed[] {
  const { start } = incidence.cells;
  const meet = meetingRate(incidence);
  const seeds: Seed[] = [];
  pairs.visit((a, b, shared) => {
    const expected = (start[a + 1] - start[a]) * (start[b + 1] - start[b]) * meet;
    if (shared <= expected) return;
    const logTail = logPoissonTail(shared, expected);
    if (logTail <= logTailMax) seeds.push({ a, b, shared, logTail });
  });
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
  const ofAccount = new Uint8Array(incidence.accountCount);

  const sizeOf = (cell: number): number => start[cell + 1] - start[cell];

  const isOn = (one: number, cell: number): boolean => {
    for (let i = accountStart[one]; i < accountStart[one + 1]; i += 1) if (ofRow[rowOfAccount[i]] === cell) return true;
    return false;
  };

  /** Accounts on both cells, looked up from the smaller one: a hot object is never gone through for a seed. */
  const listShared = (a: number, b: number): readonly number[] => {
    const [smaller, larger] = sizeOf(a) < sizeOf(b) ? [a, b] : [b, a];
    return [...account.subarray(start[smaller], start[smaller + 1])].filter((one) => isOn(one, larger));
  };

  /** Cells on which at least `need` of the accounts are, ascending. */
  const listCells = (accounts: readonly number[], need: number): Int32Array => {
    const met: number[] = [];
    for (const one of accounts) {
      for (let i = accountStart[one]; i < accountStart[one + 1]; i += 1) {
        const cell = ofRow[rowOfAccount[i]];
        if (onCell[cell] === 0) met.push(cell);
        onCell[cell] += 1;
      }
    }
    const cells = met.filter((cell) => onCell[cell] >= need);
    for (const cell of met) onCell[cell] = 0;
    return Int32Array.from(cells).sort();
  };

  /**
   * Accounts on at least `need` of the cells, ascending. Whoever is on so many is on one of all but the `need` - 1
   * largest, so only those are gone through.
   */
  const listAccounts = (cells: Int32Array, need: number): Int32Array => {
    const met: number[] = [];
    const bySize = [...cells].sort((x, y) => sizeOf(x) - sizeOf(y) || x - y);
    for (const cell of bySize.slice(0, cells.length - need + 1)) {
      for (let row = start[cell]; row < start[cell + 1]; row += 1) {
        const one = account[row];
        if (ofAccount[one] === 1) continue;
        ofAccount[one] = 1;
        met.push(one);
      }
    }
    for (const cell of cells) onCell[cell] = 1;
    const accounts = met.filter((one) => countOwn(one) >= need);
    for (const cell of cells) onCell[cell] = 0;
    for (const one of met) ofAccount[one] = 0;
    return Int32Array.from(accounts).sort();
  };

  /** Marked cells that the account is on. */
  const countOwn = (one: number): number => {
    let own = 0;
    for (let i = accountStart[one]; i < accountStart[one + 1]; i += 1) own += onCell[ofRow[rowOfAccount[i]]];
    return own;
  };

  return {
    grow(a, b) {
      const shared = listShared(a, b);
      const cells = listCells(shared, Math.max(2, joinShare * shared.length));
      return { cells, accounts: listAccounts(cells, Math.max(2, Math.ceil(cells.length / 2))) };
    },
  };
}

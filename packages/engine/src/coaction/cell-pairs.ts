import type { Incidence } from "./incidence.ts";

export type CellPairOptions = {
  /** Cells of one account that enter the pairing; beyond, an even sample by rank. */
  readonly accountCellsMax: number;
  /** Pairs of cells over all accounts; accounts beyond are left out. */
  readonly pairsMax: number;
  /** Fewest accounts that a pair must share to be seen. */
  readonly accountsMin: number;
};

export type CellPairs = {
  readonly accountsCut: number;
  readonly pairsCut: number;
  /** Shows each pair of cells (a < b) and how many accounts it shares, a ascending. */
  readonly visit: (see: (a: number, b: number, shared: number) => void) => void;
};

/**
 * Counts the accounts that each two cells share: the upper half of the product of the incidence with its transpose, one
 * row at a time (Gustavson, "Two fast algorithms for sparse matrices", ACM TOMS 4, 1978), so that no list of pairs is
 * ever held. Cost: the sum over accounts of their cells squared, capped; memory linear in rows and cells.
 */
export function pairCells(incidence: Incidence, options: CellPairOptions): CellPairs {
  const lists = listOwnCells(incidence, options);
  return {
    accountsCut: lists.accountsCut,
    pairsCut: lists.pairsCut,
    visit: (see) => {
      visitPairs(incidence, lists, (a, b, shared) => {
        if (shared >= options.accountsMin) see(a, b, shared);
      });
    },
  };
}

/** Cells of account a that enter the pairing: `cells[start[a] .. start[a + 1])`, ascending. */
type OwnCells = {
  readonly start: Int32Array;
  readonly cells: Int32Array;
  readonly accountsCut: number;
  readonly pairsCut: number;
};

function listOwnCells(incidence: Incidence, options: CellPairOptions): OwnCells {
  const { accountStart, rowOfAccount, accountCount } = incidence;
  const { ofRow, start: cellStart } = incidence.cells;
  const start = new Int32Array(accountCount + 1);
  const cells = new Int32Array(incidence.rows);
  let [size, pairs, accountsCut, pairsCut] = [0, 0, 0, 0];
  for (let account = 0; account < accountCount; account += 1) {
    const first = accountStart[account];
    const rows = accountStart[account + 1] - first;
    const step = Math.max(1, rows / options.accountCellsMax);
    if (step > 1) accountsCut += 1;
    let end = size;
    for (let i = 0; i < rows && end - size < options.accountCellsMax; i += step) {
      const cell = ofRow[rowOfAccount[first + Math.floor(i)]];
      if (cellStart[cell + 1] - cellStart[cell] >= options.accountsMin) cells[end++] = cell;
    }
    const more = ((end - size) * (end - size - 1)) / 2;
    if (pairs + more > options.pairsMax) {
      pairsCut += more;
    } else if (more > 0) {
      pairs += more;
      size = end;
    }
    start[account + 1] = size;
  }
  return { start, cells: cells.subarray(0, size), accountsCut, pairsCut };
}

function visitPairs(incidence: Incidence, own: OwnCells, see: (a: number, b: number, shared: number) => void): void {
  const { account } = incidence;
  const { start, count } = incidence.cells;
  const shared = new Int32Array(count);
  const met = new Int32Array(count);
  // Cells come up in ascending order, so each account's place in its own list only moves forward.
  const place = own.start.slice();
  for (let a = 0; a < count; a += 1) {
    let size = 0;
    for (let row = start[a]; row < start[a + 1]; row += 1) {
      const one = account[row];
      const end = own.start[one + 1];
      if (place[one] >= end || own.cells[place[one]] !== a) continue;
      place[one] += 1;
      for (let i = place[one]; i < end; i += 1) {
        const b = own.cells[i];
        if (shared[b] === 0) met[size++] = b;
        shared[b] += 1;
      }
    }
    for (let i = 0; i < size; i += 1) {
      see(a, met[i], shared[met[i]]);
      shared[met[i]] = 0;
    }
  }
}

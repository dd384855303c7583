import type { Incidence } from "./incidence.ts";

/**
 * How often the sharers of a cell act within a window of each other, by class of cell size (floor of log2) and scale:
 * the only yardstick for objects that a group fills alone, where permuting times says nothing. It rests on the
 * assumption that the group's objects would otherwise be like the others of their class.
 */
export type LockstepRates = {
  readonly scales: readonly number[];
  /** Pairs within the window over all pairs, for cell c and scale s at `c * scales.length + s`. */
  readonly ofCell: Float32Array;
  readonly classOfCell: Uint8Array;
  readonly cells: Float64Array;
  /** Cells in lockstep (at least half of their pairs), and the summed rate of the others, by class and scale. */
  readonly inLockstep: Float64Array;
  readonly looseSum: Float64Array;
};

/** What honest sharing looks like in one class at one scale. */
export type LockstepPrior = {
  /** Share of the cells whose sharers are in lockstep. */
  readonly lockstepShare: number;
  /** Probability that two sharers of any other cell fall within the window. */
  readonly looseRate: number;
};

const classCount = 32;
/** Pseudo-cells that a class starts from, and the rates they carry. */
const priorCells = 5;
const priorShare = 0.12;
const priorLoose = 0.05;
/** What communities of syndicated pages show without any campaign: no class is taken to be quieter than they are. */
const honestShare = 0.25;

/** Cost: linear in the rows, for each scale. */
export function measureLockstep(incidence: Incidence, scales: readonly number[]): LockstepRates {
  const { count, start } = incidence.cells;
  const width = scales.length;
  const rates = {
    scales,
    ofCell: new Float32Array(count * width),
    classOfCell: new Uint8Array(count),
    cells: new Float64Array(classCount),
    inLockstep: new Float64Array(classCount * width),
    looseSum: new Float64Array(classCount * width),
  };
  for (let cell = 0; cell < count; cell += 1) {
    const n = start[cell + 1] - start[cell];
    if (n < 2) continue;
    const sizeClass = 31 - Math.clz32(n);
    rates.classOfCell[cell] = sizeClass;
    rates.cells[sizeClass] += 1;
    for (let s = 0; s < width; s += 1) {
      const within = pairsWithin(incidence.at, { from: start[cell], to: start[cell + 1] }, scales[s]);
      const rate = within / ((n * (n - 1)) / 2);
      rates.ofCell[cell * width + s] = rate;
      if (rate >= 0.5) rates.inLockstep[sizeClass * width + s] += 1;
      else rates.looseSum[sizeClass * width + s] += rate;
    }
  }
  return rates;
}

export interface LockstepPriors {
  priorOf(cellRows: number, scale: number): LockstepPrior;
}

/** The priors once `without` (the group's own cells and those of groups held before) are taken out. */
export function priorsWithout(rates: LockstepRates, without: Iterable<number>): LockstepPriors {
  const width = rates.scales.length;
  const [cells, inLockstep, looseSum] = [rates.cells.slice(), rates.inLockstep.slice(), rates.looseSum.slice()];
  for (const cell of without) {
    const sizeClass = rates.classOfCell[cell];
    cells[sizeClass] -= 1;
    for (let s = 0; s < width; s += 1) {
      const rate = rates.ofCell[cell * width + s];
      if (rate >= 0.5) inLockstep[sizeClass * width + s] -= 1;
      else looseSum[sizeClass * width + s] -= rate;
    }
  }
  return {
    priorOf(cellRows, scale) {
      const sizeClass = 31 - Math.clz32(cellRows);
      const at = sizeClass * width + scale;
      const locked = Math.max(0, inLockstep[at]);
      return {
        lockstepShare: Math.max(honestShare, (locked + priorCells * priorShare) / (cells[sizeClass] + priorCells)),
        looseRate: (Math.max(0, looseSum[at]) + priorCells * priorLoose) / (cells[sizeClass] - locked + priorCells),
      };
    },
  };
}

function pairsWithin(at: Float64Array, slice: { readonly from: number; readonly to: number }, width: number): number {
  let low = slice.from;
  let pairs = 0;
  for (let i = slice.from; i < slice.to; i += 1) {
    while (at[i] - at[low] > width) low += 1;
    pairs += i - low;
  }
  return pairs;
}

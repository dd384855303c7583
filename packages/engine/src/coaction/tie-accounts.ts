import type { Incidence } from "./incidence.ts";

export type TieOptions = {
  /** Largest object whose sharers are tied; larger ones are left to `findTravellers`. */
  readonly objectRowsMax: number;
  /** Largest object whose sharers are tied all to all. */
  readonly allTiedMax: number;
  /** On larger ones, others on each side to whom a sharer is tied in a ring. */
  readonly ringTies: number;
  readonly tiesMax: number;
  readonly seed: number;
};

/** Pairs of accounts that share an object, one entry for each object; `count` of each column are filled. */
export type Ties = {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
  readonly count: number;
  /** Objects left out because they have more rows than `objectRowsMax`, and because `tiesMax` was reached. */
  readonly objectsLarge: number;
  readonly objectsCut: number;
};

/**
 * Ties the sharers of each object so that every sharer gains a strength of 1, as by Newman's collaboration weight
 * 1 / (sharers - 1) ("Scientific collaboration networks II", Phys. Rev. E 64, 2001).
 *
 * Few sharers are tied all to all. Many are laid in a ring in an order drawn anew for each object, and each is tied to
 * its neighbours: two who share many objects then gain as much in expectation, and an object costs its rows, not their
 * square. The order is drawn from the names, never from the times: those are left for the test.
 */
export function tieAccounts(incidence: Incidence, options: TieOptions): Ties {
  const { start, count: cells } = incidence.cells;
  const { isIn, need, objectsLarge, objectsCut } = chooseObjects(incidence, options);
  const ties = { a: new Int32Array(need), b: new Int32Array(need), weight: new Float64Array(need) };
  let size = 0;
  const tie = (a: number, b: number, weight: number): void => {
    ties.a[size] = a;
    ties.b[size] = b;
    ties.weight[size] = weight;
    size += 1;
  };
  for (let cell = 0; cell < cells; cell += 1) {
    if (isIn[cell] === 0) continue;
    const sharers = incidence.account.subarray(start[cell], start[cell + 1]);
    if (sharers.length <= options.allTiedMax) tieAll(sharers, tie);
    else tieRing(shuffleSharers(sharers, Math.imul(cell + 1, 0x9e3779b1) ^ options.seed), options.ringTies, tie);
  }
  return { ...ties, count: size, objectsLarge, objectsCut };
}

function chooseObjects(
  incidence: Incidence,
  options: TieOptions,
): { readonly isIn: Uint8Array; readonly need: number; readonly objectsLarge: number; readonly objectsCut: number } {
  const { start, count } = incidence.cells;
  const isIn = new Uint8Array(count);
  let [need, objectsLarge, objectsCut] = [0, 0, 0];
  for (let cell = 0; cell < count; cell += 1) {
    const n = start[cell + 1] - start[cell];
    if (n > options.objectRowsMax) objectsLarge += 1;
    if (n < 2 || n > options.objectRowsMax) continue;
    const more = n <= options.allTiedMax ? (n * (n - 1)) / 2 : n * options.ringTies;
    if (need + more > options.tiesMax) {
      objectsCut += 1;
    } else {
      need += more;
      isIn[cell] = 1;
    }
  }
  return { isIn, need, objectsLarge, objectsCut };
}

type Tie = (a: number, b: number, weight: number) => void;

function tieAll(sharers: Int32Array, tie: Tie): void {
  const weight = 1 / (sharers.length - 1);
  for (let i = 0; i < sharers.length; i += 1) {
    for (let j = i + 1; j < sharers.length; j += 1) tie(sharers[i], sharers[j], weight);
  }
}

function tieRing(sharers: Int32Array, each: number, tie: Tie): void {
  const weight = 1 / (2 * each);
  for (let i = 0; i < sharers.length; i += 1) {
    for (let step = 1; step <= each; step += 1) tie(sharers[i], sharers[(i + step) % sharers.length], weight);
  }
}

/** The sharers in an order drawn by seed from their names alone. */
function shuffleSharers(sharers: Int32Array, seed: number): Int32Array {
  const drawn = Float64Array.from(sharers, (account) => mix(account, seed));
  const order = Int32Array.from({ length: sharers.length }, (_, i) => i);
  order.sort((x, y) => drawn[x] - drawn[y] || sharers[x] - sharers[y]);
  return order.map((i) => sharers[i]);
}

/** 32 well-mixed bits (the finaliser of MurmurHash3). */
function mix(account: number, seed: number): number {
  let h = Math.imul(account ^ seed, 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}

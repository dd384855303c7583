/** How an account lies in a cell that a candidate is on. */
export type TouchKind = {
  readonly isIn: boolean;
  /** Probability of being in the window for anybody else. */
  readonly rate: number;
  /** Probability that the others of the group act in step on this cell at all. */
  readonly weight: number;
};

/** Touches by account, in the order in which accounts came: those of the i-th are `start[i] .. start[i + 1])`. */
export type TouchPool = {
  /** Accounts. */
  readonly count: number;
  readonly account: Int32Array;
  readonly start: Int32Array;
  /** Index into `kinds`. */
  readonly kindOf: Int32Array;
  /** Rows of the incidence. */
  readonly row: Int32Array;
  /** How many of an account's touches are in the window. */
  readonly inStep: Int32Array;
  readonly kinds: readonly TouchKind[];
};

export interface TouchGatherer {
  /** A kind that touches may be of, by its number. */
  addKind(kind: TouchKind): number;
  add(account: number, row: number, kind: number): void;
  gather(): TouchPool;
}

/** Cost: linear in the touches. */
export function createTouchGatherer(): TouchGatherer {
  const kinds: TouchKind[] = [];
  const placeOf = new Map<number, number>();
  const accounts: number[] = [];
  const [places, rows, kindOf]: [number[], number[], number[]] = [[], [], []];
  return {
    addKind: (kind) => kinds.push(kind) - 1,
    add(account, row, kind) {
      let place = placeOf.get(account);
      if (place === undefined) {
        place = accounts.push(account) - 1;
        placeOf.set(account, place);
      }
      places.push(place);
      rows.push(row);
      kindOf.push(kind);
    },
    gather() {
      const start = new Int32Array(accounts.length + 1);
      for (const place of places) start[place + 1] += 1;
      for (let i = 0; i < accounts.length; i += 1) start[i + 1] += start[i];
      const next = start.slice(0, accounts.length);
      const pool = {
        count: accounts.length,
        account: Int32Array.from(accounts),
        start,
        kindOf: new Int32Array(places.length),
        row: new Int32Array(places.length),
        inStep: new Int32Array(accounts.length),
        kinds,
      };
      for (let i = 0; i < places.length; i += 1) {
        const at = next[places[i]];
        next[places[i]] = at + 1;
        pool.kindOf[at] = kindOf[i];
        pool.row[at] = rows[i];
        if (kinds[kindOf[i]].isIn) pool.inStep[places[i]] += 1;
      }
      return pool;
    },
  };
}

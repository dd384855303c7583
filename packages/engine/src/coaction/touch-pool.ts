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
  readonly kinds: readonly TouchKind[];
  /** Which pattern each account's touches follow. */
  readonly patternOf: Int32Array;
  readonly patterns: TouchPatterns;
};

/** Kinds of touches in their order, as accounts show them: accounts of one pattern are alike in all that is known of them. */
export type TouchPatterns = {
  /** Patterns, those that begin others among them. */
  readonly count: number;
  /** The pattern without its last touch, or -1, and the kind of that touch; a pattern comes behind the one that it continues. */
  readonly before: Int32Array;
  readonly kind: Int32Array;
  readonly touches: Int32Array;
  /** Touches in the window. */
  readonly inStep: Int32Array;
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
        kinds,
      };
      for (let i = 0; i < places.length; i += 1) {
        const at = next[places[i]];
        next[places[i]] = at + 1;
        pool.kindOf[at] = kindOf[i];
        pool.row[at] = rows[i];
      }
      return { ...pool, ...findPatterns(pool) };
    },
  };
}

function findPatterns(pool: Pick<TouchPool, "count" | "start" | "kindOf" | "kinds">): {
  readonly patternOf: Int32Array;
  readonly patterns: TouchPatterns;
} {
  const { count, start, kindOf, kinds } = pool;
  const known = new Map<number, number>();
  const [before, kind, touches, inStep]: [number[], number[], number[], number[]] = [[], [], [], []];
  const patternOf = new Int32Array(count);
  for (let i = 0; i < count; i += 1) {
    let pattern = -1;
    for (let at = start[i]; at < start[i + 1]; at += 1) {
      const name = (pattern + 1) * kinds.length + kindOf[at];
      let longer = known.get(name);
      if (longer === undefined) {
        longer = before.push(pattern) - 1;
        known.set(name, longer);
        kind.push(kindOf[at]);
        touches.push((touches[pattern] ?? 0) + 1);
        inStep.push((inStep[pattern] ?? 0) + Number(kinds[kindOf[at]].isIn));
      }
      pattern = longer;
    }
    patternOf[i] = pattern;
  }
  return {
    patternOf,
    patterns: {
      count: before.length,
      before: Int32Array.from(before),
      kind: Int32Array.from(kind),
      touches: Int32Array.from(touches),
      inStep: Int32Array.from(inStep),
    },
  };
}

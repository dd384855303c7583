/** The upper median of the latest counts, kept in order as they come. */
export interface RecentMedian {
  /** Counts held, at most the size. */
  readonly count: number;
  push(value: number): void;
  /** Drops every other count, from the oldest on. */
  thin(): void;
  /** 0 before the first count. */
  get(): number;
}

/** Cost: a push moves at most `size` numbers. */
export function createRecentMedian(size: number): RecentMedian {
  const ring = new Int32Array(size);
  const sorted = new Int32Array(size);
  let [head, count] = [0, 0];

  /** First place in `sorted` whose count is not below `value`. */
  const findPlace = (value: number): number => {
    let [low, high] = [0, count];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (sorted[middle] < value) low = middle + 1;
      else high = middle;
    }
    return low;
  };

  const dropOldest = (): void => {
    const place = findPlace(ring[head]);
    sorted.copyWithin(place, place + 1, count);
    head = (head + 1) % size;
    count -= 1;
  };

  const push = (value: number): void => {
    if (count === size) dropOldest();
    const place = findPlace(value);
    sorted.copyWithin(place + 1, place, count);
    sorted[place] = value;
    ring[(head + count) % size] = value;
    count += 1;
  };

  return {
    get count() {
      return count;
    },
    push,
    thin() {
      const kept = Array.from({ length: count }, (_, i) => ring[(head + i) % size]).filter((_, i) => i % 2 === 1);
      [head, count] = [0, 0];
      for (const value of kept) push(value);
    },
    get: () => (count === 0 ? 0 : sorted[count >> 1]),
  };
}

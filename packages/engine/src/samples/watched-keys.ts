/** What a search finds under a key now, beside what it found before. */
export type KeyChange =
  | "same"
  /** Less by entries that are gone, and what is left tells as much as before. */
  | "less"
  /** Less by entries that are gone, and what is left tells more. */
  | "telling"
  /** Something else, or it is not sure. */
  | "other";

/** What a pass over a window counts under the few keys under which something changed; see `createKeptSamples`. */
export interface WatchedKeys {
  /** The key's place, or -1 where nothing under it has changed so far. Cost: nearly always one look into a table of bits. */
  find(key: number): number;
  /** Watches a key from now on; `entries` says how many were passed under it so far. */
  watch(key: number, entries: () => number): number;
  /** Notes an entry that was held before the change, or is held after it, or both. */
  note(place: number, wasHeld: boolean, isHeld: boolean): void;
  compare(place: number): KeyChange;
}

/**
 * `bucketMax`: items looked at under one key. `isSameWeight`: whether keys under which so many items are found tell the same.
 * Cost: constant a call.
 */
export function createWatchedKeys(
  bucketMax: number,
  isSameWeight: (before: number, now: number) => boolean,
): WatchedKeys {
  const table = createKeyTable();
  let counts = createCounts(64);
  return {
    find: (key) => table.find(key),
    watch(key, entries) {
      const known = table.find(key);
      if (known !== -1) return known;
      const place = table.add(key);
      if (place === counts.before.length) counts = growCounts(counts);
      counts.before[place] = entries();
      counts.now[place] = counts.before[place];
      return place;
    },
    note(place, wasHeld, isHeld) {
      if (wasHeld) counts.before[place] += 1;
      if (isHeld) counts.now[place] += 1;
      if (wasHeld && isHeld) {
        counts.alike[place] += 1;
        return;
      }
      counts.alike[place] = 0;
      counts.isChanged[place] = 1;
      if (isHeld) counts.isAdded[place] = 1;
    },
    compare(place) {
      // What changed so long ago that no look-up reaches back to it, or to one more, does not count.
      if (counts.isChanged[place] === 0 || counts.alike[place] > bucketMax) return "same";
      if (counts.isAdded[place] === 1 || counts.before[place] > bucketMax) return "other";
      return isSameWeight(counts.before[place], counts.now[place]) ? "less" : "telling";
    },
  };
}

type Counts = ReturnType<typeof createCounts>;

function createCounts(size: number) {
  return {
    /** Entries before the change, and after it. */
    before: new Int32Array(size),
    now: new Int32Array(size),
    /** Entries that are in both since the last that is not. */
    alike: new Int32Array(size),
    isChanged: new Uint8Array(size),
    isAdded: new Uint8Array(size),
  };
}

function growCounts(counts: Counts): Counts {
  const larger = createCounts(2 * counts.before.length);
  larger.before.set(counts.before);
  larger.now.set(counts.now);
  larger.alike.set(counts.alike);
  larger.isChanged.set(counts.isChanged);
  larger.isAdded.set(counts.isAdded);
  return larger;
}

/** Numbers keys 0, 1, … An open hash table; bits beside it turn most strangers away within the cache. */
function createKeyTable() {
  let slots = new Int32Array(1024);
  let keys = new Int32Array(512);
  let bits = new Uint32Array(512);
  let size = 0;
  const slotOf = (key: number): number => {
    const mask = slots.length - 1;
    let slot = spread(key) & mask;
    while (slots[slot] !== 0 && keys[slots[slot] - 1] !== key) slot = (slot + 1) & mask;
    return slot;
  };
  const grow = (): void => {
    const all = new Int32Array(2 * keys.length);
    all.set(keys);
    keys = all;
    slots = new Int32Array(2 * slots.length);
    bits = new Uint32Array(2 * bits.length);
    for (let place = 0; place < size; place += 1) {
      slots[slotOf(keys[place])] = place + 1;
      mark(keys[place]);
    }
  };
  const mark = (key: number): void => {
    const bit = spread(key) & (32 * bits.length - 1);
    bits[bit >>> 5] |= 1 << (bit & 31);
  };
  return {
    /** Adds a key that is not there, and returns its place. */
    add(key: number): number {
      keys[size] = key;
      size += 1;
      slots[slotOf(key)] = size;
      mark(key);
      if (size === keys.length) grow();
      return size - 1;
    },
    /** -1 where it is not there. */
    find(key: number): number {
      const bit = spread(key) & (32 * bits.length - 1);
      if ((bits[bit >>> 5] & (1 << (bit & 31))) === 0) return -1;
      return slots[slotOf(key)] - 1;
    },
  };
}

/** Keys are hashes already, but of small structure. */
function spread(key: number): number {
  const hash = Math.imul(key, 0x9e3779b1);
  return hash ^ (hash >>> 15);
}

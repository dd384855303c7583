import type { Chains } from "./chains.ts";

/** What a search finds under a key now, beside what it found before. */
export type KeyChange =
  | "same"
  /** Less by entries that are gone, and what is left tells as much as before. */
  | "less"
  /** Something else, or it is not sure. */
  | "other";

/** What a pass over texts counts under the few keys that matter to it; see `createKeptSamples`. */
export interface WatchedKeys {
  watch(key: number): void;
  /** Begins a pass: nothing is held under any key. Every key has to be watched by then. */
  rewind(): void;
  /** Notes an entry under the key that was held before the change, or is held after it, or both. */
  note(key: number, wasHeld: boolean, isHeld: boolean): void;
  compare(key: number): KeyChange;
  /** Holds what is inserted under watched keys, as far back as a look-up can see; others may not be asked for. */
  readonly chains: Chains;
}

/**
 * `bucketMax`: items looked at under one key. `isSameWeight`: whether keys under which so many items are found tell the same.
 * Cost: constant a call; of a key that is not watched, one look into a table of bits.
 */
export function createWatchedKeys(
  bucketMax: number,
  isSameWeight: (before: number, now: number) => boolean,
): WatchedKeys {
  const table = createKeyTable();
  /** One more than is looked at, which shows that there is one more. */
  const ringSize = bucketMax + 1;
  let counts = createCounts(0, ringSize);
  let cut = 0;
  return {
    watch: (key) => table.add(key),
    rewind() {
      counts = createCounts(table.size, ringSize);
      cut = 0;
    },
    note(key, wasHeld, isHeld) {
      const place = table.find(key);
      if (place === -1) return;
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
    compare(key) {
      const place = table.find(key);
      // What changed so long ago that no look-up reaches back to it does not count.
      if (place === -1 || counts.isChanged[place] === 0 || counts.alike[place] >= ringSize) return "same";
      if (counts.isAdded[place] === 1 || counts.before[place] > bucketMax) return "other";
      return isSameWeight(counts.before[place], counts.now[place]) ? "less" : "other";
    },
    chains: {
      insert(keys, length, item) {
        for (let i = 0; i < length; i += 1) {
          const place = table.find(keys[i]);
          if (place === -1) continue;
          counts.rings[place * ringSize + (counts.inserted[place] % ringSize)] = item;
          counts.inserted[place] += 1;
        }
      },
      find(key, out, max) {
        const place = table.find(key);
        if (place === -1) throw new Error("a key that is not watched was asked for");
        const inserted = counts.inserted[place];
        const found = Math.min(inserted, max);
        if (inserted > max) cut += 1;
        for (let i = 0; i < found; i += 1) {
          out[i] = counts.rings[place * ringSize + ((inserted - 1 - i) % ringSize)];
        }
        return found;
      },
      get cut() {
        return cut;
      },
      overwritten: 0,
    },
  };
}

function createCounts(size: number, ringSize: number) {
  return {
    /** Entries before the change, and after it. */
    before: new Int32Array(size),
    now: new Int32Array(size),
    /** Entries that are in both since the last that is not. */
    alike: new Int32Array(size),
    isChanged: new Uint8Array(size),
    isAdded: new Uint8Array(size),
    inserted: new Int32Array(size),
    rings: new Int32Array(size * ringSize),
  };
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
    get size() {
      return size;
    },
    add(key: number): void {
      const slot = slotOf(key);
      if (slots[slot] !== 0) return;
      keys[size] = key;
      size += 1;
      slots[slot] = size;
      mark(key);
      if (size === keys.length) grow();
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

/** Counts how many grams other texts share with one text, without sorting either. */
export interface Overlap {
  /** Sets the one text, and says how many distinct grams it has. */
  load(grams: Int32Array, count: number): number;
  /** Distinct grams of the loaded text among these. */
  countShared(grams: Int32Array, count: number): number;
}

export function createOverlap(): Overlap {
  let keys = new Int32Array(1024);
  /** The load that put the key there, and the count that last saw it: a table is never cleared. */
  let loaded = new Uint32Array(1024);
  let seen = new Uint32Array(1024);
  let load = 0;
  let round = 0;
  return {
    load(grams, count) {
      if (keys.length < 2 * count) {
        const size = 2 ** Math.ceil(Math.log2(4 * count));
        keys = new Int32Array(size);
        loaded = new Uint32Array(size);
        seen = new Uint32Array(size);
      }
      load += 1;
      let distinct = 0;
      for (let i = 0; i < count; i += 1) {
        const gram = grams[i] ?? 0;
        const slot = findSlot(gram);
        if (loaded[slot] === load) continue;
        loaded[slot] = load;
        keys[slot] = gram;
        distinct += 1;
      }
      return distinct;
    },
    countShared(grams, count) {
      round += 1;
      let shared = 0;
      for (let i = 0; i < count; i += 1) {
        const slot = findSlot(grams[i] ?? 0);
        if (loaded[slot] !== load || seen[slot] === round) continue;
        seen[slot] = round;
        shared += 1;
      }
      return shared;
    },
  };

  function findSlot(gram: number): number {
    const mask = keys.length - 1;
    let slot = (Math.imul(gram, 0x9e3779b1) >>> 12) & mask;
    while (loaded[slot] === load && keys[slot] !== gram) slot = (slot + 1) & mask;
    return slot;
  }
}

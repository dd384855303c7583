/** Distinct ordinals seen in the slot that is open now. */
export interface DistinctCount {
  readonly size: number;
  /** True when the ordinal was not yet seen in this slot. */
  add(ordinal: number): boolean;
  /** Opens the next slot. Cost: constant. */
  clear(): void;
}

/** A typed array that grows with the largest ordinal: each place holds the number of the slot that saw it last. */
export function createDistinctCount(): DistinctCount {
  let lastSeen = new Int32Array(64);
  let [slot, size] = [1, 0];
  return {
    get size() {
      return size;
    },
    add(ordinal) {
      if (ordinal >= lastSeen.length) {
        const larger = new Int32Array(Math.max(ordinal + 1, lastSeen.length * 2));
        larger.set(lastSeen);
        lastSeen = larger;
      }
      if (lastSeen[ordinal] === slot) return false;
      lastSeen[ordinal] = slot;
      size += 1;
      return true;
    },
    clear() {
      slot += 1;
      size = 0;
    },
  };
}

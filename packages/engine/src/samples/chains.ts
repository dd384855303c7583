/** Items by key, in a fixed amount of memory: each key leads to the newest item that has it, each entry to the one before. */
export interface Chains {
  /** Adds an entry for `item` (any 32-bit number) under each of the first `count` keys. */
  insert(keys: Int32Array, count: number, item: number): void;
  /**
   * Writes the items under `key` that are still held to `out`, newest first, at most `max`; says how many. A key that has more than `max`
   * is counted in `cut`.
   */
  find(key: number, out: Int32Array, max: number): number;
  /** Look-ups that found more than they were allowed to return. */
  readonly cut: number;
  /** Entries overwritten by newer ones. */
  readonly overwritten: number;
}

/**
 * A ring of `entriesMax` entries under a table of heads, as in the match finder of deflate: the newest entry overwrites
 * the oldest, nothing is ever unlinked, and a chain ends where it points to something overwritten. Entries of other
 * keys under the same head are told apart by their stored key.
 */
export function createChains(entriesMax: number): Chains {
  const size = 2 ** Math.ceil(Math.log2(Math.max(2, entriesMax)));
  const mask = size - 1;
  /** Positions count up for ever, modulo 2³²; 0 means none. */
  const heads = new Uint32Array(size);
  /** Four numbers an entry (key, item, position of the one before), so that a step along a chain touches one line of cache. */
  const entries = new Int32Array(4 * size);
  let next = 1;
  let used = 0;
  let cut = 0;
  let overwritten = 0;
  return {
    insert(keys, count, item) {
      for (let i = 0; i < count; i += 1) {
        const key = keys[i];
        const slot = next & mask;
        if (used === size) overwritten += 1;
        else used += 1;
        entries[4 * slot] = key;
        entries[4 * slot + 1] = item;
        entries[4 * slot + 2] = heads[headOf(key, mask)];
        heads[headOf(key, mask)] = next;
        next = next === 0xffffffff ? 1 : next + 1;
      }
    },
    find(key, out, max) {
      let found = 0;
      let position = heads[headOf(key, mask)];
      let age = 0;
      while (position !== 0) {
        const reached = (next - position) >>> 0;
        if (reached > used || reached <= age) break;
        age = reached;
        const entry = 4 * (position & mask);
        if (entries[entry] === key) {
          if (found === max) {
            cut += 1;
            break;
          }
          out[found++] = entries[entry + 1];
        }
        position = entries[entry + 2] >>> 0;
      }
      return found;
    },
    get cut() {
      return cut;
    },
    get overwritten() {
      return overwritten;
    },
  };
}

/** Keys are hashes already, but of small structure: their high bits decide. */
function headOf(key: number, mask: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & mask;
}

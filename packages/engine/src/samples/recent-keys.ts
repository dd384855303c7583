/** Texts by their keys, in no order; a few, and more as they come. */
export interface RecentKeys {
  /** Adds the next text, which gets the next number, from 0. */
  add(keys: Int32Array): void;
  /** Shows the numbers of all texts that have the key. */
  visit(key: number, see: (text: number) => void): void;
  readonly texts: number;
}

/** Three numbers an entry: the key, the text, the entry before it under the same head. */
const width = 3;

/** Cost: 20 bytes an entry, and a constant for each entry under a key. */
export function createRecentKeys(): RecentKeys {
  let heads = new Int32Array(1024);
  let entries = new Int32Array(width * 1024);
  let count = 0;
  let texts = 0;
  const link = (entry: number): void => {
    const head = headOf(entries[width * entry], heads.length);
    entries[width * entry + 2] = heads[head];
    heads[head] = entry + 1;
  };
  const grow = (): void => {
    const larger = new Int32Array(2 * entries.length);
    larger.set(entries);
    entries = larger;
    heads = new Int32Array(2 * heads.length);
    for (let entry = 0; entry < count; entry += 1) link(entry);
  };
  return {
    add(keys) {
      for (const key of keys) {
        if (width * count === entries.length) grow();
        entries[width * count] = key;
        entries[width * count + 1] = texts;
        link(count);
        count += 1;
      }
      texts += 1;
    },
    visit(key, see) {
      let entry = heads[headOf(key, heads.length)] - 1;
      for (; entry !== -1; entry = entries[width * entry + 2] - 1) {
        if (entries[width * entry] === key) see(entries[width * entry + 1]);
      }
    },
    get texts() {
      return texts;
    },
  };
}

/** Keys are hashes already, but of small structure: their high bits decide. */
function headOf(key: number, heads: number): number {
  return (Math.imul(key, 0x9e3779b1) >>> 7) & (heads - 1);
}

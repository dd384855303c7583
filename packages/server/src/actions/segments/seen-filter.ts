/** 16 MiB: for ten million keys one look in three hundred is in vain. */
const bitCount = 2 ** 27;
const probes = 3;

/**
 * Says of most keys that are not in a tree that they are not, without a look into it; of one that is there, never. Takes the same memory
 * however many there are (with a hundred million it helps with few). Keys are evenly spread already.
 */
export class SeenFilter {
  readonly #bits = new Uint32Array(bitCount / 32);

  /** `high` and `low` are the halves of a key. */
  add(high: number, low: number): void {
    let bit = low;
    for (let i = 0; i < probes; i++) {
      const at = (bit & (bitCount - 1)) >>> 5;
      this.#bits[at] = (this.#bits[at] ?? 0) | (1 << (bit & 31));
      bit = (bit + (high | 1)) | 0;
    }
  }

  mayHave(high: number, low: number): boolean {
    let bit = low;
    for (let i = 0; i < probes; i++) {
      if (((this.#bits[(bit & (bitCount - 1)) >>> 5] ?? 0) & (1 << (bit & 31))) === 0) return false;
      bit = (bit + (high | 1)) | 0;
    }
    return true;
  }
}

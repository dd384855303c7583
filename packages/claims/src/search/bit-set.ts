/**
 * A set of small whole numbers, one bit each: half a million take 63 kB, which stay in the processor's cache while thousands are looked up.
 * Filled anew again and again; what was in it before is taken out one by one.
 */
export class BitSet {
  /** For tight loops: `(bits[n >>> 5] >>> (n & 31)) & 1`. */
  bits: Int32Array = new Int32Array(0);
  #held: Int32Array = new Int32Array(0);
  #count = 0;

  /** Empties it, and makes room for numbers below `size`. */
  begin(size: number): void {
    for (let i = 0; i < this.#count; i += 1) this.bits[this.#held[i] >>> 5] = 0;
    this.#count = 0;
    const words = (size >>> 5) + 1;
    if (this.bits.length < words) this.bits = new Int32Array(2 * words);
  }

  add(number: number): void {
    this.bits[number >>> 5] |= 1 << (number & 31);
    if (this.#count === this.#held.length) {
      const larger = new Int32Array(Math.max(64, 2 * this.#count));
      larger.set(this.#held);
      this.#held = larger;
    }
    this.#held[this.#count] = number;
    this.#count += 1;
  }

  has(number: number): boolean {
    return ((this.bits[number >>> 5] >>> (number & 31)) & 1) === 1;
  }
}

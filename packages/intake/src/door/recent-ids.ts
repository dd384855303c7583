const slotsAtFirst = 1 << 12;
const loadMax = 0.5;

/**
 * Remembers which ids went by, in bounded memory: 64-bit hashes in open addressing, 16 bytes an id at most. When the current
 * generation holds half of `idsMax`, the one before it is forgotten. Two different ids meet with a chance of about n²/2⁶⁵.
 */
export class RecentIds {
  forgotten = 0;
  readonly #generationMax: number;
  #current: Generation = new Generation(slotsAtFirst);
  #previous: Generation | null = null;

  constructor(idsMax: number) {
    this.#generationMax = Math.max(1, Math.floor(idsMax / 2));
  }

  /** False when the id went by already. Cost: linear in its length. */
  add(id: string): boolean {
    let high = 0xdeadbeef;
    let low = 0x41c6ce57;
    // Two characters a step: this loop is a tenth of the time that a file of ids takes.
    for (let i = 0; i < id.length; i += 2) {
      const pair = id.charCodeAt(i) | (id.charCodeAt(i + 1) << 16);
      high = Math.imul(high ^ pair, 2_654_435_761);
      high ^= high >>> 15;
      low = Math.imul(low ^ pair, 1_597_334_677);
      low ^= low >>> 13;
    }
    high ^= id.length;
    high = Math.imul(high ^ (high >>> 16), 2_246_822_507) ^ Math.imul(low ^ (low >>> 13), 3_266_489_909);
    low = Math.imul(low ^ (low >>> 16), 2_246_822_507) ^ Math.imul(high ^ (high >>> 13), 3_266_489_909);
    // Zero marks an empty slot.
    const key = high === 0 && low === 0 ? 1 : high;
    if (this.#previous?.has(key, low) || !this.#current.add(key, low)) return false;
    if (this.#current.count >= this.#generationMax) {
      this.forgotten += this.#previous?.count ?? 0;
      this.#previous = this.#current;
      this.#current = new Generation(slotsAtFirst);
    }
    return true;
  }
}

class Generation {
  count = 0;
  #high: Int32Array;
  #low: Int32Array;

  constructor(slots: number) {
    this.#high = new Int32Array(slots);
    this.#low = new Int32Array(slots);
  }

  has(high: number, low: number): boolean {
    return this.#isTaken(this.#findSlot(high, low));
  }

  add(high: number, low: number): boolean {
    let slot = this.#findSlot(high, low);
    if (this.#isTaken(slot)) return false;
    if (this.count + 1 > this.#high.length * loadMax) {
      this.#grow();
      slot = this.#findSlot(high, low);
    }
    this.#high[slot] = high;
    this.#low[slot] = low;
    this.count++;
    return true;
  }

  #isTaken(slot: number): boolean {
    return this.#high[slot] !== 0 || this.#low[slot] !== 0;
  }

  #findSlot(high: number, low: number): number {
    const mask = this.#high.length - 1;
    let slot = low & mask;
    while (this.#isTaken(slot) && (this.#high[slot] !== high || this.#low[slot] !== low)) slot = (slot + 1) & mask;
    return slot;
  }

  #grow(): void {
    const oldHigh = this.#high;
    const oldLow = this.#low;
    this.#high = new Int32Array(oldHigh.length * 2);
    this.#low = new Int32Array(oldHigh.length * 2);
    for (let i = 0; i < oldHigh.length; i++) {
      const high = oldHigh[i] ?? 0;
      const low = oldLow[i] ?? 0;
      if (high === 0 && low === 0) continue;
      const slot = this.#findSlot(high, low);
      this.#high[slot] = high;
      this.#low[slot] = low;
    }
  }
}

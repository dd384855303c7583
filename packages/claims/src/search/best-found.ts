import { sortByRank } from "./sort-by-rank.ts";

/** Documents found, best first, and what they scored by the lists that were looked at. */
export type Found = { readonly document: number; readonly score: number };

/** What was added up for a stretch of documents. */
export type Seen = {
  /** Scores as 32-bit floats, read as whole numbers: the bits of numbers above 0 are in the order of the numbers. */
  readonly bits: Int32Array;
  /** Each slot with a score above 0 once. */
  readonly slots: Int32Array;
  /** By document: 1 while it stands. */
  readonly alive: Uint8Array;
};

/**
 * The highest scores of those that are seen; equal scores: the earlier document first. Scores are counted by their order of size, and of thousands
 * only those are kept that can still be among the best: whoever is seen first mostly holds the rarest terms, so that soon few can (a heap spent a
 * third of the search on this, counting all before keeping any a quarter).
 */
export class BestFound {
  readonly #counts = new Int32Array(sizes);
  #documents = new Int32Array(0);
  #bits = new Int32Array(0);
  #scores = new Float32Array(0);
  #ranks = new Float64Array(0);
  #places = new Int32Array(0);
  #length = 0;
  #count = 0;
  #most = 0;
  /** Smaller scores cannot be among the best any more. */
  #least = 0;

  begin(count: number): void {
    this.#counts.fill(0, 0, this.#most + 1);
    this.#count = count;
    this.#length = 0;
    this.#most = 0;
    this.#least = 0;
  }

  /** Sees the documents `from + slot` of the first `length` slots, and sets their scores back to 0. */
  see({ bits, slots, alive }: Seen, from: number, length: number): void {
    if (this.#documents.length < this.#length + length) this.#grow(this.#length + length);
    const counts = this.#counts;
    const documents = this.#documents;
    const kept = this.#bits;
    let end = this.#length;
    let least = this.#least;
    let next = end + keptPerLook;
    for (let i = 0; i < length; i += 1) {
      const slot = slots[i];
      const found = bits[slot];
      bits[slot] = 0;
      const size = found >>> sizeShift;
      if (size < least || alive[from + slot] === 0) continue;
      documents[end] = from + slot;
      kept[end] = found;
      end += 1;
      counts[size] += 1;
      if (size > this.#most) this.#most = size;
      if (end < next) continue;
      least = this.#findLeast();
      next = end + keptPerLook;
    }
    this.#length = end;
    this.#least = this.#findLeast();
  }

  take(): readonly Found[] {
    const bits = this.#bits;
    const scores = this.#scores;
    const [ranks, places] = [this.#ranks, this.#places];
    let count = 0;
    for (let i = 0; i < this.#length; i += 1) {
      if (bits[i] >>> sizeShift < this.#least) continue;
      ranks[count] = this.#documents[i] - bits[i] * documentsMax;
      places[count] = i;
      count += 1;
    }
    sortByRank(ranks, places, count);
    const found: Found[] = [];
    for (let i = 0; i < Math.min(count, this.#count); i += 1) {
      found.push({ document: this.#documents[places[i]], score: scores[places[i]] });
    }
    return found;
  }

  /** The size of the least that can be among the best of those seen so far: what was not kept is smaller. */
  #findLeast(): number {
    let [size, above] = [this.#most, this.#counts[this.#most]];
    while (size > 0 && above < this.#count) {
      size -= 1;
      above += this.#counts[size];
    }
    return size;
  }

  #grow(length: number): void {
    const [documents, bits] = [new Int32Array(2 * length), new Int32Array(2 * length)];
    documents.set(this.#documents);
    bits.set(this.#bits);
    this.#documents = documents;
    this.#bits = bits;
    this.#scores = new Float32Array(bits.buffer);
    this.#ranks = new Float64Array(2 * length);
    this.#places = new Int32Array(2 * length);
  }
}

/** Documents kept between two looks at what is the least that counts. */
const keptPerLook = 128;

/** A score's bits and a document fit into one exact number. */
const documentsMax = 2 ** 21;

/** Of a number's 32 bits those for its size to 3%: exponent and five of the mantissa. */
const sizeShift = 18;
const sizes = 1 << (32 - sizeShift - 1);

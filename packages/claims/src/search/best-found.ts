import { sortByRank } from "./sort-by-rank.ts";

/** Documents found, best first, and what they scored by the lists that were looked at. */
export type Found = { readonly document: number; readonly score: number };

/**
 * The highest scores of those that are seen; equal scores: the earlier document first. Scores are counted by their order of size first, so that
 * of thousands only those are compared that can be among the best (a heap spent a third of the search on this).
 */
export class BestFound {
  readonly #counts = new Int32Array(sizes);
  #documents = new Int32Array(256);
  #scores = new Float32Array(256);
  #length = 0;
  #count = 0;
  #most = 0;

  begin(count: number): void {
    this.#counts.fill(0, 0, this.#most + 1);
    this.#count = count;
    this.#length = 0;
    this.#most = 0;
  }

  /**
   * Sees the documents `from + slot` for the first `length` of `slots`, each with a score above 0 in `scores`, which is set back to 0. `bits`: the same
   * memory as `scores`; the bits of numbers above 0 are in the order of the numbers.
   */
  see(
    { scores, bits, slots }: { readonly scores: Float32Array; readonly bits: Int32Array; readonly slots: Int32Array },
    from: number,
    length: number,
  ): void {
    const counts = this.#counts;
    let most = this.#most;
    for (let i = 0; i < length; i += 1) {
      const size = bits[slots[i]] >>> sizeShift;
      counts[size] += 1;
      if (size > most) most = size;
    }
    this.#most = most;
    const least = this.#findLeast();
    if (this.#documents.length < this.#length + length) this.#grow(this.#length + length);
    const [documents, kept] = [this.#documents, this.#scores];
    let end = this.#length;
    for (let i = 0; i < length; i += 1) {
      const slot = slots[i];
      documents[end] = from + slot;
      kept[end] = scores[slot];
      end += bits[slot] >>> sizeShift >= least ? 1 : 0;
      scores[slot] = 0;
    }
    this.#length = end;
  }

  take(): readonly Found[] {
    const least = this.#findLeast();
    const bits = new Int32Array(this.#scores.buffer, 0, this.#length);
    const [ranks, places] = [new Float64Array(this.#length), new Int32Array(this.#length)];
    let count = 0;
    for (let i = 0; i < this.#length; i += 1) {
      if (bits[i] >>> sizeShift < least) continue;
      ranks[count] = this.#documents[i] - bits[i] * documentsMax;
      places[count] = i;
      count += 1;
    }
    sortByRank(ranks, places, count);
    const found: Found[] = [];
    for (let i = 0; i < Math.min(count, this.#count); i += 1) {
      found.push({ document: this.#documents[places[i]], score: this.#scores[places[i]] });
    }
    return found;
  }

  /** The size of the least that can be among the best of those seen so far. */
  #findLeast(): number {
    let [size, above] = [this.#most, this.#counts[this.#most]];
    while (size > 0 && above < this.#count) {
      size -= 1;
      above += this.#counts[size];
    }
    return size;
  }

  #grow(length: number): void {
    const [documents, scores] = [new Int32Array(2 * length), new Float32Array(2 * length)];
    documents.set(this.#documents);
    scores.set(this.#scores);
    this.#documents = documents;
    this.#scores = scores;
  }
}

/** A score's bits and a document fit into one exact number. */
const documentsMax = 2 ** 21;

/** Of a number's 32 bits those for its size to 3%: exponent and five of the mantissa. */
const sizeShift = 18;
const sizes = 1 << (32 - sizeShift - 1);

import { mix } from "@breakwater/engine/text";
import { GrowingInts } from "./growing.ts";

/**
 * Terms by number, and how many living documents hold each. A term keeps its number for ever, so that documents can be written as
 * lists of numbers and weights looked up in one step.
 */
export class Vocabulary {
  readonly #keys: GrowingInts;
  readonly #roots: GrowingInts;
  readonly #holders: GrowingInts;
  /** Open addressing: number + 1, or 0 where free. */
  #table: Int32Array;
  #documents = 0;
  #weights = new Float32Array(0);

  constructor(saved?: SavedVocabulary) {
    this.#keys = new GrowingInts(saved?.keys);
    this.#roots = new GrowingInts(saved?.roots);
    this.#holders = new GrowingInts(saved?.holders);
    this.#documents = saved?.documents ?? 0;
    this.#table = new Int32Array(0);
    this.#rebuild();
  }

  get size(): number {
    return this.#keys.length;
  }

  get documents(): number {
    return this.#documents;
  }

  /** The number of a known term, or -1. */
  find(key: number): number {
    const mask = this.#table.length - 1;
    for (let at = mix(key) & mask; ; at = (at + 1) & mask) {
      const found = this.#table[at] ?? 0;
      if (found === 0) return -1;
      if (this.#keys.values[found - 1] === key) return found - 1;
    }
  }

  /** The number of a term, given to it now where it is new. */
  intern(key: number, root: number): number {
    const found = this.find(key);
    if (found >= 0) return found;
    this.#keys.push(key);
    this.#roots.push(root);
    this.#holders.push(0);
    if (2 * this.#keys.length > this.#table.length) this.#rebuild();
    else this.#insert(this.#keys.length - 1);
    return this.#keys.length - 1;
  }

  keyOf(term: number): number {
    return this.#keys.values[term] ?? 0;
  }

  /** The root of the term's word; 0 for pairs and short words. */
  rootOf(term: number): number {
    return this.#roots.values[term] ?? 0;
  }

  /** How many living documents hold the term. */
  holdersOf(term: number): number {
    return this.#holders.values[term] ?? 0;
  }

  /** Counts a document in (`by` = 1) or out (-1); `terms` without repeats. */
  countDocument(terms: Iterable<number>, by: 1 | -1): void {
    for (const term of terms) this.#holders.values[term] = (this.#holders.values[term] ?? 0) + by;
    this.#documents += by;
    this.#weights = new Float32Array(0);
  }

  /** How telling a term is: BM25's inverse document frequency, ln(1 + (N - n + 0.5) / (n + 0.5)) (Robertson and Zaragoza 2009, 3.4). */
  weightOf(term: number): number {
    return this.weightOfHolders(this.#holders.values[term] ?? 0);
  }

  weightOfHolders(holders: number): number {
    if (holders >= tabled) return weigh(this.#documents, holders);
    if (this.#weights.length === 0) {
      this.#weights = Float32Array.from({ length: tabled }, (_, n) => weigh(this.#documents, n));
    }
    return this.#weights[holders] ?? 0;
  }

  save(): SavedVocabulary {
    return {
      keys: this.#keys.view(),
      roots: this.#roots.view(),
      holders: this.#holders.view(),
      documents: this.#documents,
    };
  }

  #rebuild(): void {
    let capacity = 1024;
    while (capacity < 4 * this.#keys.length) capacity *= 2;
    this.#table = new Int32Array(capacity);
    for (let term = 0; term < this.#keys.length; term += 1) this.#insert(term);
  }

  #insert(term: number): void {
    const mask = this.#table.length - 1;
    let at = mix(this.keyOf(term)) & mask;
    while (this.#table[at] !== 0) at = (at + 1) & mask;
    this.#table[at] = term + 1;
  }
}

export type SavedVocabulary = {
  readonly keys: Int32Array;
  readonly roots: Int32Array;
  readonly holders: Int32Array;
  readonly documents: number;
};

const tabled = 8192;

/**
 * A small registry knows little of how common words are: terms weigh as if it had this many entries. Of 191 Chinese posts the 42 right entries
 * alone recognise 0.65 with it and 0.50 without, the first five entries 0.72 and 0.11; falsely recognised of 1,816 others: none, either way.
 */
const documentsMin = 10_000;

function weigh(counted: number, holders: number): number {
  const documents = Math.max(counted, documentsMin);
  return Math.fround(Math.log(1 + Math.max(0, documents - holders + 0.5) / (holders + 0.5)));
}

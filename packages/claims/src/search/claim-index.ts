import { BestFound, type Found } from "./best-found.ts";
import { Documents, type NewDocument, type SavedDocuments } from "./documents.ts";
import type { NamedArrays } from "./packed-arrays.ts";
import {
  buildPostings,
  createScratch,
  impactBits,
  impactsMax,
  toElement,
  toImpact,
  type Postings,
} from "./postings.ts";
import { decodeIds, encodeIds } from "./ids.ts";

import { sortByRank } from "./sort-by-rank.ts";
import { Vocabulary, type SavedVocabulary } from "./vocabulary.ts";

export type SearchOptions = {
  /** List elements looked at in one search; the list begun is finished. */
  readonly postingsMax: number;
  /** Documents handed back. */
  readonly foundMax: number;
};

/**
 * An inverted index over entries, kept up to date one entry at a time. What is new is held in small lists beside the packed ones and
 * packed with them when it has grown to a quarter. It answers as if it had been made anew (but for the order of terms).
 */
export class ClaimIndex {
  readonly vocabulary: Vocabulary;
  documents: Documents;
  #ids: string[];
  readonly #documentById = new Map<string, number>();
  /** By document: 1 while it stands. */
  #alive: Uint8Array;
  #aliveCount: number;
  #packed: Postings;
  #packedDocuments: number;
  readonly #fresh = new Map<number, number[]>();
  /** Of the documents of one stretch, and which of them have any. */
  readonly #blockDocuments: number;
  #scores = new Float32Array(0);
  #scoreBits = new Int32Array(0);
  #touched = new Int32Array(0);
  readonly #best = new BestFound();
  #lists: Lists = {
    count: 0,
    at: new Int32Array(0),
    ends: new Int32Array(0),
    weights: new Float64Array(0),
    fresh: [],
  };
  readonly #scratch = createScratch(0);
  #ranks = new Float64Array(0);
  #sorted = new Int32Array(0);
  /** Kept so that nobody can tell the reading apart from use. */
  touched = 0;

  /** `blockDocuments`: how many documents are added up at a time; it changes no answer. */
  constructor(saved?: SavedIndex, blockDocuments: number = usualBlock) {
    this.#blockDocuments = blockDocuments;
    this.vocabulary = new Vocabulary(saved?.vocabulary);
    this.documents = new Documents(saved?.documents);
    this.#ids = [...(saved?.ids ?? [])];
    this.#alive = new Uint8Array(this.#ids.length).fill(1);
    this.#aliveCount = this.#ids.length;
    this.#packed = saved?.postings ?? { ends: new Int32Array(0), elements: new Int32Array(0) };
    this.#packedDocuments = this.#ids.length;
    for (const [document, id] of this.#ids.entries()) this.#documentById.set(id, document);
  }

  get size(): number {
    return this.#aliveCount;
  }

  idOf(document: number): string {
    return this.#ids[document] ?? "";
  }

  has(id: string): boolean {
    return this.#documentById.has(id);
  }

  /** Adds an entry, or puts it in the place of the one with the same id. */
  put(id: string, entry: NewDocument): void {
    this.remove(id);
    const document = this.documents.append(entry);
    this.#ids.push(id);
    this.#documentById.set(id, document);
    if (document >= this.#alive.length) this.#alive = enlargeBytes(this.#alive);
    this.#alive[document] = 1;
    this.#aliveCount += 1;
    const terms = this.#scratch.gather(this.documents, document);
    this.vocabulary.countDocument(terms, 1);
    for (const term of terms) {
      let list = this.#fresh.get(term);
      if (list === undefined) this.#fresh.set(term, (list = []));
      list.push(toElement(document, toImpact(this.#scratch.countOf(term), entry.relativeLength)));
    }
    if (this.documents.length - this.#packedDocuments > Math.max(freshMin, this.#packedDocuments / 4)) this.pack();
  }

  /** Takes an entry out. False where there is none of this id. */
  remove(id: string): boolean {
    const document = this.#documentById.get(id);
    if (document === undefined) return false;
    this.vocabulary.countDocument(this.#scratch.gather(this.documents, document), -1);
    this.#alive[document] = 0;
    this.#aliveCount -= 1;
    this.#documentById.delete(id);
    return true;
  }

  /**
   * The entries that share most with a post. Terms are taken from the rarest on until `postingsMax` list elements have been looked at.
   * `terms` are without repeats. Cost: bounded by `postingsMax`, whatever the size of the registry.
   */
  search(terms: Int32Array, { postingsMax, foundMax }: SearchOptions): readonly Found[] {
    const lists = this.#chooseLists(terms, postingsMax);
    const room = Math.min(this.#blockDocuments, this.documents.length);
    if (this.#scores.length < room) {
      this.#scores = new Float32Array(Math.min(this.#blockDocuments, 2 * room));
      this.#scoreBits = new Int32Array(this.#scores.buffer);
      // One more, because the last is written before it is known to count.
      this.#touched = new Int32Array(this.#scores.length + 1);
    }
    this.#best.begin(foundMax);
    for (let from = 0; from < this.documents.length; from += this.#blockDocuments) this.#searchBlock(lists, from);
    return this.#best.take();
  }

  #chooseLists(terms: Int32Array, postingsMax: number): Lists {
    const lists = this.#lists;
    if (lists.at.length < terms.length) {
      const room = 2 * terms.length;
      this.#lists = { ...lists, at: new Int32Array(room), ends: new Int32Array(room), weights: new Float64Array(room) };
      return this.#chooseLists(terms, postingsMax);
    }
    const { vocabulary } = this;
    const { ends } = this.#packed;
    let [count, looked] = [0, 0];
    lists.fresh.length = 0;
    const known = this.#sortByRarity(terms);
    const sorted = this.#sorted;
    for (let i = 0; i < known && looked < postingsMax; i += 1) {
      const term = sorted[i];
      looked += vocabulary.holdersOf(term);
      const weight = vocabulary.weightOf(term) / impactsMax;
      // Held by all, it tells nothing, and nothing is found by it.
      if (weight === 0) continue;
      const fresh = this.#fresh.size === 0 ? undefined : this.#fresh.get(term);
      if (fresh !== undefined) lists.fresh.push({ elements: fresh, weight, at: 0 });
      if (term >= ends.length) continue;
      lists.at[count] = term === 0 ? 0 : ends[term - 1];
      lists.ends[count] = ends[term];
      lists.weights[count] = weight;
      count += 1;
    }
    lists.count = count;
    this.touched = this.#touch(lists);
    return lists;
  }

  /** Reads the first element of each list, so that the waits for memory pass at the same time. What it answers says nothing. */
  #touch({ at, count }: Lists): number {
    const { elements } = this.#packed;
    let sum = 0;
    for (let list = 0; list < count; list += 1) sum += elements[at[list]];
    return sum;
  }

  /**
   * Adds up the lists over a stretch of documents. Lists are in the order of documents, so that each goes on where the stretch before ended, and room
   * is needed for one stretch alone. Each document's sum is made in the order of the lists, whatever the stretch. Skipping lists that cannot
   * bring a new document among the best (MaxScore) was measured: even with the final threshold known in advance it spares 3% of the lists.
   */
  #searchBlock(lists: Lists, from: number): void {
    const to = (from + this.#blockDocuments) << impactBits;
    const { elements } = this.#packed;
    const scores = this.#scores;
    const bits = this.#scoreBits;
    const slots = this.#touched;
    const { at: starts, ends, weights } = lists;
    let count = 0;
    for (let list = 0; list < lists.count; list += 1) {
      const end = ends[list];
      let at = starts[list];
      const weight = weights[list];
      for (; at < end; at += 1) {
        const element = elements[at];
        if (element >= to) break;
        const slot = (element >>> impactBits) - from;
        slots[count] = slot;
        // One more where the score is still 0: a branch would be guessed wrong half the time.
        count += (bits[slot] - 1) >>> 31;
        scores[slot] += weight * (element & impactsMax);
      }
      starts[list] = at;
    }
    for (const list of lists.fresh) {
      for (; list.at < list.elements.length && list.elements[list.at] < to; list.at += 1) {
        const element = list.elements[list.at];
        const slot = (element >>> impactBits) - from;
        slots[count] = slot;
        count += (bits[slot] - 1) >>> 31;
        scores[slot] += list.weight * (element & impactsMax);
      }
    }
    this.#best.see({ bits, slots, alive: this.#alive }, from, count);
  }

  /** Sorts the known terms, rarest first; equally rare ones in the order of their keys, which is the same however the index was made. */
  #sortByRarity(terms: Int32Array): number {
    const { vocabulary } = this;
    if (this.#ranks.length < terms.length) {
      this.#ranks = new Float64Array(2 * terms.length);
      this.#sorted = new Int32Array(2 * terms.length);
    }
    const [ranks, sorted] = [this.#ranks, this.#sorted];
    let count = 0;
    for (let i = 0; i < terms.length; i += 1) {
      const holders = vocabulary.holdersOf(terms[i]);
      if (holders === 0) continue;
      ranks[count] = holders * keyRange + (vocabulary.keyOf(terms[i]) >>> 0);
      sorted[count] = terms[i];
      count += 1;
    }
    sortByRank(ranks, sorted, count);
    return count;
  }

  /** Leaves out what no longer stands, numbers the terms anew and makes all lists anew. Cost: linear in the whole registry. */
  pack(): void {
    if (this.#aliveCount < this.documents.length) this.#dropDead();
    this.documents.renumber(this.vocabulary.renumber());
    this.#packed = buildPostings(this.documents, this.vocabulary.size);
    this.#packedDocuments = this.documents.length;
    this.#fresh.clear();
  }

  /** All that is needed to open it again, each name behind `prefix`. Packs it first. */
  save(prefix: string): NamedArrays {
    this.pack();
    const { documents: counted, ...vocabulary } = this.vocabulary.save();
    const parts: NamedArrays = {
      ids: encodeIds(this.#ids),
      counted: Int32Array.of(counted),
      ...vocabulary,
      ...this.documents.save(),
      listEnds: this.#packed.ends,
      lists: this.#packed.elements,
    };
    return Object.fromEntries(Object.entries(parts).map(([name, array]) => [`${prefix}.${name}`, array]));
  }

  /** An index from what `save` made, or undefined where something is missing or does not fit together. */
  static open(arrays: NamedArrays, prefix: string): ClaimIndex | undefined {
    const ints = (name: string): Int32Array => {
      const array = arrays[`${prefix}.${name}`];
      return array instanceof Int32Array ? array : new Int32Array(0);
    };
    const saved: SavedIndex = {
      ids: decodeIds(ints("ids")),
      vocabulary: {
        keys: ints("keys"),
        roots: ints("roots"),
        holders: ints("holders"),
        documents: ints("counted")[0] ?? 0,
      },
      documents: {
        fieldsEnd: ints("fieldsEnd"),
        kinds: ints("kinds"),
        termsEnd: ints("termsEnd"),
        terms: ints("terms"),
        factsEnd: ints("factsEnd"),
        facts: ints("facts"),
        lengths: ints("lengths"),
      },
      postings: { ends: ints("listEnds"), elements: ints("lists") },
    };
    const { ids, documents, postings } = saved;
    const isWhole =
      documents.fieldsEnd.length === ids.length &&
      documents.lengths.length === ids.length &&
      documents.kinds.length === (documents.fieldsEnd.at(-1) ?? 0) &&
      documents.terms.length === (documents.termsEnd.at(-1) ?? 0) &&
      postings.elements.length === (postings.ends.at(-1) ?? 0);
    return isWhole ? new ClaimIndex(saved) : undefined;
  }

  #dropDead(): void {
    const kept = new Documents();
    const ids: string[] = [];
    for (let document = 0; document < this.documents.length; document += 1) {
      if (this.#alive[document] === 0) continue;
      kept.append(this.documents.read(document));
      this.#documentById.set(this.idOf(document), ids.length);
      ids.push(this.idOf(document));
    }
    this.documents = kept;
    this.#ids = ids;
    this.#alive = new Uint8Array(ids.length).fill(1);
  }
}

export type SavedIndex = {
  readonly ids: readonly string[];
  readonly vocabulary: SavedVocabulary;
  readonly documents: SavedDocuments;
  readonly postings: Postings;
};

/** The lists of one search: where each goes on, where it ends, and what an impact of one is worth. */
type Lists = {
  count: number;
  readonly at: Int32Array;
  readonly ends: Int32Array;
  readonly weights: Float64Array;
  readonly fresh: FreshList[];
};

type FreshList = {
  readonly elements: readonly number[];
  readonly weight: number;
  at: number;
};

/**
 * 128 kB of scores, which stay in the processor's cache from one stretch and check to the next. Longer stretches wait for memory (131,072: 7% more a
 * check of 100,000 entries), shorter ones visit lists more often than they save.
 */
const usualBlock = 32_768;

/** Keys are 32-bit numbers, holders fewer than 2²¹: both fit into one exact number. */
const keyRange = 2 ** 32;

/** New entries that are held beside the packed lists at least. */
const freshMin = 512;

function enlargeBytes(values: Uint8Array): Uint8Array {
  const larger = new Uint8Array(Math.max(64, 2 * values.length));
  larger.set(values);
  return larger;
}

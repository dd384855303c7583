import { Documents, type NewDocument, type SavedDocuments } from "./documents.ts";
import type { NamedArrays } from "./packed-arrays.ts";
import { buildPostings, createScratch, impactsMax, toImpact, type Postings } from "./postings.ts";
import { decodeIds, encodeIds } from "./ids.ts";
import { takeBest, type Found } from "./take-best.ts";
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
  readonly #fresh = new Map<number, { readonly documents: number[]; readonly impacts: number[] }>();
  #scores = new Float32Array(0);
  /** Documents that have a score in the search at hand. */
  #touched = new Int32Array(0);
  #touchedCount = 0;
  readonly #scratch = createScratch(0);

  constructor(saved?: SavedIndex) {
    this.vocabulary = new Vocabulary(saved?.vocabulary);
    this.documents = new Documents(saved?.documents);
    this.#ids = [...(saved?.ids ?? [])];
    this.#alive = new Uint8Array(this.#ids.length).fill(1);
    this.#aliveCount = this.#ids.length;
    this.#packed = saved?.postings ?? {
      ends: new Int32Array(0),
      documents: new Int32Array(0),
      impacts: new Uint8Array(0),
    };
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
      if (list === undefined) this.#fresh.set(term, (list = { documents: [], impacts: [] }));
      list.documents.push(document);
      list.impacts.push(toImpact(this.#scratch.countOf(term), entry.relativeLength));
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
    const { vocabulary } = this;
    if (this.#scores.length < this.documents.length) {
      this.#scores = new Float32Array(2 * this.documents.length);
      this.#touched = new Int32Array(2 * this.documents.length);
    }
    this.#touchedCount = 0;
    let looked = 0;
    for (const term of this.#byRarity(terms)) {
      if (looked >= postingsMax) break;
      this.#add(term, vocabulary.weightOf(term) / impactsMax);
      looked += vocabulary.holdersOf(term);
    }
    const touched = this.#touched.subarray(0, this.#touchedCount);
    const best = takeBest(this.#scores, touched, foundMax);
    for (const document of touched) this.#scores[document] = 0;
    return best;
  }

  /** Rarest first; of equally rare ones in the order of their keys, which is the same however the index was made. */
  #byRarity(terms: Int32Array): readonly number[] {
    const { vocabulary } = this;
    const ranks = new Float64Array(terms.length);
    let length = 0;
    for (const term of terms) {
      const holders = vocabulary.holdersOf(term);
      if (holders > 0) ranks[length++] = holders * keyRange + (vocabulary.keyOf(term) >>> 0);
    }
    const sorted = ranks.subarray(0, length).sort();
    return Array.from(sorted, (rank) => vocabulary.find((rank % keyRange) | 0));
  }

  /** Leaves out what no longer stands and makes all lists anew. Cost: linear in the whole registry. */
  pack(): void {
    if (this.#aliveCount < this.documents.length) this.#dropDead();
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
      listDocuments: this.#packed.documents,
      listImpacts: this.#packed.impacts,
    };
    return Object.fromEntries(Object.entries(parts).map(([name, array]) => [`${prefix}.${name}`, array]));
  }

  /** An index from what `save` made, or undefined where something is missing or does not fit together. */
  static open(arrays: NamedArrays, prefix: string): ClaimIndex | undefined {
    const ints = (name: string): Int32Array => {
      const array = arrays[`${prefix}.${name}`];
      return array instanceof Int32Array ? array : new Int32Array(0);
    };
    const bytes = (name: string): Uint8Array => {
      const array = arrays[`${prefix}.${name}`];
      return array instanceof Uint8Array ? array : new Uint8Array(0);
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
      postings: { ends: ints("listEnds"), documents: ints("listDocuments"), impacts: bytes("listImpacts") },
    };
    const { ids, documents, postings } = saved;
    const isWhole =
      documents.fieldsEnd.length === ids.length &&
      documents.lengths.length === ids.length &&
      documents.kinds.length === (documents.fieldsEnd.at(-1) ?? 0) &&
      documents.terms.length === (documents.termsEnd.at(-1) ?? 0) &&
      postings.documents.length === postings.impacts.length &&
      postings.documents.length === (postings.ends.at(-1) ?? 0);
    return isWhole ? new ClaimIndex(saved) : undefined;
  }

  #add(term: number, weight: number): void {
    const { ends, documents, impacts } = this.#packed;
    const scores = this.#scores;
    const touched = this.#touched;
    const alive = this.#alive;
    let count = this.#touchedCount;
    const end = term < ends.length ? (ends[term] ?? 0) : 0;
    for (let at = term === 0 ? 0 : (ends[term - 1] ?? 0); at < end; at += 1) {
      const document = documents[at] ?? 0;
      if (alive[document] === 0) continue;
      const score = scores[document] ?? 0;
      if (score === 0) touched[count++] = document;
      scores[document] = score + weight * (impacts[at] ?? 0);
    }
    const fresh = this.#fresh.get(term);
    for (const [i, document] of (fresh?.documents ?? []).entries()) {
      if (alive[document] === 0) continue;
      const score = scores[document] ?? 0;
      if (score === 0) touched[count++] = document;
      scores[document] = score + weight * (fresh?.impacts[i] ?? 0);
    }
    this.#touchedCount = count;
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

/** Keys are 32-bit numbers, holders fewer than 2²¹: both fit into one exact number. */
const keyRange = 2 ** 32;

/** New entries that are held beside the packed lists at least. */
const freshMin = 512;

function enlargeBytes(values: Uint8Array): Uint8Array {
  const larger = new Uint8Array(Math.max(64, 2 * values.length));
  larger.set(values);
  return larger;
}

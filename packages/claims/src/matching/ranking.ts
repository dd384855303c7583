import { BitSet } from "../search/bit-set.ts";
import type { ClaimIndex, SearchOptions } from "../search/claim-index.ts";
import { fieldWeights, saturate } from "../search/fields.ts";
import type { Post } from "./post.ts";

/** The post at hand, and room to count. One for each index and thread; no search keeps anything in it. */
export class Workspace {
  readonly #terms = new BitSet();
  readonly #signs = new BitSet();
  /** Room for the terms of one entry. */
  readonly marks: BitSet = new BitSet();
  #counts = new Float32Array(0);
  readonly #held: number[] = [];
  /** Of the terms that were weighed last. */
  weights: Float32Array<ArrayBuffer> = new Float32Array(0);
  /** The place of the first of them among all terms of all documents. */
  weightsFrom = 0;
  /** Kept so that nobody can tell the reading apart from use. */
  touched = 0;

  begin({ terms, signs }: Pick<Post, "terms" | "signs">, size: number): void {
    if (this.#counts.length < size) this.#counts = new Float32Array(2 * size);
    this.#terms.begin(size);
    for (let i = 0; i < terms.length; i += 1) this.#terms.add(terms[i]);
    this.#signs.begin(signRange);
    for (let i = 0; i < signs.length; i += 1) this.#signs.add(signs[i]);
  }

  /** The terms of the post, by number. */
  get terms(): BitSet {
    return this.#terms;
  }

  /** The single signs of its pairs. */
  get signs(): BitSet {
    return this.#signs;
  }

  isInPost(term: number): boolean {
    return this.#terms.has(term);
  }

  /** Weighs the terms at the places `from` up to `to`. */
  weigh({ documents, vocabulary }: ClaimIndex, from: number, to: number): void {
    if (this.weights.length < to - from) this.weights = new Float32Array(2 * (to - from));
    this.weightsFrom = from;
    vocabulary.weigh(documents.allTerms, from, to, this.weights);
  }

  /** BM25F of a document over all terms of the post. */
  score({ documents, vocabulary }: ClaimIndex, document: number): number {
    const held = this.#held;
    const counts = this.#counts;
    const { bits } = this.#terms;
    const terms = documents.allTerms;
    held.length = 0;
    const end = documents.endOfFields(document);
    let field = documents.firstField(document);
    let at = documents.firstTerm(field);
    for (; field < end; field += 1) {
      const weight = fieldWeights[documents.kindOf(field)];
      for (const to = documents.endOfTerms(field); at < to; at += 1) {
        const term = terms[at];
        if (((bits[term >>> 5] >>> (term & 31)) & 1) === 0) continue;
        if (counts[term] === 0) held.push(term);
        counts[term] += weight;
      }
    }
    let score = 0;
    const relativeLength = documents.relativeLengthOf(document);
    for (let i = 0; i < held.length; i += 1) {
      const term = held[i];
      score += vocabulary.weightOf(term) * saturate(counts[term], relativeLength);
      counts[term] = 0;
    }
    return score;
  }
}

/** Signs are UTF-16 code units. */
const signRange = 0x10000;

/** Entries by BM25F, best first. */
export type Ranking = {
  readonly documents: readonly number[];
  readonly scores: readonly number[];
  /** Mean and spread of the scores from the sixth rank on: what entries score that have nothing to do with the post. */
  readonly usual: number;
  readonly spread: number;
};

const firstUsual = 5;
/** Of a post that meets next to nothing, any score would stand out. */
const spreadMin = 0.5;

export function rankEntries(index: ClaimIndex, post: Post, workspace: Workspace, options: SearchOptions): Ranking {
  workspace.begin(post, index.vocabulary.size);
  const hits = index.search(post.terms, options);
  workspace.touched = index.documents.touch(hits);
  const found = hits.map(({ document }) => ({ document, score: workspace.score(index, document) }));
  found.sort((a, b) => b.score - a.score || a.document - b.document);
  const scores = found.map(({ score }) => score);
  const rest = scores.slice(firstUsual, 50);
  const usual = rest.length === 0 ? 0 : rest.reduce((sum, score) => sum + score, 0) / rest.length;
  const variance = rest.length === 0 ? 0 : rest.reduce((sum, score) => sum + (score - usual) ** 2, 0) / rest.length;
  return {
    documents: found.map(({ document }) => document),
    scores,
    usual,
    spread: Math.max(spreadMin, Math.sqrt(variance)),
  };
}

import type { ClaimIndex, SearchOptions } from "../search/claim-index.ts";
import { fieldWeights, saturate } from "../search/fields.ts";
import type { Post } from "./post.ts";

/** Terms of the post at hand, by number, and room to count. One for each index and thread; no search keeps anything in it. */
export class Workspace {
  #stamps = new Int32Array(0);
  #counts = new Float32Array(0);
  #now = 0;
  readonly #held: number[] = [];

  begin(terms: Int32Array, size: number): void {
    if (this.#stamps.length < size) {
      this.#stamps = new Int32Array(2 * size);
      this.#counts = new Float32Array(2 * size);
    }
    this.#now += 1;
    for (const term of terms) this.#stamps[term] = this.#now;
  }

  isInPost(term: number): boolean {
    return this.#stamps[term] === this.#now;
  }

  /** BM25F of a document over all terms of the post. */
  score({ documents, vocabulary }: ClaimIndex, document: number): number {
    const held = this.#held;
    const counts = this.#counts;
    held.length = 0;
    const end = documents.endOfFields(document);
    for (let field = documents.firstField(document); field < end; field += 1) {
      const weight = fieldWeights[documents.kindOf(field)] ?? 0;
      const to = documents.endOfTerms(field);
      for (let at = documents.firstTerm(field); at < to; at += 1) {
        const term = documents.termAt(at);
        if (this.#stamps[term] !== this.#now) continue;
        if (counts[term] === 0) held.push(term);
        counts[term] = (counts[term] ?? 0) + weight;
      }
    }
    let score = 0;
    const relativeLength = documents.relativeLengthOf(document);
    for (const term of held) {
      score += vocabulary.weightOf(term) * saturate(counts[term] ?? 0, relativeLength);
      counts[term] = 0;
    }
    return score;
  }
}

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
  workspace.begin(post.terms, index.vocabulary.size);
  const found = index
    .search(post.terms, options)
    .map(({ document }) => ({ document, score: workspace.score(index, document) }));
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

import { readFacts, type Facts } from "../facts/facts.ts";
import type { Vocabulary } from "../search/vocabulary.ts";
import { listTagWords, prepareText } from "../text/prepare.ts";
import { isPair, termsOf, wordKey } from "../text/terms.ts";

/** A post as it is compared. */
export type Post = {
  readonly text: string;
  readonly normalised: string;
  /** Distinct terms that the registry knows, by number. */
  readonly terms: Int32Array;
  /** Distinct terms, known or not. */
  readonly size: number;
  /** Share of pairs of signs among them, 0 to 1. */
  readonly pairShare: number;
  /** Weight of all distinct terms; what the registry does not know weighs most. */
  readonly weight: number;
  /** Single signs of its pairs. */
  readonly signs: ReadonlySet<number>;
  /** First letters of its longer words, see `readWord`. */
  readonly roots: ReadonlySet<number>;
  readonly facts: Facts;
  /** Known words, by number, that are neither names nor parts of hashtags and mentions: what the post says of its topic. */
  readonly plain: ReadonlySet<number>;
};

export function readPost(text: string, vocabulary: Vocabulary): Post {
  const normalised = prepareText(text);
  const found = termsOf(normalised);
  const facts = readFacts(text, normalised);
  const topical = new Set([...facts.names, ...listTagWords(text).map(wordKey)]);
  const plain = new Set<number>();
  const terms: number[] = [];
  const signs = new Set<number>();
  const roots = new Set<number>();
  let [weight, pairs] = [0, 0];
  for (const [key, root] of found) {
    const term = vocabulary.find(key);
    if (term >= 0 && vocabulary.holdersOf(term) > 0) {
      terms.push(term);
      if (!topical.has(key)) plain.add(term);
    }
    weight += vocabulary.weightOfHolders(term >= 0 ? vocabulary.holdersOf(term) : 0);
    if (root !== 0) roots.add(root);
    if (!isPair(key)) continue;
    pairs += 1;
    signs.add(key >>> 16).add(key & 0xffff);
  }
  return {
    text,
    normalised,
    terms: Int32Array.from(terms),
    size: found.size,
    pairShare: found.size === 0 ? 0 : pairs / found.size,
    weight,
    signs,
    roots,
    facts,
    plain,
  };
}

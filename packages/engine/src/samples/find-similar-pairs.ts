import { createTextIndex, type TextIndexCounts, type TextIndexOptions } from "./text-index.ts";
import { defaultSampleOptions } from "./sample-index.ts";

/** Two texts, `a < b`, by their place in the input. */
export type SimilarPair = { readonly a: number; readonly b: number; readonly similarity: number };

/**
 * Every pair of near-identical texts that the index finds, each once; unlike clustering, no text stands for another. For measuring, and for a
 * few thousand texts: the number of pairs can be the square of the number of copies. Ordered by `b`, then most similar first.
 */
export function findSimilarPairs(
  normalised: readonly string[],
  options: Partial<TextIndexOptions> = {},
): { readonly pairs: readonly SimilarPair[]; readonly counts: TextIndexCounts } {
  const entries = normalised.reduce((sum, text) => sum + 32 + text.length / 2, 0);
  const sizes = { itemsMax: Math.max(1, normalised.length), entriesMax: Math.ceil(entries) };
  const index = createTextIndex({
    ...defaultSampleOptions,
    bucketMax: 64,
    candidatesMax: 512,
    fullGrams: 0,
    ...options,
    ...sizes,
  });
  const pairs = normalised.flatMap((text, b) => {
    const found = index.search(text).filter(({ kind }) => kind !== "related");
    index.hold();
    return found.map(({ item, similarity }) => ({ a: item, b, similarity }));
  });
  return { pairs, counts: index.counts };
}

import type { Candidate } from "./measure.ts";

/**
 * Vectors that the operator supplies, from a model of their own. They may put the found entries in another order; they never find one, and
 * never move a band: confidence is of the text alone. Vectors of one embedder have one length.
 */
export interface Embedder {
  /** Undefined where there is none: such posts and entries keep their order. */
  vectorOfPost(text: string): Float32Array | undefined;
  vectorOfEntry(id: string): Float32Array | undefined;
  /** What full agreement (cosine 1) is worth beside the order's own score; that of a clear first entry is some 20 above the next. */
  readonly weight: number;
}

/** Candidates by their own score and the agreement of their vectors, best first. Equal sums keep their order. */
export function rerank(
  scored: readonly { readonly candidate: Candidate; readonly score: number }[],
  post: string,
  { embedder, idOf }: { readonly embedder: Embedder; readonly idOf: (document: number) => string },
): readonly Candidate[] {
  const vector = embedder.vectorOfPost(post);
  const sums = scored.map(({ candidate, score }) => {
    const other = vector === undefined ? undefined : embedder.vectorOfEntry(idOf(candidate.document));
    const agreement = vector === undefined || other === undefined ? 0 : cosine(vector, other);
    return { candidate, sum: score + embedder.weight * agreement };
  });
  return sums.toSorted((a, b) => b.sum - a.sum).map(({ candidate }) => candidate);
}

/** Cosine of two vectors, -1 to 1; 0 where one is empty, all zero, or of another length. */
export function cosine(a: Float32Array, b: Float32Array): number {
  let [dot, lengthA, lengthB] = [0, 0, 0];
  for (let i = 0; i < a.length; i += 1) {
    const [x, y] = [a[i] ?? 0, b[i] ?? 0];
    dot += x * y;
    lengthA += x * x;
    lengthB += y * y;
  }
  return a.length !== b.length || lengthA === 0 || lengthB === 0 ? 0 : dot / Math.sqrt(lengthA * lengthB);
}

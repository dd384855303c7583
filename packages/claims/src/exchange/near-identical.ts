import { bigramsOf, countShared } from "@breakwater/engine/text";

/** A pair of texts by their places, the smaller first, and the Jaccard index of their grams. */
export type SimilarPair = { readonly a: number; readonly b: number; readonly similarity: number };

export type NearIdentical = {
  readonly pairs: readonly SimilarPair[];
  /** Texts that share rare grams with more than `comparisonsMax` others, and were not compared with all of them. */
  readonly cutShort: number;
};

/** A family of templates costs its rows, not their square. */
export const comparisonsMax = 2000;

/**
 * Every pair of normalised texts whose sets of grams have a Jaccard index of at least `similarityMin` (above 0, up to 1). Exact: two such sets must
 * share one of their rarest grams (prefix filtering; Chaudhuri, Ganti and Kaushik, 2006), so only texts that do are compared. Texts
 * without a gram are like nothing. Give equal texts once: n of them are n² pairs. Cost: near-linear while rare grams are rare; memory of all grams.
 */
export function findNearIdentical(texts: readonly string[], similarityMin: number): NearIdentical {
  const sets = texts.map((text) => Int32Array.from(bigramsOf(text)));
  const ranks = rankGrams(sets);
  const bySize = sets.map((_, place) => place).sort((a, b) => sizeOf(sets, a) - sizeOf(sets, b) || a - b);
  const holders = new Map<number, number[]>();
  const pairs: SimilarPair[] = [];
  let cutShort = 0;
  const seenBy = new Int32Array(texts.length).fill(-1);
  for (const place of bySize) {
    const grams = sets[place] ?? none;
    const rare = listRarest(grams, ranks, grams.length - Math.ceil(similarityMin * grams.length - rounding) + 1);
    let compared = 0;
    for (const gram of rare) {
      const holding = holders.get(gram) ?? [];
      for (const other of holding) {
        if (seenBy[other] === place) continue;
        seenBy[other] = place;
        compared += 1;
        if (compared > comparisonsMax) break;
        const similarity = compare(grams, sets[other] ?? none, similarityMin);
        if (similarity >= similarityMin)
          pairs.push({ a: Math.min(place, other), b: Math.max(place, other), similarity });
      }
      holding.push(place);
      holders.set(gram, holding);
    }
    if (compared > comparisonsMax) cutShort += 1;
  }
  return { pairs: pairs.sort((x, y) => x.a - y.a || x.b - y.b), cutShort };
}

const none = new Int32Array();
/** 0.7 × 10 is a little more than 7. */
const rounding = 1e-9;

function sizeOf(sets: readonly Int32Array[], place: number): number {
  return sets[place]?.length ?? 0;
}

function compare(a: Int32Array, b: Int32Array, similarityMin: number): number {
  if (Math.min(a.length, b.length) < similarityMin * Math.max(a.length, b.length) - rounding) return 0;
  const shared = countShared(a, b);
  return shared / (a.length + b.length - shared);
}

/** How many texts hold each gram. */
function rankGrams(sets: readonly Int32Array[]): ReadonlyMap<number, number> {
  const counts = new Map<number, number>();
  for (const set of sets) for (const gram of set) counts.set(gram, (counts.get(gram) ?? 0) + 1);
  return counts;
}

/** The grams that the fewest texts hold; ties in the order of the grams, which is the same for every text. */
function listRarest(grams: Int32Array, counts: ReadonlyMap<number, number>, count: number): Int32Array {
  if (grams.length === 0) return none;
  return grams
    .slice()
    .sort((a, b) => (counts.get(a) ?? 0) - (counts.get(b) ?? 0) || a - b)
    .subarray(0, count);
}

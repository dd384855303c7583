/**
 * Average precision of a ranking by score, highest first; equal scores count as one step, so their order inside the
 * input cannot help. Its value for a useless score is the share of positives.
 */
export function averagePrecision(scores: readonly number[], positive: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => scores[b] - scores[a]);
  const positives = positive.filter(Boolean).length;
  let [seen, hits, sum] = [0, 0, 0];
  for (let from = 0; from < order.length; from = seen) {
    const score = scores[order[from]];
    let hitsHere = 0;
    while (seen < order.length && scores[order[seen]] === score) {
      if (positive[order[seen]]) hitsHere++;
      seen++;
    }
    hits += hitsHere;
    sum += (hits / seen) * hitsHere;
  }
  return sum / positives;
}

export type Confusion = {
  readonly flagged: number;
  readonly precision: number;
  readonly recall: number;
  readonly f1: number;
  readonly falseFlagged: number;
};

export function confusionOf(flagged: readonly boolean[], positive: readonly boolean[]): Confusion {
  let [hits, falseFlagged, positives] = [0, 0, 0];
  positive.forEach((isPositive, i) => {
    if (isPositive) positives++;
    if (flagged[i] && isPositive) hits++;
    if (flagged[i] && !isPositive) falseFlagged++;
  });
  const count = hits + falseFlagged;
  return {
    flagged: count,
    precision: hits / count,
    recall: hits / positives,
    f1: (2 * hits) / (count + positives),
    falseFlagged,
  };
}

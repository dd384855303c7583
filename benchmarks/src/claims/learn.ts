import {
  featureNames,
  orderCandidates,
  type Candidate,
  type FeatureName,
  type TextModel,
  type Weights,
} from "@breakwater/claims";
import { fitLogistic, measureScale } from "./logistic.ts";

/** A post, what the index found for it, and which of that is right; nothing for a post that repeats no claim. */
export type Example = { readonly candidates: readonly Labelled[] };
export type Labelled = { readonly candidate: Candidate; readonly isRight: boolean };

export type Recipe = {
  readonly rank: readonly FeatureName[];
  readonly decide: readonly FeatureName[];
  /** Candidates of each post, best first, that the decision learns from. */
  readonly learnedMax: number;
  readonly rankC: number;
  readonly decideC: number;
};

const pairedMax = 20;

/** Which way a feature may count in the decision, which is explained to people. Without this, one of two that go together often comes out negative, and an exact copy loses by it. */
const signs: Readonly<Partial<Record<FeatureName, 1 | -1>>> = {
  bm25: 1,
  mass: 1,
  log_mass: 1,
  claim_coverage: 1,
  soft_coverage: 1,
  near_words: 1,
  plain_mass: 1,
  plain_share: 1,
  bm25_per_length: 1,
  standing_out: 1,
  gap: 1,
  containment: 1,
  overlap: 1,
  title_coverage: 1,
  rarest_found: 1,
  names_found: 1,
  number_conflict: -1,
};

/** Fits with the features that come out with the right sign: the most wrong one is left out, again and again. */
function fitSigned(
  names: readonly FeatureName[],
  fit: (kept: readonly FeatureName[]) => readonly number[],
): readonly [readonly FeatureName[], readonly number[]] {
  let kept = names;
  for (;;) {
    const weights = fit(kept);
    const wrong = kept.map((name, j) => (signs[name] ?? 0) * (weights[j] ?? 0));
    const worst = wrong.indexOf(Math.min(...wrong));
    if ((wrong[worst] ?? 0) >= 0) return [kept, weights];
    kept = kept.filter((_, j) => j !== worst);
  }
}

/** Weights for the order: right minus wrong, for each pair of candidates of a post (pairwise logistic regression). */
export function learnRank(examples: readonly Example[], { rank: names, rankC }: Recipe): Weights {
  return toWeights(names, fitRank(examples, names, rankC));
}

function fitRank(examples: readonly Example[], rank: readonly FeatureName[], rankC: number): readonly number[] {
  const all = examples.flatMap(({ candidates }) => candidates.map(({ candidate }) => pick(candidate, rank)));
  const { spreads } = measureScale(all);
  const rows: number[][] = [];
  for (const { candidates } of examples) {
    const wrong = candidates.filter(({ isRight }) => !isRight).slice(0, pairedMax);
    for (const { candidate } of candidates.filter(({ isRight }) => isRight)) {
      const right = pick(candidate, rank);
      for (const other of wrong)
        rows.push(pick(other.candidate, rank).map((value, j) => ((right[j] ?? 0) - value) / (spreads[j] ?? 1)));
    }
  }
  const weights = fitLogistic(
    rows,
    rows.map(() => 1),
    { c: rankC, hasIntercept: false },
  );
  return weights.map((weight, j) => weight / (spreads[j] ?? 1));
}

/** Weights for the decision, from the best candidates of posts that repeat a claim and of posts that do not. */
export function learnDecision(examples: readonly Example[], order: Weights, recipe: Recipe): TextModel["decide"] {
  const learned = examples.flatMap(({ candidates }) => inOrder(candidates, order).slice(0, recipe.learnedMax));
  const [names, weights] = fitSigned(recipe.decide, (kept) => fitDecision(learned, kept, recipe.decideC));
  return { ...toWeights(names, weights), intercept: weights[names.length] ?? 0 };
}

/** A weight for each name, then the intercept. */
function fitDecision(learned: readonly Labelled[], names: readonly FeatureName[], c: number): readonly number[] {
  const rows = learned.map(({ candidate }) => pick(candidate, names));
  const { means, spreads } = measureScale(rows);
  const scaled = rows.map((row) => row.map((value, j) => (value - (means[j] ?? 0)) / (spreads[j] ?? 1)));
  const labels = learned.map(({ isRight }) => Number(isRight));
  const fitted = fitLogistic(scaled, labels, { c, hasIntercept: true });
  const weights = names.map((_, j) => (fitted[j] ?? 0) / (spreads[j] ?? 1));
  return [...weights, weights.reduce((sum, weight, j) => sum - weight * (means[j] ?? 0), fitted[names.length] ?? 0)];
}

/** Platt's slope and intercept for decisions made on posts that the weights have not seen. */
export function learnCalibration(odds: readonly number[], isRight: readonly boolean[]): TextModel["calibrate"] {
  const [slope = 1, intercept = 0] = fitLogistic(
    odds.map((one) => [one]),
    isRight.map(Number),
    { c: 1e6, hasIntercept: true },
  );
  return { slope, intercept };
}

export function inOrder(candidates: readonly Labelled[], order: Weights): readonly Labelled[] {
  const labels = new Map(candidates.map((one) => [one.candidate, one]));
  const ordered = orderCandidates(
    { rank: order },
    candidates.map(({ candidate }) => candidate),
  );
  return ordered.flatMap((candidate) => labels.get(candidate) ?? []);
}

function pick({ features }: Candidate, names: readonly FeatureName[]): number[] {
  return names.map((name) => features[featureNames.indexOf(name)] ?? 0);
}

function toWeights(names: readonly FeatureName[], weights: readonly number[]): Weights {
  return Object.fromEntries(names.map((name, j) => [name, weights[j] ?? 0]));
}

import { featureNames, type FeatureName } from "./feature-names.ts";

/** A weight for each feature that counts; others count nothing. */
export type Weights = Readonly<Partial<Record<FeatureName, number>>>;

/** How one kind of text is ranked and decided: texts of pairs (Chinese, Japanese, Korean), or of words. */
export type TextModel = {
  /** Linear score by which the best candidates are put in order. */
  readonly rank: Weights;
  /** Log-odds, before calibration, that the post carries the entry's claim. */
  readonly decide: Weights & { readonly intercept: number };
  /** Confidence = 1 / (1 + exp(-(slope x decide + intercept))) (Platt 1999). */
  readonly calibrate: { readonly slope: number; readonly intercept: number };
  /** Confidence from which a match is suggested to people, or recognised. */
  readonly bands: { readonly suggest: number; readonly recognised: number };
};

export type Model = { readonly pairs: TextModel; readonly words: TextModel };

/** One feature's share of the decision, for the explanation. */
export type Contribution = { readonly feature: FeatureName; readonly value: number; readonly share: number };

export function addUp(weights: Weights, features: readonly number[]): number {
  let sum = 0;
  for (const [i, name] of featureNames.entries()) sum += (weights[name] ?? 0) * (features[i] ?? 0);
  return sum;
}

export function toConfidence({ decide, calibrate }: TextModel, features: readonly number[]): number {
  const odds = addUp(decide, features) + decide.intercept;
  return 1 / (1 + Math.exp(-(calibrate.slope * odds + calibrate.intercept)));
}

/** The features that spoke loudest, for or against. */
export function explainDecision(
  { decide }: TextModel,
  features: readonly number[],
  count: number,
): readonly Contribution[] {
  return featureNames
    .map((feature, i) => ({ feature, value: features[i] ?? 0, share: (decide[feature] ?? 0) * (features[i] ?? 0) }))
    .filter(({ share }) => share !== 0)
    .toSorted((a, b) => Math.abs(b.share) - Math.abs(a.share))
    .slice(0, count);
}

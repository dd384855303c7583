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

/** Cost: one pass; the weights are laid out once. */
export function addUp(weights: Weights, features: readonly number[]): number {
  const list = listWeights(weights);
  let sum = 0;
  for (let i = 0; i < list.length; i += 1) sum += list[i] * (features[i] ?? 0);
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
  const list = listWeights(decide);
  const loudnessOf = (feature: number): number => Math.abs(list[feature] * features[feature]);
  const loudest: number[] = [];
  for (let i = 0; i < list.length; i += 1) {
    const loudness = loudnessOf(i);
    if (loudness === 0) continue;
    let place = loudest.length;
    if (place === count && count > 0 && loudness <= loudnessOf(loudest[count - 1])) continue;
    for (; place > 0 && loudnessOf(loudest[place - 1]) < loudness; place -= 1) loudest[place] = loudest[place - 1];
    loudest[place] = i;
    if (loudest.length > count) loudest.pop();
  }
  return loudest.map((i) => ({ feature: featureNames[i], value: features[i], share: list[i] * features[i] }));
}

const laidOut = new WeakMap<Weights, Float64Array>();

/** In the order of the features. */
function listWeights(weights: Weights): Float64Array {
  const found = laidOut.get(weights);
  if (found !== undefined) return found;
  const list = Float64Array.from(featureNames, (name) => weights[name] ?? 0);
  laidOut.set(weights, list);
  return list;
}

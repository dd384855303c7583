import { featureNames, type FeatureName } from "@breakwater/claims";
import type { Recipe } from "./learn.ts";

const without = (...left: readonly FeatureName[]): readonly FeatureName[] =>
  featureNames.filter((name) => !left.includes(name));

/**
 * What is learned, chosen by cross-validation (benchmarks/notes/claims-chinese.md lists what else was tried). Left out are features of words in
 * texts of pairs, those whose sign changed from fold to fold, and in Chinese the gap, which duplicate entries close.
 */
export const pairsRecipe: Recipe = {
  rank: ["bm25", "overlap", "soft_coverage", "rarest_found", "gap"],
  decide: without(
    "near_words",
    "plain_mass",
    "plain_share",
    "title_coverage",
    "claim_coverage",
    "rarest_found",
    "names_found",
    "gap",
  ),
  learnedMax: 1,
  rankC: 0.02,
  decideC: 1,
};

export const wordsRecipe: Recipe = {
  rank: [
    "log_mass",
    "soft_coverage",
    "near_words",
    "bm25",
    "bm25_per_length",
    "gap",
    "containment",
    "overlap",
    "title_coverage",
    "rarest_found",
    "claim_weight",
    "explanation_only",
  ],
  decide: featureNames,
  learnedMax: 2,
  rankC: 0.1,
  decideC: 0.3,
};

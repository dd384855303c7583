/** What is measured of a post and an entry, in the order of the weights. Names are those of the explanation. */
export const featureNames = [
  "bm25",
  "mass",
  "log_mass",
  "claim_coverage",
  "soft_coverage",
  "near_words",
  "plain_mass",
  "plain_share",
  "bm25_per_length",
  "standing_out",
  "gap",
  "containment",
  "overlap",
  "title_coverage",
  "rarest_found",
  "claim_weight",
  "post_weight",
  "explanation_only",
  "number_conflict",
  "names_found",
] as const;
export type FeatureName = (typeof featureNames)[number];

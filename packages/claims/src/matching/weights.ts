import type { Model } from "./model.ts";

/**
 * Learned by benchmarks/src/claims/train.ts: texts of pairs from 191 Chinese posts of 37 rumours and 1,816 others, texts of words from 1,196
 * English tweets and 2,000 others. How good they are: benchmarks/results.
 */
export const shippedModel: Model = {
  pairs: {
    rank: {
      bm25: 0.484085,
      overlap: 5.781,
      soft_coverage: 4.03372,
      rarest_found: 1.53467,
      gap: 0.199806,
    },
    decide: {
      bm25: 0.0868939,
      mass: 0.116553,
      log_mass: 1.37122,
      soft_coverage: 5.59242,
      bm25_per_length: 1.75032,
      standing_out: 0.316712,
      containment: 2.38488,
      claim_weight: -1.06129,
      post_weight: -0.96837,
      explanation_only: -4.30168,
      number_conflict: -2.01469,
      intercept: -2.29886,
    },
    calibrate: {
      slope: 0.985077,
      intercept: 0.0231668,
    },
    bands: {
      suggest: 0.212086,
      recognised: 0.772599,
    },
  },
  words: {
    rank: {
      log_mass: 0.731554,
      soft_coverage: -9.96044,
      near_words: 27.5642,
      bm25: 1.62996,
      bm25_per_length: 6.36764,
      gap: 0.180023,
      containment: 0.897904,
      overlap: 4.32253,
      title_coverage: 3.51905,
      rarest_found: 1.12478,
      claim_weight: -0.825203,
      explanation_only: 14.3151,
    },
    decide: {
      bm25: 1.28412,
      near_words: 22.1675,
      plain_mass: 0.245363,
      plain_share: 1.92946,
      bm25_per_length: 0.227695,
      standing_out: 0.15715,
      gap: 0.272387,
      overlap: 8.76193,
      title_coverage: 0.395666,
      claim_weight: -0.533936,
      post_weight: 1.21032,
      explanation_only: 10.0215,
      names_found: 0.489133,
      intercept: -11.26,
    },
    calibrate: {
      slope: 0.947705,
      intercept: 0.0903193,
    },
    bands: {
      suggest: 0.704732,
      recognised: 0.975067,
    },
  },
};

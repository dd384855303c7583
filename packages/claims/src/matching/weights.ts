import type { Model } from "./model.ts";

/**
 * Learned by benchmarks/src/claims/train.ts: texts of pairs from 191 Chinese posts of 37 rumours and 1,816 others, texts of words from 1,196
 * English tweets and 2,000 others. How good they are: benchmarks/results.
 */
export const shippedModel: Model = {
  pairs: {
    rank: {
      bm25: 0.483746,
      overlap: 5.83518,
      soft_coverage: 3.99377,
      rarest_found: 1.63556,
      gap: 0.19668,
    },
    decide: {
      bm25: 0.0953787,
      mass: 0.119895,
      log_mass: 1.47137,
      soft_coverage: 5.46783,
      bm25_per_length: 1.71529,
      standing_out: 0.309977,
      containment: 2.04478,
      claim_weight: -1.14383,
      post_weight: -1.08946,
      explanation_only: -4.31139,
      number_conflict: -2.05682,
      intercept: -1.41992,
    },
    calibrate: {
      slope: 0.963523,
      intercept: 0.00629139,
    },
    bands: {
      suggest: 0.249906,
      recognised: 0.749791,
    },
  },
  words: {
    rank: {
      log_mass: 0.739149,
      soft_coverage: -9.97163,
      near_words: 27.6141,
      bm25: 1.62086,
      bm25_per_length: 6.38146,
      gap: 0.178655,
      containment: 0.927556,
      overlap: 4.26473,
      title_coverage: 3.52721,
      rarest_found: 1.12278,
      claim_weight: -0.825877,
      explanation_only: 14.3629,
    },
    decide: {
      bm25: 1.26301,
      near_words: 22.2647,
      plain_mass: 0.243489,
      plain_share: 1.92885,
      bm25_per_length: 0.264404,
      standing_out: 0.160265,
      gap: 0.270584,
      overlap: 8.7363,
      title_coverage: 0.412117,
      claim_weight: -0.53122,
      post_weight: 1.20461,
      explanation_only: 9.99754,
      names_found: 0.473,
      intercept: -11.2599,
    },
    calibrate: {
      slope: 0.955233,
      intercept: 0.0865562,
    },
    bands: {
      suggest: 0.703462,
      recognised: 0.975078,
    },
  },
};

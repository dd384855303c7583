/**
 * What an account can do that a rule may be written against: conduct that evidence shows whatever was said. The list is closed, because
 * a rule that fits none of these is a rule about what people think, or about whom.
 */
export const behaviours = [
  "acts_in_step",
  "shares_one_hand",
  "poses_as_other",
  "exposes_identifier",
  "hires_or_is_hired",
  "hides_payment",
  "deceives_for_gain",
  "inflates_counts",
  "reports_in_bad_faith",
  "singles_out_a_person",
  "trades_accounts",
  "demands_under_threat",
  "repeats_determined_claim",
] as const;
export type Behaviour = (typeof behaviours)[number];
